using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Trends;

/// <summary>Answers how large something is said to be, period by period and source by source.</summary>
internal static class FigureTrends
{
    public static TrendAnswer<FigureTrend> Answer(MatchingArticles articles, FigureTrendRequest request)
    {
        if (MatchingArticles.WhatIsWrong(request.Filter) is { } wrong) return new TrendAnswer<FigureTrend>.Rejected(wrong);
        if (request.Counted is { } words && CountedFigures.Stems(words).Count == 0)
            return new TrendAnswer<FigureTrend>.Rejected(new("counted", "واژه‌ای بنویسید که چیزی را نام ببرد، مانند مددجو", "write a word that names something, such as مددجو"));
        var figures = CountedFigures.Read(articles, request with { Filter = MatchingArticles.Settled(request.Filter) });
        var units = figures.GroupBy(figure => Fold.Key(figure.Unit), StringComparer.Ordinal)
            .Select(group => (group.Key, Name: group.CountBy(figure => figure.Unit).MaxBy(unit => unit.Value).Key, Figures: group.ToArray()))
            .OrderByDescending(unit => unit.Figures.Length).ThenBy(unit => unit.Name, StringComparer.Ordinal).ToArray();
        var asked = request.Unit is { } unit ? Fold.Key(CountedFigures.UnitOf(unit)) : units.FirstOrDefault().Key;
        var (_, name, series) = units.FirstOrDefault(found => found.Key == asked);
        series ??= [];
        if (series.Length > 0 && TrendPeriod.CountBetween(Day(series[0]), Day(series[^1]), request.Grain) > TermTrendRequest.MaxPeriods)
        {
            return new TrendAnswer<FigureTrend>.Rejected(new("grain", $"بیش از {JalaliNames.NumberFa(TermTrendRequest.MaxPeriods)} دوره می‌شود؛ دورهٔ بلندتر یا بازهٔ کوتاه‌تر بخواهید",
                $"that makes more than {TermTrendRequest.MaxPeriods} periods; ask for a longer grain or a shorter range"));
        }
        TrendPeriod[] periods = series.Length == 0 ? [] : [.. TrendPeriod.Between(Day(series[0]), Day(series[^1]), request.Grain)];
        var (points, at) = (new FigurePoint[periods.Length], 0);
        for (var i = 0; i < periods.Length; i++)
        {
            // Both are in the order of days.
            var first = at;
            while (at < series.Length && series[at].Day <= periods[i].To.DayNumber) at++;
            points[i] = Point(periods[i], series[first..at]);
        }
        var contradictions = FigureContradictions.Find(series);
        var outlets = series.Select(figure => figure.Figure.Outlet).Distinct().Count();
        var (fa, en) = (
            $"{JalaliNames.NumberFa(series.Length)} رقم با این یکا از {JalaliNames.NumberFa(outlets)} رسانه، از {JalaliNames.NumberFa(figures.Count)} رقم همین پالایش؛ رقم رونوشت‌های یک خبر یک بار، بازه‌ها با میانه‌شان، پول به ریال",
            $"{JalaliNames.NumberEn(series.Length)} figures of this unit from {JalaliNames.NumberEn(outlets)} outlets, of {JalaliNames.NumberEn(figures.Count)} with the same filter; copies of a story once, ranges by their middle, money in rials");
        return new TrendAnswer<FigureTrend>.Found(new(request.Counted, name, request.Filter.Kind, request.Grain, series.Length, outlets, points,
            [.. units.Where(other => other.Key != asked).Select(other => new UnitCount(other.Name, other.Figures.Length))], Trend(periods, points), $"{fa} · {en}", fa, en,
            contradictions.Count, [.. contradictions.Take(request.Limit).Select(found => FigureContradictions.Describe(articles, found))]));
    }

    private static FigurePoint Point(TrendPeriod period, CountedFigure[] figures)
    {
        decimal? Of(Func<decimal[], decimal> what) => figures.Length == 0 ? null : what([.. figures.Select(figure => figure.Value).Order()]);
        decimal[] byOutlet = [.. figures.GroupBy(figure => figure.Figure.Outlet).Select(outlet => Median([.. outlet.Select(figure => figure.Value).Order()])).Order()];
        return new(period.Key, period.LabelFa, period.LabelEn, period.FirstDay.ToString()[..7], period.From, period.To, period.FirstDay.ToString(), JalaliDate.From(period.To).ToString(),
            figures.Length, figures.Select(figure => figure.Story).Distinct().Count(), Of(Sum), Of(Median), Of(values => values[0]), Of(values => values[^1]), byOutlet.Length,
            byOutlet.Length < 2 || Median(byOutlet) == 0 ? null : (double)((byOutlet[^1] - byOutlet[0]) / Math.Abs(Median(byOutlet))));
    }

    private static MonotoneTrend Trend(TrendPeriod[] periods, FigurePoint[] points)
    {
        long[] counts = [.. points.Select(point => (long)point.Count)];
        return TrendFindings.Of(new Curve(periods, counts, counts, TrendValue.Count) { Values = [.. points.Select(point => point.Median is { } median ? (double)median : double.NaN)] }, leastTotal: 0);
    }

    private static decimal Median(decimal[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    private static decimal Sum(decimal[] values)
    {
        try
        {
            return values.Sum();
        }
        catch (OverflowException)
        {
            // Sums of absurd amounts end at the largest number there is.
            return decimal.MaxValue;
        }
    }

    private static DateOnly Day(CountedFigure figure) => DateOnly.FromDayNumber(figure.Day);
}
