namespace NewsMiner.Evaluation.Articles;

/// <summary>
/// ROUGE-LSum (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004, section 3.2): of each reference sentence the union of its longest
/// common subsequences with all candidate sentences counts, no word more often than either text holds it. Words are runs of a-z and 0-9 in lower case.
/// </summary>
internal static class RougeLsum
{
    /// <summary>Precision, recall and F1, 0 to 1.</summary>
    public readonly record struct Score(double Precision, double Recall, double F1);

    /// <summary>The best score over all choices of the optional paragraphs of a reference: those in square brackets may stand or not.</summary>
    public static Score Best(IReadOnlyList<string> reference, IReadOnlyList<string> candidate)
    {
        var paragraphs = reference.Select(paragraph => (IsOptional: paragraph.StartsWith('[') && paragraph.EndsWith(']'), Paragraph: new Paragraph(paragraph, candidate))).ToArray();
        var words = candidate.SelectMany(Words).ToArray();
        var optional = paragraphs.Where(entry => entry.IsOptional && entry.Paragraph.Length > 0).Select(entry => entry.Paragraph).ToArray();
        var always = paragraphs.Where(entry => !entry.IsOptional).Select(entry => entry.Paragraph).ToArray();
        return Enumerable.Range(0, 1 << optional.Length)
            .Select(choice => Of([.. always, .. optional.Where((_, i) => (choice & (1 << i)) != 0)], words))
            .MaxBy(score => score.F1);
    }

    private static Score Of(IReadOnlyList<Paragraph> reference, string[] candidate)
    {
        var left = candidate.CountBy(word => word).ToDictionary();
        var held = new Dictionary<string, int>();
        foreach (var (word, count) in reference.SelectMany(paragraph => paragraph.Counts)) held[word] = held.GetValueOrDefault(word) + count;
        var hits = 0;
        foreach (var word in reference.SelectMany(paragraph => paragraph.Hits))
        {
            if (left.GetValueOrDefault(word) == 0 || held[word] == 0) continue;
            left[word]--;
            held[word]--;
            hits++;
        }
        var length = reference.Sum(paragraph => paragraph.Length);
        if (hits == 0) return new(0, 0, 0);
        var (precision, recall) = ((double)hits / candidate.Length, (double)hits / length);
        return new(precision, recall, 2 * precision * recall / (precision + recall));
    }

    /// <summary>A reference paragraph and which of its words the candidate's sentences give in order.</summary>
    private sealed class Paragraph
    {
        public Paragraph(string text, IReadOnlyList<string> candidate)
        {
            var sentences = candidate.SelectMany(Sentences).Select(Words).Where(words => words.Length > 0).ToArray();
            foreach (var words in Sentences(text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text).Select(Words))
            {
                Length += words.Length;
                foreach (var (word, count) in words.CountBy(word => word)) Counts[word] = Counts.GetValueOrDefault(word) + count;
                var found = new bool[words.Length];
                foreach (var sentence in sentences) MarkSubsequence(words, sentence, found);
                Hits.AddRange(words.Where((_, i) => found[i]));
            }
        }

        public int Length { get; }

        public Dictionary<string, int> Counts { get; } = [];

        public List<string> Hits { get; } = [];
    }

    private static void MarkSubsequence(string[] reference, string[] candidate, bool[] found)
    {
        var table = new int[reference.Length + 1, candidate.Length + 1];
        for (var i = 1; i <= reference.Length; i++)
        {
            for (var j = 1; j <= candidate.Length; j++)
                table[i, j] = reference[i - 1] == candidate[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        }
        for (var (i, j) = (reference.Length, candidate.Length); i > 0 && j > 0;)
        {
            if (reference[i - 1] == candidate[j - 1])
            {
                found[i - 1] = true;
                i--;
                j--;
            }
            else if (table[i, j - 1] > table[i - 1, j]) j--;
            else i--;
        }
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '\n') && !(text[i] is '”' or '"' or '’' or ')' && i > 0 && text[i - 1] is '.' or '!' or '?')) continue;
            if (!char.IsWhiteSpace(text[i + 1])) continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }
        yield return text[start..];
    }

    private static string[] Words(string text) => new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
