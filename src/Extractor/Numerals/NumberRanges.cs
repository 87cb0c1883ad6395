using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>A number that stands by itself, before ranges are joined and scales shared.</summary>
/// <param name="Mention">The number.</param>
/// <param name="Scale">The scale its one group was multiplied by, 1 where it has none to share.</param>
/// <param name="First">The class of its first numeral.</param>
/// <param name="Simple">True where it is one numeral.</param>
internal readonly record struct SingleNumber(NumberMention Mention, decimal Scale, NumeralClass First, bool Simple);

/// <summary>Joins the ends of ranges and lets a number take the scale of its neighbour: «۵ تا ۷ هزار», «از ۵ به ۱۰ میلیون».</summary>
internal static class NumberRanges
{
    /// <summary>The numbers in order, two ends of a range made one mention.</summary>
    public static IReadOnlyList<NumberMention> Join(TokenizedText text, IReadOnlyList<SingleNumber> apart)
    {
        var singles = new List<SingleNumber>(apart);
        var joined = new List<NumberMention>(singles.Count);
        ShareScales(text, singles);
        for (var i = 0; i < singles.Count; i++)
        {
            if (i + 1 < singles.Count && IsRange(text, singles, i))
            {
                var (low, high) = (singles[i].Mention, singles[i + 1].Mention);
                joined.Add(low with { EndToken = high.EndToken, Value = Math.Min(low.Value, high.Value), Max = Math.Max(low.Value, high.Value), Rule = "number: range", Suffix = high.Suffix, MaxToken = high.FirstToken });
                i++;
            }
            else
            {
                joined.Add(singles[i].Mention);
            }
        }
        return joined;
    }

    private static bool IsRange(TokenizedText text, List<SingleNumber> singles, int i)
    {
        var (low, high) = (singles[i].Mention, singles[i + 1].Mention);
        if (low.Max is not null || high.Max is not null || low.Ordinal || high.Ordinal || low.Kind != NumberKind.Exact || high.Kind != NumberKind.Exact || low.Suffix is not null) return false;
        if (low.Value >= high.Value) return IsBackwards(text, low, high);
        return (high.FirstToken - low.EndToken) switch
        {
            0 => IsApproximation(text, singles[i], singles[i + 1]),
            1 => text.Tokens[low.EndToken].Form is "ـ" ? IsDashed(text, low, high) : text.Tokens[low.EndToken].Key switch
            {
                "تا" or "الی" => true,
                "و" => IsAfter(text, low.FirstToken, "بین", "مابین", "میان"),
                "-" or "–" or "—" => IsDashed(text, low, high),
                _ => false,
            },
            _ => false,
        };
    }

    // «بین ۷-۵ درصد»: written from right to left.
    private static bool IsBackwards(TokenizedText text, NumberMention high, NumberMention low) =>
        low.FirstToken - high.EndToken == 1 && text.Tokens[high.EndToken].Form is "-" or "–" && low.Value > 0 && low.Value < high.Value && IsAfter(text, high.FirstToken, "بین", "حدود")
        && IsDashed(text, high, low);

    // «سه چهار», «ده پانزده», «بیست سی»: neighbours in words with nothing between.
    private static bool IsApproximation(TokenizedText text, in SingleNumber low, in SingleNumber high)
    {
        if (low.First == NumeralClass.Digits || high.First == NumeralClass.Digits || text.Tokens[low.Mention.EndToken - 1].Span.End == text.Tokens[high.Mention.FirstToken].Span.Start) return false;
        var (a, b) = (low.Mention.Written, high.Mention.Value / high.Scale);
        return b <= 10 ? b - a == 1 : b <= 20 ? b - a is 1 or 2 or 5 or 10 : b - a is 5 or 10 or 20 or 100;
    }

    // Two numbers as they stand, whichever is the greater.
    private static bool IsDashed(TokenizedText text, NumberMention first, NumberMention second)
    {
        if (IsDash(text, first.FirstToken - 1) || IsDash(text, second.EndToken)) return false;
        return !(text.Tokens[first.FirstToken].Key is ['0', _, ..]) && !(text.Tokens[second.FirstToken].Key is ['0', _, ..])
            && Math.Max(first.Value, second.Value) < Math.Min(first.Value, second.Value) * 100 && text.Tokens[first.EndToken - 1].Key.Length <= 6;
    }

    private static bool IsDash(TokenizedText text, int token) =>
        token >= 0 && token < text.Tokens.Count && text.Tokens[token].Form is "-" or "–" or "/" or ":";

    private static bool IsAfter(TokenizedText text, int token, params ReadOnlySpan<string> words) => token > 0 && words.Contains(text.Tokens[token - 1].Key);

    private static void ShareScales(TokenizedText text, List<SingleNumber> singles)
    {
        for (var i = singles.Count - 2; i >= 0; i--)
        {
            var (number, next) = (singles[i], singles[i + 1]);
            if (next.Scale == 1 || number.Scale != 1 || number.Mention.Value >= 1000 || number.Mention.Ordinal || number.Mention.Suffix is not null
                || number.Mention.Kind != NumberKind.Exact || next.Mention.Kind != NumberKind.Exact || next.Mention.Ordinal
                || !MaySplitScale(text, singles, i)) continue;
            var value = number.Mention.Value * next.Scale;
            singles[i] = number with { Mention = number.Mention with { Value = value, Written = number.Mention.Value, Rule = "number: shared scale" }, Scale = next.Scale };
        }
    }

    private static bool MaySplitScale(TokenizedText text, List<SingleNumber> singles, int i)
    {
        var (number, next) = (singles[i].Mention, singles[i + 1].Mention);
        var count = next.Value / singles[i + 1].Scale;
        switch (next.FirstToken - number.EndToken)
        {
            case 0:
                return number.Value < count && IsApproximation(text, singles[i], singles[i + 1]);
            case 1:
                var between = text.Tokens[number.EndToken].Key;
                if (between is "تا" or "الی" or "-" or "–") return number.Value < count;
                var alike = number.Value <= count * 10 && count <= number.Value * 20;
                if (between == "به") return alike && IsAfter(text, number.FirstToken, "از");
                if (between is "و" or "یا") return alike && (number.Value < count || !IsAfter(text, number.FirstToken, "بین"));
                return between is "،" or "," && alike && next.Rule == "number: shared scale";
            default:
                return false;
        }
    }
}
