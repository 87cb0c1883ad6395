using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Tests.Trends;

/// <summary>Series of queries: what they count, what they are relative to, and what the tests say of planted curves.</summary>
public sealed class TermTrendTests : IDisposable
{
    private static readonly DateOnly Start = new(2023, 3, 21);
    private readonly TrendStore store = new();

    public void Dispose() => store.Dispose();

    /// <summary>Random articles, counted again from the list they were made from.</summary>
    [Fact]
    public void SeriesAddUpToTheirTotals()
    {
        var random = new Random(20230321);
        string[] outlets = ["یک", "دو", "سه"];
        StoredText[] texts = [.. Enumerable.Range(0, 250).Select(_ => new StoredText(Start.AddDays(random.Next(0, 40) * 11 + random.Next(0, 3)), random.Next(3) == 0 ? "وام مسکن" : "کودکان کار", outlets[random.Next(3)])
        {
            Statements = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => new Statement { Text = "سخن", Kind = random.Next(2) == 0 ? "demand" : "report", Sentence = "سخن", Rule = "test", Confidence = 1 })],
        })];
        store.Add(texts);
        StoredText[] loans = [.. texts.Where(text => text.Text == "وام مسکن")];
        foreach (var grain in Enum.GetValues<TrendGrain>())
        {
            foreach (var measure in Enum.GetValues<TrendMeasure>())
            {
                var series = store.Terms(new() { Queries = ["وام"], Grain = grain, Measure = measure }).Series[0];
                Assert.All(series.Points, point =>
                {
                    Assert.Equal(point.Output == 0, point.Count is null);
                    Assert.Equal(point.Output == 0, point.Share is null);
                    Assert.InRange(point.Share ?? 0, 0, 1);
                });
                if (measure is not TrendMeasure.Outlets)
                    Assert.Equal((series.Total, series.OutputTotal), (series.Points.Sum(point => point.Count ?? 0), series.Points.Sum(point => point.Output)));
                var (total, output) = measure switch
                {
                    TrendMeasure.Articles or TrendMeasure.Clusters => (loans.Length, texts.Length),
                    TrendMeasure.Outlets => (3, 3),
                    TrendMeasure.Statements => (loans.Sum(text => text.Statements.Count), texts.Sum(text => text.Statements.Count)),
                    _ => (0, 0),
                };
                Assert.Equal((total, output), (series.Total, series.OutputTotal));
                if (measure == TrendMeasure.Articles)
                    Assert.All(series.Points, point => Assert.Equal(loans.Count(text => text.Day >= point.From && text.Day <= point.To), point.Count ?? 0));
                if (measure == TrendMeasure.Outlets)
                    Assert.All(series.Points, point => Assert.Equal(loans.Where(text => text.Day >= point.From && text.Day <= point.To).Select(text => text.Outlet).Distinct().Count(), point.Count ?? 0));
            }
        }
        var demands = store.Terms(new() { Filter = new() { Kind = "demand" }, Measure = TrendMeasure.Statements }).Series[0];
        Assert.Equal(texts.Sum(text => text.Statements.Count(statement => statement.Kind == "demand")), demands.Total);
    }

    /// <summary>A story is counted once, when its first copy appeared, though only a later copy holds the word.</summary>
    [Fact]
    public void CopiesAreOneStoryOnTheDayOfTheFirst()
    {
        var body = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"واژه{(char)('ا' + i % 20)}{(char)('ب' + i / 20)}"));
        store.Add(new StoredText(Start, body, "یک"), new StoredText(Start.AddDays(1), body + " وام", "دو"), new StoredText(Start.AddDays(2), "وام", "سه"));
        var trend = store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Day, Measure = TrendMeasure.Clusters });
        Assert.Equal([1, null, 1], trend.Points.Select(point => point.Count));
        Assert.Equal(2, store.Terms(new() { Queries = ["وام"] }).Series[0].Total);
    }

    /// <summary>The share of a topic is that of the whole output of the same sources, and a silent month is blank.</summary>
    [Fact]
    public void SharesAreRelativeToTheSourcesOutput()
    {
        store.Add(new StoredText(Start, "وام") { Topics = ["housing"] }, new StoredText(Start, "کار"), new StoredText(Start.AddDays(100), "کار"), new StoredText(Start, "وام", Province: "سمنان"));
        var housing = store.Terms(new() { Filter = new() { Topic = "housing", Province = "استان یزد" } });
        Assert.Equal([0.5, null, null, 0.0], housing.Points.Select(point => point.Share));
        Assert.Equal([2, 0, 0, 1], housing.Points.Select(point => point.Output));
        Assert.Contains("استان", housing.Series[0].DenominatorFa, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralQueriesShareTheirPeriods()
    {
        store.Add(new StoredText(Start, "وام"), new StoredText(Start.AddMonths(5), "کار"), new StoredText(null, "وام"));
        var trend = store.Terms(new() { Queries = ["وام", "کار", "نیست"] });
        Assert.Equal(["وام", "کار", "نیست"], trend.Series.Select(series => series.Query));
        Assert.All(trend.Series, series => Assert.Equal(trend.Points.Select(point => point.Period), series.Points.Select(point => point.Period)));
        Assert.Equal([1, 1, 0], trend.Series.Select(series => series.Total));
        Assert.Equal(("1402-01-01", Start), (trend.FromJalali, trend.From!.Value));
    }

    [Fact]
    public void AnEmptyStoreAndASingleArticleHaveTooLittleData()
    {
        var empty = store.Terms(new() { Queries = ["وام"] });
        Assert.Empty(empty.Points);
        Assert.Null(empty.From);
        store.Add(new StoredText(Start, "وام"));
        var single = store.Terms(new() { Queries = ["وام"] });
        Assert.Equal(1, Assert.Single(single.Points).Count);
        foreach (var series in empty.Series.Concat(single.Series))
        {
            Assert.All(new[] { series.Trend, series.ChangePoint, series.Bursts.Finding, series.Spikes.Finding }, finding =>
            {
                Assert.Equal(Finding.TooLittleData, finding.Verdict);
                Assert.StartsWith("داده کم است", finding.Fa, StringComparison.Ordinal);
                Assert.NotEmpty(finding.BasisEn);
            });
        }
    }

    [Fact]
    public void APlantedBurstIsFoundInBothForms()
    {
        Plant(70, day => day is >= 40 and < 45 ? 8 : day % 3 == 1 ? 1 : 0);
        foreach (var form in Enum.GetValues<BurstForm>())
        {
            var bursts = store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Day, Burst = form }).Series[0].Bursts;
            Assert.Equal("bursts", bursts.Finding.Verdict);
            var burst = bursts.Items[0];
            Assert.Equal((Start.AddDays(40), Start.AddDays(44), 40), (burst.From, burst.To, burst.Count));
        }
        var series = store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Day }).Series[0];
        Assert.Equal(Start.AddDays(40), series.Spikes.Items.Min(spike => spike.Day));
        Assert.All(series.Points, point => Assert.Equal(point.From >= Start.AddDays(40) && point.From < Start.AddDays(45), point.Burst > 0));
    }

    [Theory]
    [InlineData(false, "up"), InlineData(true, "down")]
    public void APlantedSlopeIsFound(bool falling, string verdict)
    {
        Plant(70, day => (falling ? 69 - day : day) / 8);
        var trend = Weekly().Trend;
        Assert.Equal((verdict, falling), (trend.Verdict, trend.Slope < 0));
    }

    /// <summary>Every spring has more than the year before, but within a year the counts swing far wider.</summary>
    [Fact]
    public void LikeSeasonsAreComparedAlone()
    {
        int[] perSeason = [1, 9, 2, 8, 2, 10, 3, 9, 3, 11, 4, 10, 4, 12, 5, 11, 5, 13, 6, 12];
        store.Add(perSeason.SelectMany((matching, season) => Enumerable.Range(0, 20).Select(i => new StoredText(Start.AddDays(season * 91 + 20), i < matching ? "وام" : "کار"))));
        var trend = store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Season, Value = TrendValue.Count }).Series[0].Trend;
        Assert.Equal(("up", 20, 1.0), (trend.Seasonal!.Verdict, trend.Seasonal.N, trend.Seasonal.Tau));
        Assert.Equal(1, trend.Seasonal.SlopePerYear, 9);
        Assert.True(trend.Seasonal.P < trend.P);
        Assert.Null(store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Year }).Series[0].Trend.Seasonal);
    }

    [Fact]
    public void APlantedStepIsFoundAtItsPlace()
    {
        Plant(140, day => day < 70 ? 1 : 6);
        var change = Weekly().ChangePoint;
        Assert.Equal("change", change.Verdict);
        Assert.InRange(change.Day!.Value, Start.AddDays(63), Start.AddDays(77));
        Assert.True(change.Before < change.After);
    }

    [Fact]
    public void AnEvenCurveRaisesNoAlarm()
    {
        Plant(140, _ => 2);
        var series = Weekly();
        Assert.All(new[] { series.Trend, series.ChangePoint, series.Bursts.Finding, series.Spikes.Finding }, finding => Assert.Equal("none", finding.Verdict));
    }

    /// <summary>The share of everything is 1 throughout; that more was published still shows.</summary>
    [Fact]
    public void TheWholeOutputIsTestedByItsCounts()
    {
        store.Add(Enumerable.Range(0, 10).SelectMany(week => Enumerable.Range(0, week + 1).Select(_ => new StoredText(Start.AddDays(week * 7), "کار"))));
        var series = store.Terms(new() { Grain = TrendGrain.Week }).Series[0];
        Assert.Equal(("up", 1), (series.Trend.Verdict, series.Trend.Slope));
        Assert.All(series.Points, point => Assert.Equal(1, point.Share));
    }

    [Theory]
    [InlineData("یزدان", null, "province")]
    [InlineData(null, "(وام", "q")]
    public void WhatCannotBeUsedIsNamed(string? province, string? query, string field)
    {
        var rejected = Assert.IsType<TrendAnswer<TermTrend>.Rejected>(store.Index.Trend(new() { Filter = new() { Province = province }, Queries = query is null ? [] : [query] }, CancellationToken.None));
        Assert.Equal(field, rejected.Wrong.Field);
    }

    [Fact]
    public void TooManyPeriodsQueriesAndReversedDaysAreRejected()
    {
        store.Add(new StoredText(new(1950, 1, 1), "وام"), new StoredText(Start, "وام"));
        Assert.Equal("grain", Wrong(new() { Grain = TrendGrain.Day }));
        Assert.Equal("q", Wrong(new() { Queries = ["۱", "۲", "۳", "۴", "۵", "۶"] }));
        Assert.Equal("to", Wrong(new() { Filter = new() { From = Start, To = Start.AddDays(-1) } }));
        Assert.Equal(1402 - 1328 + 1, store.Terms(new() { Grain = TrendGrain.Year }).Points.Count);
    }

    private string Wrong(TermTrendRequest request) => Assert.IsType<TrendAnswer<TermTrend>.Rejected>(store.Index.Trend(request, CancellationToken.None)).Wrong.Field;

    private TermSeries Weekly() => store.Terms(new() { Queries = ["وام"], Grain = TrendGrain.Week }).Series[0];

    /// <summary>Ten articles a day, of which so many hold the word.</summary>
    private void Plant(int days, Func<int, int> matching) =>
        store.Add(Enumerable.Range(0, days).SelectMany(day => Enumerable.Range(0, 10).Select(i => new StoredText(Start.AddDays(day), i < matching(day) ? "وام" : "کار"))));
}
