using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Tests.Numerals;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Topics;

namespace NewsMiner.Extractor.Tests.Topics;

public sealed class ArticleTopicsTests
{
    public static TheoryData<string, string> Articles => CaseTable.Read("Topics/articles.tsv");

    public static TheoryData<string, string> Cues => CaseTable.Read("Topics/cues.tsv");

    [Theory, MemberData(nameof(Articles))]
    public void TellsTheTopics(string article, string expected) =>
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), string.Join(' ', ArticleTopics.Of(TokenizedText.Read(article.Replace(" / ", "\n", StringComparison.Ordinal)))).Split(' ').Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Cues))]
    public void FindsTheCues(string phrase, string expected)
    {
        var tokens = TokenizedText.Read(phrase).Tokens;
        var found = new List<string>();
        for (var at = 0; at < tokens.Count;)
        {
            var cue = TopicCues.At(tokens, at, tokens.Count);
            found.AddRange((cue?.Topics ?? []).Select(topic => ArticleTopics.Ids[topic.Topic] + (topic.Sure ? "" : "?")));
            at = cue?.End ?? at + 1;
        }
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void AnAnalysedArticleCarriesItsTopics()
    {
        var article = new Article { Id = "a", Source = "a", Title = "مدرسه نو در روستا", Paragraphs = ["دانش‌آموزان از فردا به این مدرسه می‌روند."] };
        Assert.Equal(["education"], ArticleAnalyzer.Analyze(article).Topics);
        Assert.Empty(ArticleAnalyzer.Analyze(article with { Title = "", Paragraphs = [] }).Topics);
    }

    [Fact]
    public void EveryTopicHasSureCuesAndAName()
    {
        var sure = LanguageTable.Read("Topics/topic-cues.tsv").Where(row => row[2] == "sure").Select(row => row[1]).ToHashSet();
        Assert.All(LanguageTable.Read("Topics/topics.tsv"), row => Assert.True(sure.Contains(row[0]) && row[1].Length > 0 && row[2].Length > 0, row[0]));
        Assert.True(ArticleTopics.Ids.Length >= 12);
        Assert.All(ArticleTopics.Ids, id => Assert.All(id, letter => Assert.InRange(letter, 'a', 'z')));
    }
}
