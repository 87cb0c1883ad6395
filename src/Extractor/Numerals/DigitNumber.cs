using System.Buffers;

namespace NewsMiner.Extractor.Numerals;

/// <summary>
/// Reads a number written in digits of any kind. A mark before exactly three digits, or standing more than once, groups
/// thousands (<c>1,250</c> <c>۱.۲۵۰</c> <c>12.345.678</c>); any other mark is the decimal one (<c>۵۲/۵</c> <c>۷,۵</c> <c>2.5</c> <c>۴٫۵</c>).
/// </summary>
public static class DigitNumber
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".,/٫٬،'_");

    /// <summary>
    /// The value of a whole text that is one number, or null. A sign may stand before it, spaces anywhere; a currency or
    /// percent sign, two marks in a row or uneven groups make it no number.
    /// </summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        var rest = text.Trim();
        var negative = rest is ['-' or '−', ..];
        if (rest is ['-' or '−' or '+', ..]) rest = rest[1..];
        Span<char> kept = rest.Length <= 64 ? stackalloc char[rest.Length] : new char[rest.Length];
        var length = 0;
        foreach (var c in rest)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200c' or '\u200e' or '\u200f')) kept[length++] = Text.Fold.Character(c);
        }
        return ParseUnsigned(kept[..length]) is { } value ? negative ? -value : value : null;
    }

    /// <summary>The value of folded digits and marks without a sign or spaces, or null.</summary>
    internal static decimal? ParseUnsigned(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.Length > 40 || !char.IsAsciiDigit(digits[^1])) return null;
        var last = digits.LastIndexOfAny(Marks);
        if (last < 0) return Whole(digits);
        var before = digits[..last];
        var after = digits[(last + 1)..];
        var mark = digits[last];
        // «۱/۲۵۰/۰۰۰», «۸۵۰/۰۰۰»: a slash groups thousands where it stands more than once or before three noughts.
        var slashes = mark == '/' && after.Length == 3 && (before.Contains('/') || after is "000") && IsGroups(before, before.Contains('/') ? '/' : null);
        if (slashes) return Whole(digits);
        if (mark == '/' || mark == '٫' || before.IsEmpty) return Decimal(before, after);
        var repeated = before.Contains(mark);
        var grouped = after.Length == 3 && IsGroups(before, repeated ? mark : null);
        if (repeated) return grouped ? Whole(digits) : null;
        var otherMark = before.IndexOfAny(Marks) >= 0;
        // «1'234.561»: after groups by one mark, another mark can only be the decimal one.
        if (otherMark || !grouped || before[0] == '0') return mark == '٬' && !grouped ? null : Decimal(before, after);
        return Whole(digits);
    }

    private static decimal? Decimal(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var at = whole.IndexOfAny(Marks);
        if (at >= 0 && (whole[at] is '/' or '٫' || !IsGroups(whole, whole[at]))) return null;
        if ((whole.IsEmpty ? 0m : Whole(whole)) is not { } integer || Whole(fraction) is not { } numerator || fraction.Length > 20) return null;
        var scale = 1m;
        for (var i = 0; i < fraction.Length; i++) scale *= 10;
        return integer + numerator / scale;
    }

    private static bool IsGroups(ReadOnlySpan<char> text, char? mark)
    {
        var first = mark is { } m ? text.IndexOf(m) : text.Length;
        if (first is < 1 or > 3 || text[..first].IndexOfAny(Marks) >= 0) return false;
        for (var at = first; at < text.Length; at += 4)
        {
            if (text[at] != mark || at + 4 > text.Length || text.Slice(at + 1, 3).IndexOfAny(Marks) >= 0) return false;
        }
        return true;
    }

    private static decimal? Whole(ReadOnlySpan<char> text)
    {
        var value = 0m;
        var digits = 0;
        foreach (var c in text)
        {
            if (Marks.Contains(c)) continue;
            if (!char.IsAsciiDigit(c) || ++digits > 28) return null;
            value = value * 10 + (c - '0');
        }
        return digits == 0 ? null : value;
    }
}
