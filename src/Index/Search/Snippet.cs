using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>The sentence of an article that shows best why it matches, and what in a text matches.</summary>
internal static class Snippet
{
    /// <summary>Longer sentences are cut at a word; UTF-16 units.</summary>
    private const int MaxLength = 320;

    /// <summary>The body sentence with the most different words sought, the first of equals; the first sentence where there is no query.</summary>
    public static (string Text, int Start) Best(Article article, SearchQuery? query)
    {
        var text = article.Text;
        var bodyStart = Math.Min(text.Length, article.Title.Length + 1);
        var read = TokenizedText.Read(text);
        var best = (Score: -1, Span: new TextSpan(bodyStart, bodyStart));
        foreach (var sentence in read.Sentences)
        {
            var span = read.OriginalSpan(sentence.FirstToken, sentence.EndToken);
            if (span.Start < bodyStart) continue;
            var score = query is null ? 0 : PersianAnalyzer.Analyze(span.In(text).ToString()).Where(term => Matches(term, query)).Select(term => term.Stem).Distinct().Count();
            if (score > best.Score) best = (score, span);
            if (query is null) break;
        }
        var end = best.Span.End;
        if (best.Span.Length > MaxLength)
        {
            end = text.LastIndexOf(' ', best.Span.Start + MaxLength, MaxLength);
            if (end <= best.Span.Start) end = best.Span.Start + MaxLength;
        }
        return (text[best.Span.Start..end], best.Span.Start);
    }

    /// <summary>The ranges of a text that match the query.</summary>
    public static IReadOnlyList<TextSpan> Highlights(string text, SearchQuery? query) =>
        query is null ? [] : [.. PersianAnalyzer.Analyze(text).Where(term => Matches(term, query)).Select(term => term.Span)];

    private static bool Matches(Term term, SearchQuery query) => query.Sought.Any(node => node switch
    {
        QueryNode.Word word => word.Stem == term.Stem && (query.Words.Count < 2 || query.Words.Contains(word)),
        QueryNode.Phrase phrase => phrase.Terms.Any(part => part.Form == term.Form),
        QueryNode.Prefix prefix => term.Form.StartsWith(prefix.Form, StringComparison.Ordinal),
        QueryNode.Near near => term.Stem == near.First || term.Stem == near.Second,
        _ => false,
    });
}
