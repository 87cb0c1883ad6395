using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>Marks what in a text a query met, and picks the sentence that shows it best.</summary>
internal sealed class Highlighter
{
    /// <summary>Longer sentences are cut at a word; UTF-16 units.</summary>
    private const int MaxLength = 320;

    private readonly List<string> stems = [];
    private readonly List<string> forms = [];
    private readonly List<string> beginnings = [];

    public Highlighter(SearchQuery query)
    {
        foreach (var node in query.Matched)
        {
            switch (node)
            {
                case QueryNode.Word word: stems.Add(word.Stem); break;
                case QueryNode.Phrase phrase: forms.AddRange(phrase.Terms.Select(term => term.Form)); break;
                case QueryNode.Prefix prefix: beginnings.Add(prefix.Form); break;
                case QueryNode.Near near: stems.AddRange([near.First, near.Second]); break;
                default: break;
            }
        }
    }

    /// <summary>The ranges of a text that match.</summary>
    public IReadOnlyList<TextSpan> In(string text) => IsEmpty ? [] : [.. PersianAnalyzer.Find(text, 0, Matches).Select(term => term.Span)];

    /// <summary>The body sentence with the most different words sought, the first of equals and of an article that holds none; with its place in the text.</summary>
    public (string Text, int Start) Best(Article article)
    {
        var text = article.Text;
        var sentences = Sentences(text, article.Title.Length > 0 ? Math.Min(text.Length, article.Title.Length + 1) : 0);
        if (sentences.Count == 0) return ("", text.Length);
        var held = new HashSet<string>?[sentences.Count];
        if (!IsEmpty)
        {
            foreach (var term in PersianAnalyzer.Find(text, sentences[0].Start, Matches))
            {
                var index = sentences.BinarySearch(new(term.Span.Start, 0), ByStart);
                (held[index < 0 ? Math.Max(0, ~index - 1) : index] ??= []).Add(term.Stem);
            }
        }
        var best = Array.IndexOf(held, held.MaxBy(stems => stems?.Count ?? 0));
        return Cut(text, sentences[Math.Max(0, best)]);
    }

    private static Comparer<TextSpan> ByStart { get; } = Comparer<TextSpan>.Create((first, second) => first.Start.CompareTo(second.Start));

    private bool IsEmpty => stems.Count + forms.Count + beginnings.Count == 0;

    /// <summary>A query has few words: most others differ from each in their length already.</summary>
    private bool Matches(Word word)
    {
        foreach (var stem in stems)
        {
            if (stem == word.Stem) return true;
        }
        foreach (var form in forms)
        {
            if (form == word.Form) return true;
        }
        foreach (var beginning in beginnings)
        {
            if (word.Form.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Sentences by marks and line feeds, as they stand; a point between digits ends none.</summary>
    private static List<TextSpan> Sentences(string text, int from)
    {
        var sentences = new List<TextSpan>();
        var start = from;
        for (var i = from; i <= text.Length; i++)
        {
            var ends = i == text.Length || text[i] is '\n' or '!' or '؟' or '?' || (text[i] == '.' && (i + 1 == text.Length || !char.IsDigit(text[i + 1])));
            if (!ends) continue;
            var end = i < text.Length && text[i] != '\n' ? i + 1 : i;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            if (text.AsSpan(start, end - start).ContainsAnyExcept('.', ' ')) sentences.Add(new(start, end));
            start = Math.Max(end, start);
        }
        return sentences;
    }

    private static (string Text, int Start) Cut(string text, TextSpan sentence)
    {
        if (sentence.Length <= MaxLength) return (sentence.In(text).ToString(), sentence.Start);
        var end = text.LastIndexOf(' ', sentence.Start + MaxLength, MaxLength);
        if (end <= sentence.Start) end = sentence.Start + MaxLength;
        return (text[sentence.Start..end], sentence.Start);
    }
}
