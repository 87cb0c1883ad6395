using NewsMiner.Extractor.Topics;

namespace NewsMiner.Extractor.Scoring;

/// <summary>The topics that a person gave articles, and how well those found agree.</summary>
public static class TopicLabels
{
    /// <summary>Reads a table of article and topics, the main one first.</summary>
    /// <exception cref="InvalidDataException">A row names no topic, one that <c>topics.tsv</c> lacks, or an article twice; the message says where.</exception>
    public static IReadOnlyDictionary<string, string[]> Read(string path)
    {
        var labels = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (text, index) in File.ReadLines(path).Select((text, index) => (text, index)))
        {
            if (text.Length == 0 || text[0] == '#') continue;
            var cells = text.Split('\t');
            InvalidDataException Bad(string why) => new($"{path}:{index + 1}: {why}");
            if (cells.Length != 2) throw Bad("an article and its topics are needed, a tab between them");
            var topics = cells[1].Split(' ');
            if (Array.Find(topics, topic => !ArticleTopics.Ids.Contains(topic)) is { } unknown) throw Bad($"'{unknown}' is no topic of topics.tsv");
            if (!labels.TryAdd(cells[0], topics)) throw Bad($"'{cells[0]}' is listed twice");
        }
        return labels;
    }

    /// <summary>The score of each topic that was asked for or found.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyList<(IReadOnlyList<string> Gold, IReadOnlyList<string> Found)> articles) =>
    [
        .. ArticleTopics.Ids.Select(topic => new Score(topic, articles.Count(pair => pair.Gold.Contains(topic) && pair.Found.Contains(topic)),
            articles.Count(pair => pair.Gold.Contains(topic)), articles.Count(pair => pair.Found.Contains(topic)))).Where(score => score.Gold + score.Found > 0),
    ];

    /// <summary>All decisions together: every topic of every article counts the same.</summary>
    public static Score Micro(IReadOnlyList<Score> scores) => new("micro", scores.Sum(score => score.Right), scores.Sum(score => score.Gold), scores.Sum(score => score.Found));

    /// <summary>The mean F1 of the topics, 0 to 1: a rare topic counts as much as a frequent one.</summary>
    public static double MacroF1(IReadOnlyList<Score> scores) => scores.Count == 0 ? 0 : scores.Average(score => score.F1);
}
