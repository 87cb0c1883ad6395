using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Topics;

/// <summary>
/// What a text shows of its topics: which cues of each topic stand in title, lead and body, how they compare with those of the other
/// topics, and the light stems of the words themselves.
/// </summary>
internal sealed class TopicFeatures
{
    /// <summary>Of each topic, by <see cref="CueNames"/>: one weight serves all topics.</summary>
    public required float[][] Cues { get; init; }

    /// <summary>The stems, each once, with how much it counts: 1 in title or lead, less in the body.</summary>
    public required IReadOnlyDictionary<string, float> Stems { get; init; }

    /// <summary>The names of the features that every topic has of its own cues.</summary>
    public static readonly string[] CueNames =
    [
        "sure in title", "hint in title", "sure in lead", "hint in lead", "sure in body", "hint in body", "share of title", "share of lead", "share of all", "most of all", "none sure",
    ];

    private const int Parts = 3;
    private const float InBody = 0.4f, HintCounts = 0.3f;

    /// <summary>How much a cue in title, lead and body counts for the share of all.</summary>
    private static readonly float[] PartCounts = [3, 2, 1];

    /// <summary>Reads the first paragraph as title, the second as lead, the rest as body.</summary>
    public static TopicFeatures Of(TokenizedText text)
    {
        var stems = new string[text.Tokens.Count];
        for (var i = 0; i < stems.Length; i++) stems[i] = text.Tokens[i].Kind == TokenKind.Word ? LightStem.Of(text.Tokens[i].Key) : text.Tokens[i].Key;
        var sure = Counts();
        var hints = Counts();
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var sentence in text.Sentences)
        {
            var part = Math.Min(sentence.Paragraph, Parts - 1);
            for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                if (text.Tokens[at].Kind == TokenKind.Word && (part < 2 || !words.ContainsKey(stems[at]))) words[stems[at]] = part < 2 ? 1 : InBody;
            }
            for (var at = sentence.FirstToken; at < sentence.EndToken;)
            {
                if (TopicCues.At(text.Tokens, stems, at, sentence.EndToken) is not { } cue)
                {
                    at++;
                    continue;
                }
                foreach (var (topic, isSure) in cue.Topics) (isSure ? sure : hints)[part][topic]++;
                at = cue.End;
            }
        }
        return new() { Cues = Compare(sure, hints), Stems = words };
    }

    private static float[][] Counts() => [.. Enumerable.Range(0, Parts).Select(_ => new float[ArticleTopics.Ids.Length])];

    private static float[][] Compare(float[][] sure, float[][] hints)
    {
        var topics = sure[0].Length;
        float Mass(int part, int topic) => sure[part][topic] + HintCounts * hints[part][topic];
        float All(int topic) => Enumerable.Range(0, Parts).Sum(part => PartCounts[part] * Mass(part, topic));
        float Share(Func<int, float> mass, int topic)
        {
            var sum = Enumerable.Range(0, topics).Sum(mass);
            return sum == 0 ? 0 : mass(topic) / sum;
        }
        float[] all = [.. Enumerable.Range(0, topics).Select(All)];
        var most = all.Max();
        return
        [
            .. Enumerable.Range(0, topics).Select(topic => new[]
            {
                Math.Min(1, sure[0][topic]), Math.Min(1, hints[0][topic]), Math.Min(1, sure[1][topic]), Math.Min(1, hints[1][topic]),
                MathF.Log(1 + sure[2][topic]), MathF.Log(1 + hints[2][topic]),
                Share(other => Mass(0, other), topic), Share(other => Mass(1, other), topic), Share(other => all[other], topic),
                most > 0 && all[topic] == most ? 1 : 0, sure[0][topic] + sure[1][topic] + sure[2][topic] == 0 ? 1 : 0,
            }),
        ];
    }
}
