using System.Globalization;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// Does the arithmetic an article invites — parts and their total, a rate over two periods, a change and its two levels,
/// a share and its base — and says of each figure concerned whether it agrees.
/// </summary>
internal static class FigureChecks
{
    /// <summary>Rounding that news allows itself, as a share.</summary>
    private const double Rounding = 0.02;

    /// <summary>What binary fractions lose: 1.4 - 1 is a little less than 0.4.</summary>
    private const double Reckoning = 1e-6;

    // Calendar months and years hold no whole number of the smaller periods; news counts four weeks or four and a third.
    private static readonly (string Short, string Long, double Least, double Most)[] Periods =
    [
        ("day", "week", 5, 7), ("day", "month", 20, 31), ("day", "year", 250, 366), ("week", "month", 4, 4.5), ("week", "year", 48, 52.2), ("month", "year", 12, 12),
    ];

    /// <summary>The figures, with <see cref="Figure.Check"/> filled where arithmetic says something.</summary>
    public static void Fill(MarkedText text, List<(Figure Figure, FigureCandidate Candidate)> figures)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            Levels(text, figures, i);
            Rates(figures, i);
            Shares(text, figures, i);
        }
        Totals(text, figures);
    }

    // «از ۲۱ به ۳۳ میلیارد … ۵۷ درصد افزایش»
    private static void Levels(MarkedText text, List<(Figure Figure, FigureCandidate Candidate)> figures, int at)
    {
        var (level, candidate) = figures[at];
        if (candidate.From is not { Value: > 0 } from) return;
        var sentence = text.SentenceAt(candidate.Number.FirstToken);
        foreach (var index in Near(figures, at, 2))
        {
            var (other, change) = figures[index];
            if (change.Number.FirstToken < sentence.FirstToken || change.Number.FirstToken >= sentence.EndToken || IsParted(text, candidate.Number.FirstToken, change.Number.FirstToken)) continue;
            var ratio = (double)(level.Value / from.Value);
            if (other is { Kind: "percent", Change: "up" or "down" })
            {
                var share = Math.Abs(ratio - 1) * 100;
                var same = Math.Abs(share - (double)other.Value) <= Math.Max(1, share * Rounding) + Reckoning && ratio > 1 == (other.Change == "up");
                Say(figures, index, same, $"({Show(level.Value)} - {Show(from.Value)}) / {Show(from.Value)} = {Show((decimal)Math.Round((ratio - 1) * 100, 1))} %");
            }
            else if (other is { Kind: "ratio", Change: "up" })
            {
                Say(figures, index, Math.Abs(ratio - (double)other.Value) <= 0.15 * ratio, $"{Show(level.Value)} / {Show(from.Value)} = {Show((decimal)Math.Round(ratio, 2))}");
            }
        }
    }

    // «۴۰ درصد بیشتر شد؛ سهم بیمار اما از ۳۰ به ۱۵ درصد رسید»: what a semicolon parts is said of different things.
    private static bool IsParted(MarkedText text, int one, int other)
    {
        for (var i = Math.Min(one, other); i < Math.Max(one, other); i++)
        {
            if (text.Text.Tokens[i].Form is "؛" or ";") return true;
        }
        return false;
    }

    // «هفته‌ای ۴۱ بسته», «ماهانه ۱۶۴ بسته»
    private static void Rates(List<(Figure Figure, FigureCandidate Candidate)> figures, int at)
    {
        var slow = figures[at].Figure;
        if (slow.Period is null || slow.Value <= 0) return;
        for (var i = 0; i < figures.Count; i++)
        {
            var other = figures[i].Figure;
            if (i == at || other.Unit != slow.Unit || !IsSameCounted(other.Counted, slow.Counted)) continue;
            foreach (var (brief, lasting, least, most) in Periods)
            {
                if (slow.Period != brief || other.Period != lasting) continue;
                var times = (double)(other.Value / slow.Value);
                var agrees = times >= least * (1 - Rounding) && times <= most * (1 + Rounding);
                var sum = $"{Show(slow.Value)} a {brief} × {Show((decimal)Math.Round(times, 2))} = {Show(other.Value)} a {lasting}";
                Say(figures, at, agrees, sum);
                Say(figures, i, agrees, sum);
            }
        }
    }

    // «از ۱۸۰۰ خانه، ۹۲ درصد یعنی ۱۶۵۶ خانه»
    private static void Shares(MarkedText text, List<(Figure Figure, FigureCandidate Candidate)> figures, int at)
    {
        var (share, candidate) = figures[at];
        if (share is not { Kind: "percent", Change: null, Max: null, Qualifier: null } || share.Value is <= 0 or >= 100) return;
        var paragraph = text.SentenceAt(candidate.Number.FirstToken).Paragraph;
        foreach (var index in Near(figures, at, 2))
        {
            var part = figures[index];
            if (part.Figure.Kind is not ("count" or "money") || text.SentenceAt(part.Candidate.Number.FirstToken).Paragraph != paragraph) continue;
            foreach (var of in Near(figures, at, 3))
            {
                var whole = figures[of];
                if (of == index || whole.Figure.Unit != part.Figure.Unit || whole.Figure.Value <= part.Figure.Value || text.SentenceAt(whole.Candidate.Number.FirstToken).Paragraph != paragraph) continue;
                var expected = (double)(whole.Figure.Value * share.Value / 100);
                if (expected >= 10 && Math.Abs(expected - (double)part.Figure.Value) <= expected * Rounding) Say(figures, index, true, $"{Show(share.Value)} % of {Show(whole.Figure.Value)} = {Show((decimal)Math.Round(expected, 1))}");
            }
        }
    }

    // «۲۷ واحد … ۹ واحد در اراک، ۶ واحد در شازند، …»: the parts stand in one sentence, the total before them.
    private static void Totals(MarkedText text, List<(Figure Figure, FigureCandidate Candidate)> figures)
    {
        for (var i = 0; i < figures.Count;)
        {
            var sentence = text.SentenceAt(figures[i].Candidate.Number.FirstToken);
            var end = i + 1;
            while (end < figures.Count && figures[end].Candidate.Number.FirstToken < sentence.EndToken && figures[end].Figure.Unit == figures[i].Figure.Unit && figures[end].Candidate.From is null) end++;
            if (figures[i].Figure.Kind is "count" or "money")
            {
                // The total may open the sentence of its parts.
                if (end - i >= 3) Total(text, figures, i, i + 1, end, sentence.EndToken);
                if (end - i >= 2)
                {
                    for (var total = i - 1; total >= 0 && total >= i - 6 && figures[i].Figure.Check is null; total--)
                    {
                        if (figures[total].Figure.Unit == figures[i].Figure.Unit && figures[total].Figure.Kind == figures[i].Figure.Kind) Total(text, figures, total, i, end, sentence.EndToken);
                    }
                }
            }
            i = end;
        }
    }

    private static void Total(MarkedText text, List<(Figure Figure, FigureCandidate Candidate)> figures, int total, int first, int end, int sentenceEnd)
    {
        var parts = figures.GetRange(first, end - first);
        if (parts.Exists(part => part.Figure.Max is not null || part.Figure.Period is not null || part.Figure.Qualifier is not null || part.Figure.Change is not null)) return;
        var sum = parts.Sum(part => part.Figure.Value);
        var whole = figures[total].Figure.Value;
        var words = string.Join(" + ", parts.Select(part => Show(part.Figure.Value))) + " = " + Show(sum);
        var isPartition = text.Key(parts[0].Candidate.Number.FirstToken - 1) is "تعداد" or "شمار" or "میان" or "عده" && text.Key(parts[0].Candidate.Number.FirstToken - 2) is "این" or "ان";
        if (sum == whole) Say(figures, total, true, words);
        else if (isPartition && (sum > whole || !HasRest(text, parts[^1].Candidate.UnitEnd, sentenceEnd))) Say(figures, total, false, words + ", not " + Show(whole));
        else return;
        for (var i = first; i < end; i++) Say(figures, i, sum == whole, words);
    }

    private static bool HasRest(MarkedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Key(i) is "بقیه" or "مابقی" or "مانده" or "باقی" or "سایر" or "دیگر") return true;
        }
        return false;
    }

    private static bool IsSameCounted(string? a, string? b) =>
        a == b || a is not null && b is not null && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal));

    private static IEnumerable<int> Near(List<(Figure Figure, FigureCandidate Candidate)> figures, int at, int reach)
    {
        for (var i = Math.Max(0, at - reach); i <= Math.Min(figures.Count - 1, at + reach); i++)
        {
            if (i != at) yield return i;
        }
    }

    private static void Say(List<(Figure Figure, FigureCandidate Candidate)> figures, int at, bool agrees, string sum)
    {
        if (figures[at].Figure.Check is null) figures[at] = (figures[at].Figure with { Check = (agrees ? "agrees: " : "disagrees: ") + sum }, figures[at].Candidate);
    }

    private static string Show(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
