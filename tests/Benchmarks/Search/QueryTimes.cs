using System.Globalization;

namespace NewsMiner.Benchmarks.Search;

/// <summary>How long queries took, by the clock and of their thread's processor time; on a machine others use too only the second is the query's own.</summary>
internal sealed class QueryTimes
{
    private readonly List<double> clock = [];
    private readonly List<double> processor = [];

    /// <summary>The processor time at half and at nineteen in twenty, in milliseconds.</summary>
    public string Processor => Quantiles(processor);

    public static QueryTimes Of(IEnumerable<QueryTimes> parts)
    {
        var all = new QueryTimes();
        foreach (var part in parts)
        {
            all.clock.AddRange(part.clock);
            all.processor.AddRange(part.processor);
        }
        return all;
    }

    public void Add(TimeSpan byClock, TimeSpan ofProcessor)
    {
        clock.Add(byClock.TotalMilliseconds);
        processor.Add(ofProcessor.TotalMilliseconds);
    }

    public override string ToString() => $"{Quantiles(clock)} ms by the clock, {Processor} ms of processor time";

    private static string Quantiles(List<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.00} / {sorted[(int)(sorted.Length * 0.95)]:0.00}");
    }
}
