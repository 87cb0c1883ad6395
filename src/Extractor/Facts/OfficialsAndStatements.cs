using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Who speaks in an article, in which post, and what is said by whom.</summary>
public sealed record OfficialsAndStatements(IReadOnlyList<Official> Officials, IReadOnlyList<Statement> Statements)
{
    /// <summary>The tokens of each statement.</summary>
    internal IReadOnlyList<(int First, int End)> Ranges { get; init; } = [];

    /// <summary>Finds persons with posts first, then who is quoted with what; the quotes tell whose a post is that stands alone.</summary>
    internal static OfficialsAndStatements Find(Article article, TokenizedText text)
    {
        var names = new PersonReader(text);
        var context = new PlaceContext(text, article.Province);
        var people = new People(text, new PostReader(text, context), names);
        people.Find();
        var chain = new SpeakerChain(text, people, names);
        var attributions = new AttributionReader(text, chain, article.Title.Length > 0).Find();
        chain.Settle();
        people.SettleAppointments();
        var places = new BodyPlaces(people.Posts.Values, context);
        Official[] officials = [.. people.All.Where(person => person.Post is not null).Select(person => ToOfficial(text, person, places.Complete(person.Post!)))];
        Statement[] statements = [.. attributions.Select(attribution => ToStatement(text, people, attribution))];
        return new(officials, statements) { Ranges = [.. attributions.Select(attribution => (attribution.First, attribution.End))] };
    }

    private static Official ToOfficial(TokenizedText text, Person person, PostMention post) => new()
    {
        Span = text.OriginalSpan(person.Mention.First, person.Mention.End),
        Sentence = SentenceAt(text, person.Mention.First),
        Rule = person.Rule,
        Confidence = PersonConfidence.Of(person, person.Post!),
        Name = person.Name,
        Role = post.Role,
        Organisation = post.Organisation,
        Unit = post.Unit,
        Place = post.Place,
        PlaceKind = post.PlaceKind,
    };

    private static Statement ToStatement(TokenizedText text, People people, Attribution attribution)
    {
        var speaker = attribution.Speaker;
        // A post may have found its holder after it spoke.
        var person = speaker?.Person ?? (speaker?.Post is { } post && people.Holder(post) is { } holder && holder.Post!.IsFormer == post.IsFormer ? holder : null);
        var name = person?.Name ?? speaker?.Name;
        return new()
        {
            Span = text.OriginalSpan(attribution.First, attribution.End),
            Sentence = SentenceAt(text, attribution.First),
            Rule = attribution.Rule,
            Confidence = PersonConfidence.Of(attribution, person, isPost: name is not null && person is null),
            Speaker = name,
            Verb = attribution.Verb,
            Text = text.OriginalText(attribution.First, attribution.End),
            Kind = StatementCues.Of(text.Tokens, attribution.First, attribution.End, attribution.Verb),
        };
    }

    private static string SentenceAt(TokenizedText text, int token)
    {
        var (low, high) = (0, text.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (text.Sentences[middle].FirstToken <= token) low = middle; else high = middle - 1;
        }
        var sentence = text.Sentences[low];
        return text.OriginalText(sentence.FirstToken, sentence.EndToken);
    }
}
