using System.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>Writes numbers in Persian words.</summary>
public static class NumberWords
{
    private static readonly string[] Small =
    [
        "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده",
        "شانزده", "هفده", "هجده", "نوزده",
    ];

    private static readonly string[] Tens = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];
    private static readonly string[] Hundreds = ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];
    private static readonly string[] Scales = ["", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون", "سکستیلیون", "سپتیلیون", "اکتیلیون"];
    private static readonly string[] Parts = ["", "دهم", "صدم", "هزارم"];

    /// <summary>The number in words, groups joined by «و»: 1250 is «هزار و دویست و پنجاه».</summary>
    public static string Write(long number) => Write((decimal)number);

    /// <summary>
    /// The number in words; a half is «و نیم», other decimals up to thousandths are «و پنجاه و سه صدم», or «ممیز پنج صدم» where
    /// «بیست و پنج صدم» would be a quarter.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more than three decimals.</exception>
    public static string Write(decimal number)
    {
        var magnitude = Math.Abs(number);
        var whole = decimal.Truncate(magnitude);
        var words = new StringBuilder(number < 0 ? "منفی " : "");
        var rest = magnitude - whole;
        if (whole > 0 || rest == 0) WriteWhole(whole, words);
        if (rest == 0) return words.ToString();
        if (rest == 0.5m) return words.Append(whole > 0 ? " و نیم" : "نیم").ToString();
        var (places, reach) = (0, 1);
        while (rest != decimal.Truncate(rest) && places < 3) (rest, places) = (rest * 10, places + 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, decimal.Truncate(rest), nameof(number));
        while (reach <= rest) reach *= 10;
        if (whole > 0) words.Append(places > 1 && whole % reach == 0 ? " ممیز " : " و ");
        WriteWhole(rest, words);
        return words.Append(' ').Append(Parts[places]).ToString();
    }

    /// <summary>The ordinal: 33 is «سی و سوم», 30 is «سی‌ام».</summary>
    public static string WriteOrdinal(long number)
    {
        var words = Write(number);
        if (words.EndsWith("سه", StringComparison.Ordinal)) return words[..^2] + "سوم";
        return words + (words.EndsWith("سی", StringComparison.Ordinal) ? "\u200cام" : "م");
    }

    private static void WriteWhole(decimal number, StringBuilder words)
    {
        if (number == 0)
        {
            words.Append(Small[0]);
            return;
        }
        Span<int> groups = stackalloc int[Scales.Length];
        var count = 0;
        for (; number > 0; number = decimal.Truncate(number / 1000)) groups[count++] = (int)(number % 1000);
        var first = true;
        for (var scale = count - 1; scale >= 0; scale--)
        {
            if (groups[scale] == 0) continue;
            if (!first) words.Append(" و ");
            first = false;
            // «هزار», not «یک هزار», at the head of a number
            if (scale != 1 || groups[scale] != 1) WriteGroup(groups[scale], words);
            if (scale > 0) words.Append(words.Length > 0 && words[^1] != ' ' ? " " : "").Append(Scales[scale]);
        }
    }

    private static void WriteGroup(int group, StringBuilder words)
    {
        var rest = group % 100;
        if (group >= 100) words.Append(Hundreds[group / 100 - 1]).Append(rest > 0 ? " و " : "");
        if (rest == 0) return;
        if (rest < 20) words.Append(Small[rest]);
        else words.Append(Tens[rest / 10 - 2]).Append(rest % 10 > 0 ? " و " + Small[rest % 10] : "");
    }
}
