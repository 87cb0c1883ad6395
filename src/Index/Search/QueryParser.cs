using NewsMiner.Extractor;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>
/// The search language: words, <c>"exact phrase"</c>, <c>a OR b</c>, <c>-not</c>, <c>prefix*</c>, <c>a ~ b</c> (near, <c>~5</c> for at most five words
/// between), parentheses, fields (<c>speaker: official: role: place: province: outlet: topic: has: kind: from: to:</c>), days
/// (<c>1402-05..1402-08</c>, <c>سال 1401</c>) and figures (<c>figure&gt;1000 unit:ریال</c>). Bad input is answered with its place, never thrown.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>The most words and conditions of a query; more are refused so that no query can hold the server.</summary>
    public const int MaxParts = 100;

    private const int DeepestNesting = 12;
    private const int DefaultDistance = 8;

    private readonly string text;
    private int at;
    private int parts;
    private int depth;
    private QueryParse.Wrong? wrong;

    private QueryParser(string text) => this.text = text;

    /// <summary>Reads a query of any text.</summary>
    public static QueryParse Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new QueryParser(text);
        var nodes = parser.Sequence();
        if (parser.wrong is null && parser.at < text.Length) parser.Fail(parser.at, "این پرانتز باز نشده است؛ آن را بردارید", "this parenthesis was never opened; take it out");
        if (parser.wrong is not null) return parser.wrong;
        nodes = FigureUnits.Attach(nodes);
        if (nodes.Count > 0 && nodes.TrueForAll(node => node is QueryNode.Not))
            return new QueryParse.Wrong(0, "پرسش تنها از چیزهایی است که نباید باشند؛ واژه‌ای هم برای یافتن بنویسید", "the query only excludes; add a word to find");
        return new QueryParse.Read(new(nodes));
    }

    /// <summary>Conditions up to the end or a closing parenthesis; all must hold.</summary>
    private List<QueryNode> Sequence()
    {
        var nodes = new List<QueryNode>();
        var joinWithOr = false;
        while (wrong is null)
        {
            SkipSpace();
            if (at >= text.Length || text[at] == ')') break;
            var start = at;
            if (QueryLexer.Word(text, at, "OR") is var end && end > 0 || (text[at] == '|' && (end = at + 1) > 0))
            {
                if (nodes.Count == 0 || joinWithOr) { Fail(at, "پیش از OR چیزی برای یافتن بنویسید", "OR needs something to find before it"); break; }
                joinWithOr = true;
                at = end;
                continue;
            }
            if (QueryLexer.Word(text, at, "AND") is var and && and > 0) { at = and; continue; }
            if (QueryLexer.Tilde(text, at) is { } tilde)
            {
                Near(nodes, tilde);
                continue;
            }
            var found = Part();
            if (wrong is not null) break;
            if (++parts + found.Count > MaxParts) { Fail(start, $"پرسش بیش از {MaxParts} بخش دارد؛ کوتاه‌ترش کنید", $"the query has more than {MaxParts} parts; shorten it"); break; }
            if (found.Count == 0) continue;
            if (joinWithOr)
            {
                nodes[^1] = nodes[^1] is QueryNode.Or or ? new QueryNode.Or([.. or.Nodes, found[0]]) : new QueryNode.Or([nodes[^1], found[0]]);
                joinWithOr = false;
                found.RemoveAt(0);
            }
            parts += found.Count;
            nodes.AddRange(found);
        }
        if (joinWithOr && wrong is null) Fail(text.Length, "پس از OR چیزی برای یافتن بنویسید", "OR needs something to find after it");
        return nodes;
    }

    /// <summary>One condition, or the words of a run of plain ones.</summary>
    private List<QueryNode> Part()
    {
        switch (text[at])
        {
            case '-' when at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]):
                var dash = at++;
                if (text[at] is '-' or ')' or '~') { Fail(dash, "پس از - واژه‌ای بنویسید که نباید باشد", "write the word to exclude after -"); return []; }
                var excluded = text[at] is '"' or '«' or '“' or '(' ? Part() : Single();
                return excluded.Count switch { 0 => [], 1 => [new QueryNode.Not(excluded[0])], _ => [new QueryNode.Not(new QueryNode.And(excluded))] };
            case '(':
                return Group();
            case '"' or '«' or '“':
                return Phrase() is { Count: > 0 } terms ? [new QueryNode.Phrase(terms)] : [];
            default:
                return Single(run: true);
        }
    }

    private List<QueryNode> Group()
    {
        var open = at++;
        if (++depth > DeepestNesting) { Fail(open, "پرانتزها بیش از اندازه تودرتو هستند", "parentheses are nested too deeply"); return []; }
        var nodes = Sequence();
        depth--;
        if (wrong is not null) return [];
        if (at >= text.Length) { Fail(open, "پرانتزی که این‌جا باز شده بسته نشده است؛ ) را بیفزایید", "the parenthesis opened here is not closed; add )"); return []; }
        at++;
        return nodes.Count switch { 0 => [], 1 => nodes, _ => [new QueryNode.And(nodes)] };
    }

    private IReadOnlyList<Term>? Phrase()
    {
        var open = at;
        var close = text[at] switch { '«' => '»', '“' => '”', _ => '"' };
        var end = text.IndexOf(close, at + 1);
        if (end < 0) { Fail(open, $"گیومه‌ای که این‌جا باز شده بسته نشده است؛ {close} را بیفزایید", $"the quotation mark opened here is not closed; add {close}"); return null; }
        at = end + 1;
        return PersianAnalyzer.Analyze(text[(open + 1)..end]);
    }

    /// <summary>A field, a figure, days, a prefix or a word; where <paramref name="run"/> says so, all plain words that follow too, since they may be parts of one.</summary>
    private List<QueryNode> Single(bool run = false)
    {
        var start = at;
        if (QueryLexer.FieldName(text, at) is { } field) return Field(field);
        if (QueryLexer.Comparison(text, at) is { } comparison)
        {
            at = comparison.End;
            if (comparison.Range is null) Fail(start, "عدد خوانده نشد؛ نمونه: figure>1000", "not a number; write figure>1000");
            return comparison.Range is { } range ? [new QueryNode.Figure(range)] : [];
        }
        if (QueryDays.At(text, at) is { } days)
        {
            at = days.End;
            if (days.Days is null) Fail(start, "بازهٔ تاریخ خوانده نشد؛ نمونه: 1402-05..1402-08", "not a range of days; write 1402-05..1402-08");
            return days.Days is { } read ? [read] : [];
        }
        at = QueryLexer.EndOfWord(text, at);
        if (at == start) { at++; return []; }
        if (text[at - 1] == '*') return Prefixed(start);
        while (run && QueryLexer.NextPlainWord(text, at) is { } next && QueryDays.At(text, next.Start) is null) at = next.End;
        return [.. PersianAnalyzer.Analyze(text[start..at]).Select(term => new QueryNode.Word(term.Stem, new(term.Span.Start + start, term.Span.End + start), term.Form))];
    }

    private List<QueryNode> Prefixed(int start)
    {
        var terms = PersianAnalyzer.Analyze(text[start..(at - 1)]);
        if (terms.Count == 0) return [];
        if (terms[^1].Form.Length < 2) { Fail(start, "پیش از * دست‌کم دو حرف بنویسید", "write two letters at least before *"); return []; }
        return [.. terms.Take(terms.Count - 1).Select(term => new QueryNode.Word(term.Stem, new(start, at - 1), term.Form)), new QueryNode.Prefix(terms[^1].Form)];
    }

    private List<QueryNode> Field((string Name, int ValueStart) field)
    {
        var start = at;
        at = field.ValueStart;
        if (at >= text.Length || char.IsWhiteSpace(text[at]) || text[at] is ')')
        {
            Fail(at, $"پس از {field.Name}: مقدار آن را بنویسید", $"write a value after {field.Name}:");
            return [];
        }
        string value;
        if (text[at] is '"' or '«' or '“')
        {
            var open = at;
            if (Phrase() is null) return [];
            value = text[(open + 1)..(at - 1)];
        }
        else
        {
            at = QueryLexer.EndOfWord(text, at, field: true);
            value = text[field.ValueStart..at];
        }
        var node = QueryFields.Read(field.Name, value.Trim(), out var fa, out var en);
        if (node is null) Fail(fa.StartsWith("میدان", StringComparison.Ordinal) ? start : field.ValueStart, fa, en);
        return node is null ? [] : [node];
    }

    private void Near(List<QueryNode> nodes, (int End, int? Distance) tilde)
    {
        var place = at;
        at = tilde.End;
        SkipSpace();
        var run = at < text.Length && text[at] is not (')' or '(' or '"' or '«' or '“' or '-' or '~') ? Single(run: true) : [];
        if (wrong is not null) return;
        if (nodes.Count == 0 || nodes[^1] is not QueryNode.Word first || run.Count == 0 || run[0] is not QueryNode.Word second)
        {
            Fail(place, "دو سوی ~ یک واژه بنویسید", "write a word on both sides of ~");
            return;
        }
        nodes[^1] = new QueryNode.Near(first.Stem, second.Stem, tilde.Distance ?? DefaultDistance);
        nodes.AddRange(run.Skip(1));
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private void Fail(int position, string fa, string en) => wrong ??= new(position, fa, en);
}
