using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>A query as the engine runs it.</summary>
/// <param name="Match">The FTS5 expression; empty where the query asks for everything.</param>
/// <param name="Forms">The exact forms sought, for highlighting.</param>
/// <param name="Stems">The stems sought, for highlighting.</param>
/// <param name="Prefixes">The beginnings sought, for highlighting.</param>
internal sealed record SearchQuery(string Match, IReadOnlySet<string> Forms, IReadOnlySet<string> Stems, IReadOnlyList<string> Prefixes);

/// <summary>A query read, or what is wrong with it and where.</summary>
internal abstract record QueryParse
{
    private QueryParse() { }

    public sealed record Read(SearchQuery Query) : QueryParse;

    public sealed record Wrong(int Position, string MessageFa, string Message) : QueryParse;
}

/// <summary>
/// The search language: words (all must match), <c>"exact phrase"</c>, <c>OR</c>, <c>-not</c>, <c>prefix*</c>.
/// Words meet by stem, phrases by form.
/// </summary>
internal static class QueryParser
{
    /// <summary>The most words and phrases of a query; more are refused so that no query can hold the server.</summary>
    public const int MaxParts = 40;

    public static QueryParse Parse(string text)
    {
        var groups = new List<List<string>>();
        var excluded = new List<string>();
        var (forms, stems, prefixes) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        var joinWithOr = false;
        var parts = 0;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            if (++parts > MaxParts) return new QueryParse.Wrong(at, $"پرسش بیش از {MaxParts} واژه دارد؛ کوتاه‌ترش کنید", $"the query has more than {MaxParts} words; shorten it");
            var negated = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (negated) at++;
            string? expression;
            if (text[at] is '"' or '«' or '“')
            {
                var close = text[at] switch { '«' => '»', '“' => '”', _ => '"' };
                var end = text.IndexOf(close, at + 1);
                if (end < 0) return new QueryParse.Wrong(at, $"گیومه‌ای که این‌جا باز شده بسته نشده است؛ {close} را بیفزایید", $"the quotation mark opened here is not closed; add {close}");
                expression = Phrase(PersianAnalyzer.Analyze(text[(at + 1)..end]), negated ? null : forms);
                at = end + 1;
            }
            else
            {
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '«' or '“')) end++;
                var word = text[at..end];
                if (word == "OR" && groups.Count > 0)
                {
                    joinWithOr = true;
                    at = end;
                    continue;
                }
                // Words that follow each other may be parts of one, so runs of plain words are analysed together.
                while (!negated && !word.EndsWith('*') && NextPlainWord(text, end) is var next && next > end && !PrefixFollows(text, end, next))
                {
                    if (text[end..next].Trim() is "OR") break;
                    end = next;
                    word = text[at..end];
                }
                expression = Words(word, negated ? null : stems, negated ? null : prefixes);
                at = end;
            }
            if (expression is null) continue;
            if (negated) excluded.Add(expression);
            else if (joinWithOr && groups.Count > 0) groups[^1].Add(expression);
            else groups.Add([expression]);
            joinWithOr = false;
        }
        if (groups.Count == 0 && excluded.Count > 0)
            return new QueryParse.Wrong(0, "پرسش تنها از چیزهایی است که نباید باشند؛ واژه‌ای هم برای یافتن بنویسید", "the query only excludes; add a word to find");
        var match = string.Join(" AND ", groups.Select(group => group.Count == 1 ? group[0] : "(" + string.Join(" OR ", group) + ")"));
        if (excluded.Count > 0) match = $"({match}) NOT ({string.Join(" OR ", excluded)})";
        return new QueryParse.Read(new(match, forms, stems, prefixes));
    }

    private static int NextPlainWord(string text, int at)
    {
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length || text[start] is '-' or '"' or '«' or '“') return at;
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '«' or '“')) end++;
        return end;
    }

    private static bool PrefixFollows(string text, int at, int end) => text.AsSpan(at, end - at).Contains('*') || text.AsSpan(at, end - at).Trim() is "OR";

    private static string? Words(string text, HashSet<string>? stems, List<string>? prefixes)
    {
        var prefix = text.EndsWith('*');
        var terms = PersianAnalyzer.Analyze(text.TrimEnd('*'));
        if (terms.Count == 0) return null;
        var expressions = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (prefix && i == terms.Count - 1)
            {
                prefixes?.Add(terms[i].Form);
                expressions.Add($"{{title_forms body_forms}} : {Quote(terms[i].Form)} *");
            }
            else
            {
                stems?.Add(terms[i].Stem);
                expressions.Add($"{{title_stems body_stems}} : {Quote(terms[i].Stem)}");
            }
        }
        return expressions.Count == 1 ? expressions[0] : "(" + string.Join(" AND ", expressions) + ")";
    }

    private static string? Phrase(IReadOnlyList<Term> terms, HashSet<string>? forms)
    {
        if (terms.Count == 0) return null;
        foreach (var term in terms) forms?.Add(term.Form);
        return $"{{title_forms body_forms}} : {Quote(string.Join(' ', terms.Select(term => term.Form)))}";
    }

    private static string Quote(string term) => "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
