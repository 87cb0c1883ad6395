using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using NewsMiner.Crawler;

namespace NewsMiner.Api.Http;

/// <summary>Adds up the meters of crawler and server and writes them in the text format of Prometheus (exposition format 0.0.4).</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name is CrawlMeters.Name or ApiMeters.Name) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All series as they stand.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in series.Values.GroupBy(one => one.Instrument.Name).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var first = family.First();
            text.Append("# HELP ").Append(family.Key).Append(' ').Append(first.Instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(family.Key).Append(' ').Append(first.Type).Append('\n');
            foreach (var one in family.OrderBy(one => one.Labels, StringComparer.Ordinal)) one.Write(text);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, tag) in tags) labels.Append(labels.Length == 0 ? "" : ",").Append(key).Append("=\"").Append(Escaped(tag)).Append('"');
        var text = labels.ToString();
        series.GetOrAdd($"{instrument.Name}{{{text}}}", _ => new(instrument, text)).Add(value);
    }

    private static string Escaped(object? value) =>
        (value?.ToString() ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Series(Instrument instrument, string labels)
    {
        private readonly Lock adding = new();
        private readonly long[] below = new long[Bounds.Length];
        private long count;
        private double sum;

        public Instrument Instrument => instrument;

        public string Labels => labels;

        public string Type => instrument switch
        {
            Histogram<double> => "histogram",
            ObservableGauge<long> or UpDownCounter<long> => "gauge",
            _ => "counter",
        };

        public void Add(double value)
        {
            lock (adding)
            {
                count++;
                // A gauge that is read says its whole value each time.
                sum = instrument is ObservableGauge<long> ? value : sum + value;
                if (instrument is not Histogram<double>) return;
                for (var i = Bounds.Length - 1; i >= 0 && value <= Bounds[i]; i--) below[i]++;
            }
        }

        public void Write(StringBuilder text)
        {
            lock (adding)
            {
                var name = instrument.Name;
                var own = labels.Length == 0 ? "" : $"{{{labels}}}";
                if (instrument is not Histogram<double>)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{own} {sum}\n");
                    return;
                }
                var before = labels.Length == 0 ? "" : labels + ",";
                for (var i = 0; i < Bounds.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Bounds[i]}\"}} {below[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {count}\n{name}_sum{own} {sum}\n{name}_count{own} {count}\n");
            }
        }
    }
}
