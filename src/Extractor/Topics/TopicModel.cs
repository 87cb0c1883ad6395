using System.Globalization;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Topics;

/// <summary>
/// One logistic classifier a topic, one against the rest. The weights of a topic's own cues are shared by all topics, those of stems are its
/// own: what is learnt of «sure in title» holds for topics of which few articles were labelled.
/// </summary>
internal sealed class TopicModel(float bias, float[] cues, Dictionary<string, float[]> stems)
{
    private const string BiasRow = "bias", EveryTopic = "*";

    /// <summary>A topic is told from this probability on; where none has it, the likeliest from the second on.</summary>
    private const double Told = 0.4, ToldAlone = 0.25;

    /// <summary>An article has at most so many topics.</summary>
    public const int Most = 3;

    /// <summary>Reads the weights: feature, topic or <c>*</c> for every topic, weight. Words of the text are written with <c>=</c> before them.</summary>
    public static TopicModel Read(string table)
    {
        var (bias, cues, stems) = (0f, new float[TopicFeatures.CueNames.Length], new Dictionary<string, float[]>(StringComparer.Ordinal));
        foreach (var row in LanguageTable.Read(table))
        {
            if (!float.TryParse(row[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)) throw row.Bad($"'{row[2]}' is not a number");
            if (row[1] == EveryTopic)
            {
                if (row[0] == BiasRow) bias = weight;
                else if (Array.IndexOf(TopicFeatures.CueNames, row[0]) is >= 0 and var cue) cues[cue] = weight;
                else throw row.Bad($"'{row[0]}' is no feature of every topic");
                continue;
            }
            if (ArticleTopics.Ids.IndexOf(row[1]) is not (>= 0 and var topic)) throw row.Bad($"'{row[1]}' is no topic of topics.tsv");
            if (row[0].Length < 2 || row[0][0] != '=') throw row.Bad($"'{row[0]}' is no word with = before it");
            if (!stems.TryGetValue(row[0][1..], out var weights)) stems[row[0][1..]] = weights = new float[ArticleTopics.Ids.Length];
            weights[topic] = weight;
        }
        return new(bias, cues, stems);
    }

    /// <summary>The rows that <see cref="Read"/> reads, weights below <paramref name="least"/> left out.</summary>
    public IEnumerable<string> Rows(float least)
    {
        static string Row(string feature, string topic, float weight) => string.Create(CultureInfo.InvariantCulture, $"{feature}\t{topic}\t{weight:0.00}");
        yield return Row(BiasRow, EveryTopic, bias);
        for (var i = 0; i < cues.Length; i++) yield return Row(TopicFeatures.CueNames[i], EveryTopic, cues[i]);
        foreach (var (stem, weights) in stems.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            for (var topic = 0; topic < weights.Length; topic++)
            {
                if (Math.Abs(weights[topic]) >= least) yield return Row("=" + stem, ArticleTopics.Ids[topic], weights[topic]);
            }
        }
    }

    /// <summary>True for a stem that speaks for or against some topic.</summary>
    public bool Weighs(string stem) => stems.ContainsKey(stem);

    /// <summary>The probability of each topic, 0 to 1.</summary>
    public double[] Probabilities(TopicFeatures features)
    {
        var scores = new double[ArticleTopics.Ids.Length];
        for (var topic = 0; topic < scores.Length; topic++)
        {
            scores[topic] = bias;
            for (var i = 0; i < cues.Length; i++) scores[topic] += cues[i] * features.Cues[topic][i];
        }
        foreach (var (stem, counts) in features.Stems)
        {
            if (!stems.TryGetValue(stem, out var weights)) continue;
            for (var topic = 0; topic < scores.Length; topic++) scores[topic] += weights[topic] * counts;
        }
        return Array.ConvertAll(scores, score => 1 / (1 + Math.Exp(-score)));
    }

    /// <summary>The topics told, most probable first, at most <see cref="Most"/>; none where nothing speaks for any.</summary>
    public IReadOnlyList<string> Topics(TopicFeatures features)
    {
        var probabilities = Probabilities(features);
        int[] order = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(topic => probabilities[topic])];
        var told = order.TakeWhile(topic => probabilities[topic] >= Told).Take(Most).ToArray();
        if (told.Length == 0 && probabilities[order[0]] >= ToldAlone) told = [order[0]];
        return [.. told.Select(topic => ArticleTopics.Ids[topic])];
    }
}
