using System.Globalization;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary>Series as bars of block characters, a line a period, with what the tests say below.</summary>
internal static class TrendChart
{
    private const int BarWidth = 40;

    /// <summary>Blocks of one to seven eighths (U+258F to U+2589).</summary>
    private const string Eighths = "▏▎▍▌▋▊▉";

    public static void Draw(TermTrend trend, bool persian, TextWriter output)
    {
        foreach (var series in trend.Series)
        {
            if (series.Query is { } query) output.WriteLine(query);
            var most = series.Points.Max(point => Value(trend, point)) ?? 0;
            var width = series.Points.Select(point => Label(point, persian).Length).DefaultIfEmpty().Max();
            foreach (var point in series.Points)
            {
                var (count, share) = point.Count is { } known ? (Number(known, persian), Percent(point.Share!.Value, persian)) : ("–", "–");
                output.WriteLine($"{Label(point, persian).PadRight(width)} {count,7} {share,8}  {Bar(Value(trend, point) ?? 0, most)}{(point is { Burst: > 0, Output: > 0 } ? " *" : "")}".TrimEnd());
            }
            if (series.Points.Any(point => point.Burst > 0)) output.WriteLine(persian ? "* فوران" : "* burst");
            foreach (var finding in new[] { series.Trend, series.ChangePoint, series.Bursts.Finding, series.Spikes.Finding })
            {
                output.WriteLine(persian ? $"  {finding.Fa}" : $"  {finding.En}");
                output.WriteLine(persian ? $"    {finding.BasisFa} · {finding.Method}" : $"    {finding.BasisEn} · {finding.Method}");
            }
            if (series.Trend.Seasonal is { } seasonal) output.WriteLine(persian ? $"  {seasonal.Fa}" : $"  {seasonal.En}");
            output.WriteLine(persian ? series.DenominatorFa : series.DenominatorEn);
            output.WriteLine();
        }
    }

    private static double? Value(TermTrend trend, TrendPoint point) => trend.Value == TrendValue.Share ? point.Share : point.Count;

    private static string Label(TrendPoint point, bool persian) => persian ? point.Label : $"{point.Period} {point.LabelEn}";

    private static string Bar(double value, double most)
    {
        if (most <= 0 || value <= 0) return "";
        // The smallest value that is not 0 still shows.
        var eighths = Math.Max(1, (int)Math.Round(value / most * BarWidth * 8));
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8 - 1].ToString() : "");
    }

    private static string Number(long number, bool persian) => Digits(number.ToString("#,0", CultureInfo.InvariantCulture), persian);

    private static string Percent(double share, bool persian) => Digits(share.ToString("P1", CultureInfo.InvariantCulture), persian);

    private static string Digits(string text, bool persian) =>
        persian ? string.Concat(text.Select(c => c switch { >= '0' and <= '9' => (char)(c - '0' + '۰'), ',' => '٬', '.' => '٫', '%' => '٪', _ => c })) : text;
}
