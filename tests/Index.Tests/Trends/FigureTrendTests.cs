using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Tests.Trends;

/// <summary>Figures over time: what is added, what is left out, and what contradicts what.</summary>
public sealed class FigureTrendTests : IDisposable
{
    private static readonly DateOnly Start = new(2023, 3, 21);
    private readonly TrendStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void SumAndMedianByMonth()
    {
        Add(0, "یک", Count(100), Count(300));
        Add(1, "دو", Count(200), Count(40) with { Change = "up" }, Count(7) with { Unit = "درصد", Kind = "percent" });
        Add(70, "یک", Count(10) with { Max = 20 });
        var found = Answer(new() { Counted = "مددجویان" });
        Assert.Equal(("نفر", 4, 2), (found.Unit, found.Total, found.Sources));
        Assert.Equal([3, 0, 1], found.Points.Select(point => point.Count));
        var first = found.Points[0];
        Assert.Equal((600m, 200m, 100m, 300m, 2), (first.Sum, first.Median, first.Min, first.Max, first.Outlets));
        // Medians of the outlets are 200 and 200.
        Assert.Equal(0, first.Spread);
        Assert.Equal((null, null, null), (found.Points[1].Sum, found.Points[1].Median, found.Points[1].Spread));
        Assert.Equal(15m, found.Points[2].Median);
        Assert.Equal([new UnitCount("درصد", 1)], found.OtherUnits);
        Assert.Equal(40m, Assert.Single(Answer(new() { Counted = "مددجو", Change = FigureChange.Up }).Points).Sum);
        Assert.Equal(Finding.TooLittleData, found.Trend.Verdict);
    }

    [Fact]
    public void MoneyIsComparedInRials()
    {
        Add(0, "یک", Money(2_000_000, "تومان", 20_000_000), Money(5_000_000, "ریال", 5_000_000));
        foreach (var unit in new[] { "ریال", "تومان" })
            Assert.Equal((2, 25_000_000m), (Answer(new() { Unit = unit }).Total, Answer(new() { Unit = unit }).Points[0].Sum));
    }

    [Fact]
    public void OtherWordsAndFiltersAreLeftOut()
    {
        Add(0, "یک", Count(100), Count(5) with { Counted = "مرکز توانبخشی", Sentence = "مرکز توانبخشی برای مددجویان" });
        Add(1, "دو", Count(300) with { Place = "میبد", Speaker = "رضا کریمی" });
        Assert.Equal(2, Answer(new() { Counted = "مددجوی تحت پوشش" }).Total);
        Assert.Equal(5m, Answer(new() { Counted = "توانبخشی" }).Points[0].Sum);
        Assert.Equal(300m, Answer(new() { Counted = "مددجو", Filter = new() { Place = "میبد" } }).Points[0].Sum);
        Assert.Equal(300m, Answer(new() { Counted = "مددجو", Filter = new() { Speaker = "کریمی" } }).Points[0].Sum);
        Assert.Equal((0, null, 0), (Answer(new() { Counted = "دانشجو" }).Total, Answer(new() { Counted = "دانشجو" }).Unit, Answer(new() { Counted = "دانشجو" }).Points.Count));
    }

    [Fact]
    public void TwoStoriesThatDifferContradictEachOther()
    {
        Add(0, "یک", Count(12_000) with { Speaker = "رضا کریمی" });
        Add(5, "دو", Count(15_000) with { Speaker = "سارا امینی" });
        var found = Answer(new() { Counted = "مددجو" });
        var contradiction = Assert.Single(found.Contradictions);
        Assert.Equal((12_000m, 15_000m, 1.25, "یزد", "1402-S1"), (contradiction.Min, contradiction.Max, contradiction.Ratio, contradiction.Place, contradiction.Period));
        Assert.Equal(["رضا کریمی", "سارا امینی"], contradiction.Values.Select(value => value.Speaker));
        Assert.Equal(0.2222, found.Points[0].Spread!.Value, 4);
    }

    public static TheoryData<string, Figure[], Figure[]> NoContradictions => new()
    {
        { "the same value", [Count(12_000)], [Count(12_000)] },
        { "rounded", [Count(12_000)], [Count(12_100)] },
        { "roughly", [Count(12_000)], [Count(13_000) with { Qualifier = "~" }] },
        { "at least", [Count(12_000)], [Count(15_000) with { Qualifier = ">" }] },
        { "another place", [Count(12_000)], [Count(15_000) with { Place = "میبد" }] },
        { "another unit", [Count(12_000)], [Count(15_000) with { Unit = "خانوار" }] },
        { "a rate", [Count(12_000)], [Count(15_000) with { Period = "month" }] },
        { "another year", [Count(12_000) with { ValidFrom = Start, ValidTo = Start.AddDays(364) }], [Count(15_000) with { ValidFrom = Start.AddYears(-1), ValidTo = Start.AddDays(-1) }] },
        { "a range", [Count(12_000)], [Count(14_000) with { Max = 16_000 }] },
        { "another order of magnitude", [Count(12)], [Count(12_000)] },
        { "parts of one account", [Count(12_000), Count(9_000)], [Count(15_000)] },
        { "one vague word", [Count(12_000) with { Counted = "مددجو" }], [Count(15_000) with { Counted = "مددجو" }] },
    };

    [Theory, MemberData(nameof(NoContradictions))]
    public void FiguresOfOtherThingsDoNotContradict(string why, Figure[] first, Figure[] second)
    {
        Add(0, "یک", first);
        Add(5, "دو", second);
        Assert.True(Answer(new() { Counted = "مددجو", Unit = "نفر" }).Contradictions.Count == 0, why);
    }

    [Fact]
    public void AFigureOfAnotherSeasonIsNoContradiction()
    {
        Add(0, "یک", Count(12_000));
        Add(200, "دو", Count(15_000));
        Assert.Empty(Answer(new() { Counted = "مددجو" }).Contradictions);
    }

    private FigureTrend Answer(FigureTrendRequest request) => TrendStore.Found(store.Index.FigureTrend(request, CancellationToken.None));

    private void Add(int day, string outlet, params Figure[] figures) => store.Add(new StoredText(Start.AddDays(day), $"خبر {outlet} {day}", outlet) { Figures = figures });

    private static Figure Count(decimal value) => new()
    {
        Value = value, Unit = "نفر", Kind = "count", Counted = "مددجوی تحت پوشش", Sentence = $"{value} نفر مددجوی تحت پوشش", Rule = "test", Confidence = 1,
    };

    private static Figure Money(decimal value, string unit, decimal rials) => new()
    {
        Value = value, Unit = unit, Kind = "money", Counted = "وام", Rials = rials, Sentence = $"{value} {unit} وام", Rule = "test", Confidence = 1,
    };
}
