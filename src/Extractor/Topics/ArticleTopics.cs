using System.Collections.Immutable;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Topics;

/// <summary>
/// Tells what an article is about: a linear model over <see cref="TopicFeatures"/>, trained by <c>LexiconBuilder topics</c> on the topics
/// that a person gave our own articles.
/// </summary>
public static class ArticleTopics
{
    /// <summary>The ids of the topics, in the order of <c>topics.tsv</c>.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. LanguageTable.Read("Topics/topics.tsv").Select(row => row[0])];

    private static readonly TopicModel Model = TopicModel.Read("Topics/topic-weights.tsv");

    /// <summary>The words whose stem speaks for or against some topic.</summary>
    private static readonly LexemeTest Weighed = new(word => Model.Weighs(word.Stem));

    /// <summary>The topics of a text whose first line is the title, most certain first, at most three; none where nothing speaks for any.</summary>
    public static IReadOnlyList<string> Of(TokenizedText text) => Model.Topics(TopicFeatures.Of(text, Weighed.Of));
}
