using System.Globalization;
using NewsMiner.Index.Trends;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Trends;

/// <summary>How often the findings about a curve are right: on curves in which nothing happens, and on curves in which one thing was planted; seeded.</summary>
public sealed class TrendFindingsEvaluation(ITestOutputHelper output)
{
    private const int Curves = 300, Weeks = 52, Days = 7 * Weeks, Output = 15;
    private const double Base = 0.1;

    private static readonly DateOnly Start = new(2023, 3, 21);

    [Fact]
    public void FindingsAreRightAsOftenAsTheySay()
    {
        Report("quiet: no trend", _ => 1, found => found.Trend == "none");
        Report("quiet: no change of level", _ => 1, found => found.Change == "none");
        Report("quiet: no burst", _ => 1, found => found.Bursts.Count == 0);
        Report("quiet: no spike", _ => 1, found => found.Spikes.Count == 0);
        Report("doubling over the year: up", day => 0.67 + 0.67 * day / Days, found => found.Trend == "up");
        Report("halving over the year: down", day => 1.33 - 0.67 * day / Days, found => found.Trend == "down");
        Report("half as much again from the middle: change within 4 weeks", day => day < Days / 2 ? 1 : 1.5, found => found.ChangeDay is { } at && Math.Abs(at.DayNumber - Start.DayNumber - (Days / 2)) <= 28);
        Report("three weeks of three times as much: burst over them", day => day is >= 175 and < 196 ? 3 : 1,
            found => found.Bursts.Any(burst => burst.From.DayNumber - Start.DayNumber is >= 161 and <= 182 && burst.To.DayNumber - Start.DayNumber is >= 188 and <= 209));
        Report("a day of six times as much: spike", day => day == 200 ? 6 : 1, found => found.Spikes.Any(spike => spike.Day == Start.AddDays(200)));
    }

    private sealed record Found(string Trend, string Change, DateOnly? ChangeDay, IReadOnlyList<Burst> Bursts, IReadOnlyList<Spike> Spikes);

    /// <summary>The share of curves, drawn day by day from a binomial distribution, whose finding is right.</summary>
    private void Report(string name, Func<int, double> times, Func<Found, bool> isRight)
    {
        var random = new Random(1402);
        var right = Enumerable.Range(0, Curves).Count(_ => isRight(Draw(random, times)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60} {(double)right / Curves:0.000}"));
        Baseline.Hold("trends", name, (double)right / Curves);
    }

    private static Found Draw(Random random, Func<int, double> times)
    {
        var (counts, outputs) = (new long[Days], new long[Days]);
        for (var day = 0; day < Days; day++)
        {
            // Outlets publish less on Fridays, and unevenly.
            outputs[day] = Start.AddDays(day).DayOfWeek == DayOfWeek.Friday ? random.Next(0, Output / 2) : random.Next(Output / 2, Output * 3 / 2);
            for (var i = 0; i < outputs[day]; i++)
            {
                if (random.NextDouble() < Base * times(day)) counts[day]++;
            }
        }
        TrendPeriod[] weeks = [.. TrendPeriod.Between(Start, Start.AddDays(Days - 1), TrendGrain.Week)];
        long[] By(long[] days) => [.. weeks.Select(week => days.Where((_, day) => Start.AddDays(day) >= week.From && Start.AddDays(day) <= week.To).Sum())];
        var curve = new Curve(weeks, By(counts), By(outputs), TrendValue.Share);
        var change = ChangePointFindings.Of(curve);
        var (first, total) = (Start.DayNumber, counts.Sum());
        return new(TrendFindings.Of(curve).Verdict, change.Verdict, change.Day, BurstFindings.Of(curve).Items, SpikeFindings.Of(new(first, counts, total), new(first, outputs, outputs.Sum())).Items);
    }
}
