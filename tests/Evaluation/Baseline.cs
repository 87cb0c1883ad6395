using System.Globalization;
using System.Text.Json;

namespace NewsMiner.Evaluation;

/// <summary>The floors of <c>corpus/baseline.json</c>, by area and measure: what quality may never fall below unnoticed.</summary>
internal static class Baseline
{
    /// <summary>How far below its floor a measure may lie: floors are written with three decimals.</summary>
    private const double Noise = 0.0006;

    private static readonly Dictionary<string, Dictionary<string, double>> Floors =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "baseline.json")))!;

    /// <summary>The measures of one area.</summary>
    public static IReadOnlyDictionary<string, double> Of(string area) => Floors[area];

    /// <summary>Fails where a measure fell below its floor, or has none.</summary>
    public static void Hold(string area, string measure, double value)
    {
        Assert.True(Floors.TryGetValue(area, out var measures) && measures.ContainsKey(measure), $"corpus/baseline.json has no floor for '{area}' / '{measure}' (measured {Show(value)})");
        var floor = Floors[area][measure];
        Assert.True(value >= floor - Noise, $"{area}: {measure} fell to {Show(value)}, below its floor of {Show(floor)}");
    }

    private static string Show(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
