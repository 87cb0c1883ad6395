using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using NewsMiner.Crawler;

namespace NewsMiner.Api.Http;

/// <summary>Adds up the crawler's meter and writes it in the text format of Prometheus (exposition format 0.0.4).</summary>
internal sealed class MetricsText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == CrawlMeters.Name) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All sums so far; of a histogram its count and sum.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var family in series.Values.GroupBy(one => one.Instrument.Name).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var instrument = family.First().Instrument;
            var summary = instrument is Histogram<double>;
            text.Append("# HELP ").Append(family.Key).Append(' ').Append(instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(family.Key).Append(summary ? " summary\n" : " counter\n");
            foreach (var one in family.OrderBy(one => one.Labels, StringComparer.Ordinal))
            {
                if (summary) text.Append(CultureInfo.InvariantCulture, $"{family.Key}_count{one.Labels} {one.Count}\n{family.Key}_sum{one.Labels} {one.Sum}\n");
                else text.Append(CultureInfo.InvariantCulture, $"{family.Key}{one.Labels} {one.Sum}\n");
            }
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, tag) in tags) labels.Append(labels.Length == 0 ? '{' : ',').Append(key).Append("=\"").Append(Escaped(tag)).Append('"');
        if (labels.Length > 0) labels.Append('}');
        var text = labels.ToString();
        series.GetOrAdd(instrument.Name + text, _ => new(instrument, text)).Add(value);
    }

    private static string Escaped(object? value) =>
        (value?.ToString() ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Series(Instrument instrument, string labels)
    {
        private readonly Lock adding = new();

        public Instrument Instrument => instrument;

        public string Labels => labels;

        public long Count { get; private set; }

        public double Sum { get; private set; }

        public void Add(double value)
        {
            lock (adding)
            {
                Count++;
                Sum += value;
            }
        }
    }
}
