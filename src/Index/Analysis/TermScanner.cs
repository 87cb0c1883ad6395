using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>Cuts a text into spellings and says which stand side by side.</summary>
internal ref struct TermScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the spelling now read begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is made of digits.</summary>
    public bool IsNumber { get; private set; }

    /// <summary>Whether nothing but a space or a half-space parts it from the one before.</summary>
    public bool IsBesideLast { get; private set; }

    /// <summary>Reads the next spelling.</summary>
    public bool MoveNext()
    {
        var gap = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (IsLetter(c) || char.IsDigit(c)) break;
            gap += c is ' ' or '\u200c' or '\u00a0' ? 1 : 3;
        }
        if (at >= text.Length) return false;
        IsBesideLast = gap <= 2;
        Start = at;
        IsNumber = char.IsDigit(text[at]);
        if (IsNumber)
        {
            while (at < text.Length && (char.IsDigit(text[at]) || (at + 1 < text.Length && text[at] is '.' or '/' or '٫' or '٬' or ',' or '،' && char.IsDigit(text[at + 1])))) at++;
        }
        else
        {
            while (at < text.Length && (IsLetter(text[at]) || IsSilent(text[at])))
            {
                // «شده‌است» is two words wherever it is written.
                if (text[at] == '\u200c' && IsCopula(text[(at + 1)..])) break;
                at++;
            }
        }
        End = at;
        return true;
    }

    /// <summary>A number in one form: ASCII digits, no thousands marks, a point before decimals, no zeros at the front.</summary>
    public readonly string Number()
    {
        Span<char> digits = stackalloc char[Math.Min(End - Start, 64)];
        var length = 0;
        var marks = 0;
        for (var i = Start; i < End && length < digits.Length; i++)
        {
            var c = text[i];
            if (char.IsDigit(c)) digits[length++] = Fold.Character(c);
            else if (c is '.' or '/' or '٫' || (c is ',' or '،' && marks == 0 && !IsThousands(i)))
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

    private readonly bool IsThousands(int mark)
    {
        var end = mark + 1;
        while (end < End && char.IsDigit(text[end])) end++;
        return end - mark == 4;
    }

    private static bool IsLetter(char c) => c is >= '\u0620' and <= '\u064a' and not 'ـ' or >= '\u066e' and <= '\u06d3' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || (c > '\u007f' && c is not (>= '\u0600' and <= '\u06ff') && char.IsLetter(c)) || c is '\u06d5';

    private static bool IsSilent(char c) => c is '\u200c' or 'ـ' or '\u200d' or '\u200b' or '\u200e' or '\u200f' or '\u00ad' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsCopula(ReadOnlySpan<char> rest) =>
        rest.StartsWith("است") && (rest.Length == 3 || !(IsLetter(rest[3]) || IsSilent(rest[3])));
}
