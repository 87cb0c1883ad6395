using System.Text;

namespace NewsMiner.Evaluation.Search;

/// <summary>
/// The common way to search Persian, to measure against: half-spaces become spaces, letters are brought into one form, stop words dropped, words
/// matched as they are, BM25 over one field with k1 1.2 and b 0.75, any word matching — what Lucene's PersianAnalyzer and BM25Similarity do.
/// </summary>
internal sealed class PersianBaseline
{
    private const double K1 = 1.2, B = 0.75;

    private readonly HashSet<string> stopWords;
    private readonly List<string> ids = [];
    private readonly List<int> lengths = [];
    private readonly Dictionary<string, Dictionary<int, int>> postings = new(StringComparer.Ordinal);

    /// <param name="stopWords">Words as the list of the analyzer writes them, letters in Arabic form.</param>
    public PersianBaseline(IEnumerable<string> stopWords) => this.stopWords = [.. stopWords.Select(Normalized)];

    public void Add(string id, string text)
    {
        var document = ids.Count;
        var words = Words(text);
        ids.Add(id);
        lengths.Add(words.Count);
        foreach (var word in words)
        {
            if (!postings.TryGetValue(word, out var documents)) postings[word] = documents = [];
            documents[document] = documents.GetValueOrDefault(document) + 1;
        }
    }

    public IReadOnlyList<string> Search(string query, int limit)
    {
        var scores = new Dictionary<int, double>();
        var average = lengths.Average();
        foreach (var word in Words(query))
        {
            if (!postings.TryGetValue(word, out var documents)) continue;
            var idf = Math.Log(1 + (ids.Count - documents.Count + 0.5) / (documents.Count + 0.5));
            foreach (var (document, frequency) in documents)
                scores[document] = scores.GetValueOrDefault(document) + idf * frequency / (frequency + K1 * (1 - B + B * lengths[document] / average));
        }
        return [.. scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Take(limit).Select(score => ids[score.Key])];
    }

    private List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            // Marks upon letters belong to the word and are dropped with it.
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) word.Append(c);
            else if (word.Length > 0)
            {
                var normalized = Normalized(word.ToString());
                if (normalized.Length > 0 && !stopWords.Contains(normalized)) words.Add(normalized);
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>One form of each letter and digit, in the Arabic one.</summary>
    private static string Normalized(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            switch (c)
            {
                case 'ی' or 'ے' or 'ى': letters.Append('ي'); break;
                case 'ک': letters.Append('ك'); break;
                case 'آ' or 'أ' or 'إ': letters.Append('ا'); break;
                case 'ة' or 'ۀ' or 'ہ': letters.Append('ه'); break;
                case 'ـ' or '\u0654': break;
                case >= '۰' and <= '۹': letters.Append((char)(c - '۰' + '0')); break;
                case >= '٠' and <= '٩': letters.Append((char)(c - '٠' + '0')); break;
                default:
                    if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) letters.Append(char.ToLowerInvariant(c));
                    break;
            }
        }
        return letters.ToString();
    }
}
