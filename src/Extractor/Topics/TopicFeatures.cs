using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Topics;

/// <summary>
/// What a text shows of its topics: which cues of each topic stand in title, lead and body, how they compare with those of the other
/// topics, and the light stems of the words themselves.
/// </summary>
internal sealed class TopicFeatures
{
    /// <summary>How much a word of the body counts beside one of title or lead.</summary>
    private const float InBody = 0.4f;

    /// <summary>The features that every topic has of its own cues.</summary>
    public static readonly string[] CueNames =
    [
        "sure in title", "hint in title", "sure in lead", "hint in lead", "sure in body", "hint in body", "share of title", "share of lead", "share of all", "most of all", "none sure",
        "paragraphs with sure", "paragraphs with any",
    ];

    /// <summary>By topic, then by <see cref="CueNames"/>: one weight serves all topics.</summary>
    public required float[][] Cues { get; init; }

    /// <summary>The stems, each once, with how much it counts, 0 to 1.</summary>
    public required Dictionary<string, float> Stems { get; init; }

    /// <summary>Reads the first paragraph as title, the second as lead, the rest as body; of the stems only those of words that <paramref name="keeps"/> is true for, all where it is null.</summary>
    public static TopicFeatures Of(TokenizedText text, Predicate<Lexeme>? keeps = null)
    {
        TopicTally[] tallies = [.. ArticleTopics.Ids.Select(_ => new TopicTally())];
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                var word = text.Tokens[at].Lexeme;
                if (word.Kind == TokenKind.Word && keeps?.Invoke(word) is not false) words.TryAdd(word.Stem, sentence.Paragraph < TopicTally.Parts - 1 ? 1 : InBody);
            }
            for (var at = sentence.FirstToken; at < sentence.EndToken;)
            {
                var cue = TopicCues.At(text.Tokens, at, sentence.EndToken);
                foreach (var (topic, sure) in cue?.Topics ?? []) tallies[topic].Add(sentence.Paragraph, sure);
                at = cue?.End ?? at + 1;
            }
        }
        return new() { Cues = Compare(tallies, text.Sentences.Count == 0 ? 1 : text.Sentences[^1].Paragraph + 1), Stems = words };
    }

    private static float[][] Compare(TopicTally[] tallies, int paragraphs)
    {
        static float Share(float part, float all) => all == 0 ? 0 : part / all;
        var title = tallies.Sum(tally => tally.Mass(0));
        var lead = tallies.Sum(tally => tally.Mass(1));
        var all = tallies.Sum(tally => tally.All);
        var most = tallies.Max(tally => tally.All);
        return Array.ConvertAll(tallies, tally => new[]
        {
            Math.Min(1, tally.Sure(0)), Math.Min(1, tally.Hints(0)), Math.Min(1, tally.Sure(1)), Math.Min(1, tally.Hints(1)),
            MathF.Log(1 + tally.Sure(2)), MathF.Log(1 + tally.Hints(2)),
            Share(tally.Mass(0), title), Share(tally.Mass(1), lead), Share(tally.All, all),
            most > 0 && tally.All == most ? 1 : 0, tally.SureParagraphs == 0 ? 1 : 0,
            (float)tally.SureParagraphs / paragraphs, (float)tally.Paragraphs / paragraphs,
        });
    }
}
