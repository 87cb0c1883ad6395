using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>Days in a query: Jalali or Gregorian years, months and days, ranges of them, and «سال 1401».</summary>
internal static class QueryDays
{
    /// <summary>A longer run of digits is a number of another kind.</summary>
    private const int MaxDigits = 4;

    /// <summary>The days that stand here; null inside where they look like days but are none, null outside where they do not.</summary>
    public static (QueryNode.Days? Days, int End)? At(string text, int at)
    {
        var end = QueryLexer.EndOfWord(text, at);
        var word = text[at..end];
        if (word.Contains("..", StringComparison.Ordinal) && word.Any(char.IsDigit) && (char.IsDigit(word[0]) || word[0] == '.')) return (Range(word), end);
        if (word == "سال")
        {
            var start = end;
            while (start < text.Length && text[start] is ' ' or '\u200c') start++;
            var yearEnd = QueryLexer.EndOfWord(text, start);
            return yearEnd - start == 4 && Whole(text[start..yearEnd]) is { } year ? (Spoken(year, text, at, yearEnd), yearEnd) : null;
        }
        // A month or a day; a year alone is a number like any other.
        return word.Length >= 6 && char.IsDigit(word[0]) && word.AsSpan().IndexOfAny('-', '/') == 4 && Whole(word) is { } days ? (Spoken(days, text, at, end), end) : null;
    }

    /// <summary>Days from one end to the other; an end left out is open. Null where they cannot be read.</summary>
    public static QueryNode.Days? Range(string word)
    {
        var ends = word.Split("..");
        if (ends.Length != 2) return null;
        var (from, to) = (ends[0].Length == 0 ? null : Day(ends[0], last: false), ends[1].Length == 0 ? null : Day(ends[1], last: true));
        if ((from is null && ends[0].Length > 0) || (to is null && ends[1].Length > 0) || (from is null && to is null) || from > to) return null;
        return new(from, to);
    }

    /// <summary>A day; of a year or month the first one, or the last.</summary>
    public static DateOnly? Day(string text, bool last) =>
        !text.Split('-', '/').Any(part => Fold.Key(part).Length > MaxDigits) && DayText.TryParse(text, last, out var day) ? day : null;

    private static QueryNode.Days Spoken(QueryNode.Days days, string text, int start, int end) => days with
    {
        Spoken = [.. PersianAnalyzer.Analyze(text[start..end]).Select(term => new QueryNode.Word(term.Stem, new(term.Span.Start + start, term.Span.End + start), term.Form))],
    };

    private static QueryNode.Days? Whole(string text) => Day(text, last: false) is { } from ? new(from, Day(text, last: true)) : null;
}
