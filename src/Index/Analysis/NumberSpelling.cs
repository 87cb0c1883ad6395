using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>Brings numbers in digits to one form.</summary>
internal static class NumberSpelling
{
    private const int Longest = 64;

    /// <summary>Whether a mark inside a number belongs to it: of thousands, decimals or a date.</summary>
    public static bool IsMark(char c) => c is '.' or '/' or '٫' or '٬' or ',' or '،';

    /// <summary>A number in ASCII digits, without thousands marks and zeros at the front, with a point before decimals.</summary>
    public static string Form(ReadOnlySpan<char> spelling)
    {
        Span<char> digits = stackalloc char[Math.Min(spelling.Length, Longest)];
        var length = 0;
        var marks = 0;
        for (var i = 0; i < spelling.Length && length < digits.Length; i++)
        {
            var c = spelling[i];
            if (char.IsDigit(c)) digits[length++] = Fold.Character(c);
            else if (c is '.' or '/' or '٫' || (c is ',' or '،' && marks == 0 && !IsThousands(spelling[(i + 1)..])))
            {
                digits[length++] = '.';
                marks++;
            }
        }
        var number = digits[..length];
        // A date or a list of numbers: each part without zeros at the front.
        if (marks != 1) return string.Join('.', number.ToString().Split('.').Select(part => part.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0"));
        var whole = number.TrimStart('0');
        return whole.Length > 0 && whole[0] != '.' ? whole.ToString() : string.Concat("0", whole);
    }

    private static bool IsThousands(ReadOnlySpan<char> afterMark)
    {
        var end = 0;
        while (end < afterMark.Length && char.IsDigit(afterMark[end])) end++;
        return end == 3;
    }
}
