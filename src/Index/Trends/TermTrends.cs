using NewsMiner.Extractor.Dates;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>Answers how often queries were written about: counts from the search columns, tests on the counts.</summary>
internal static class TermTrends
{
    public static TrendAnswer<TermTrend> Answer(MatchingArticles articles, TermTrendRequest request)
    {
        var queries = request.Queries.Count == 0 ? [null] : request.Queries.Cast<string?>().ToArray();
        if (queries.Length > TermTrendRequest.MaxQueries)
        {
            return Rejected(new("q", $"بیش از {JalaliNames.NumberFa(TermTrendRequest.MaxQueries)} پرسش با هم کشیده نمی‌شود؛ چند تا را بردارید",
                $"more than {TermTrendRequest.MaxQueries} queries cannot be drawn together; leave some out"));
        }
        foreach (var query in queries)
        {
            if (MatchingArticles.WhatIsWrong(request.Filter with { Query = query }) is { } wrong) return Rejected(wrong);
        }
        var filter = MatchingArticles.Settled(request.Filter);
        var output = SourceOutput.Of(articles, MatchingArticles.Sources(filter), request.Measure);
        if (output.FirstDay is not { } first || output.LastDay is not { } last) return Found(request, [], [.. queries.Select(query => Silent(query, request))]);
        var (from, to) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
        if (TrendPeriod.CountBetween(from, to, request.Grain) > TermTrendRequest.MaxPeriods)
        {
            return Rejected(new("grain", $"از {JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)} بیش از {JalaliNames.NumberFa(TermTrendRequest.MaxPeriods)} دوره است؛ دورهٔ بلندتر یا بازهٔ کوتاه‌تر بخواهید",
                $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)} holds more than {TermTrendRequest.MaxPeriods} periods; ask for a longer grain or a shorter range"));
        }
        TrendPeriod[] periods = [.. TrendPeriod.Between(from, to, request.Grain)];
        var counter = new SeriesCounter(articles, output, request, periods);
        return Found(request, periods, [.. queries.Select(query => counter.Count(query, filter))]);
    }

    private static TrendAnswer<TermTrend> Found(TermTrendRequest request, TrendPeriod[] periods, TermSeries[] series)
    {
        DateOnly? from = periods.Length == 0 ? null : periods[0].From;
        DateOnly? to = periods.Length == 0 ? null : periods[^1].To;
        return new TrendAnswer<TermTrend>.Found(new(series[0].Query, series[0].Points, series[0].Denominator, request.Grain, request.Measure, request.Value,
            from, to, Jalali(from), Jalali(to), series));
    }

    private static TermSeries Silent(string? query, TermTrendRequest request)
    {
        var words = SeriesWords.Denominator(request);
        var curve = new Curve([], [], [], request.Value);
        return new(query, 0, 0, [], $"{words.Fa} · {words.En}", words.Fa, words.En, new(BurstFindings.Of(curve).Finding, []), new(SpikeFindings.Of(new(0, [], 0), new(0, [], 0)).Finding, []),
            TrendFindings.Of(curve), ChangePointFindings.Of(curve));
    }

    private static TrendAnswer<TermTrend>.Rejected Rejected(TrendRejection wrong) => new(wrong);

    private static string? Jalali(DateOnly? day) => day is { } known ? JalaliDate.From(known).ToString() : null;
}

/// <summary>Counts the series of one question.</summary>
internal sealed class SeriesCounter
{
    private readonly MatchingArticles articles;
    private readonly SourceOutput output;
    private readonly TermTrendRequest request;
    private readonly TrendPeriod[] periods;
    private readonly int[] periodOfDay;
    private readonly long[] outputs;

    public SeriesCounter(MatchingArticles articles, SourceOutput output, TermTrendRequest request, TrendPeriod[] periods)
    {
        (this.articles, this.output, this.request, this.periods) = (articles, output, request, periods);
        periodOfDay = new int[output.Days.Counts.Length];
        for (var (day, period) = (0, 0); day < periodOfDay.Length; day++)
        {
            while (periods[period].To.DayNumber < output.Days.First + day) period++;
            periodOfDay[day] = period;
        }
        outputs = ByPeriod(output.Articles, output.Days);
    }

    /// <summary>The series of a query beside the output of the same sources.</summary>
    public TermSeries Count(string? query, ArticleFilter filter)
    {
        var asked = filter with { Query = query };
        var isAll = asked == MatchingArticles.Sources(asked);
        var found = isAll ? output.Articles : articles.Find(asked);
        var days = output.CountDays(articles, found, FactCounts.Of(articles, request.Measure, asked)?.Among(found));
        // The share of everything is always 1: its counts tell more.
        var curve = new Curve(periods, ByPeriod(found, days), outputs, isAll ? TrendValue.Count : request.Value);
        var bursts = request.Burst == BurstForm.Batched ? BurstFindings.Of(curve) : BurstFindings.OfGaps(days, output.Days);
        var words = SeriesWords.Denominator(request);
        return new(query, days.Total, output.Days.Total, [.. periods.Select((period, i) => Point(period, curve.Counts[i], outputs[i], bursts.Levels.Count > 0 ? bursts.Levels[i] : 0))],
            $"{words.Fa} · {words.En}", words.Fa, words.En, new(bursts.Finding, bursts.Items), SpikeFindings.Of(days, output.Days), TrendFindings.Of(curve), ChangePointFindings.Of(curve));
    }

    private long[] ByPeriod(IReadOnlyList<int> part, DayCounts days) =>
        request.Measure == TrendMeasure.Outlets ? output.CountOutlets(articles, part, periodOfDay).Counts : days.By(periodOfDay, periods.Length);

    private static TrendPoint Point(TrendPeriod period, long count, long output, int burst) => new(
        period.Key, period.LabelFa, period.LabelEn, period.FirstDay.ToString()[..7], period.From, period.To, period.FirstDay.ToString(), JalaliDate.From(period.To).ToString(),
        output == 0 ? null : count, output, output == 0 ? null : (double)count / output, burst);
}
