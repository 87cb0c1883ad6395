using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Benchmarks;

/// <summary>
/// What the language tables of the normaliser cost at start-up, in a process of its own, and how fast it then is on the
/// corpus' gold articles beside transcoding the same text to UTF-8.
/// </summary>
internal static class TextCore
{
    private const int Starts = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static int Run()
    {
        var starts = Enumerable.Range(0, Starts).Select(_ => StartOfChild()).OrderBy(start => start.Milliseconds).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start-up of the tables {starts[0].Milliseconds:0} ms (median {starts[Starts / 2].Milliseconds:0}) of processor time, {starts[0].Megabytes:0.0} MB"));
        var texts = GoldArticle.ReadAll(CorpusFolder.Gold()).Select(gold => gold.ToArticle().Text).ToArray();
        var spoilt = texts.Select(text => text.Replace("\u200c", "", StringComparison.Ordinal)).ToArray();
        var buffer = new byte[texts.Max(text => text.Length) * 3];
        var transcoding = Speed("UTF-8 transcoding", texts, text => Encoding.UTF8.GetBytes(text, buffer), null);
        Speed("normaliser", texts, text => Normalizer.Normalize(text).Text.Length, transcoding);
        Speed("normaliser, half-spaces lost", spoilt, text => Normalizer.Normalize(text).Text.Length, transcoding);
        return 0;
    }

    /// <summary>Loads the tables by a first normalisation and prints what that took.</summary>
    public static int Start()
    {
        var process = Process.GetCurrentProcess();
        var (time, memory) = (process.TotalProcessorTime, GC.GetTotalMemory(true));
        Normalizer.Normalize("بهزیستی میشود و ۲ خانه ها");
        process.Refresh();
        time = process.TotalProcessorTime - time;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds} {(GC.GetTotalMemory(true) - memory) / 1e6}"));
        return 0;
    }

    private static (double Milliseconds, double Megabytes) StartOfChild()
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["text-start"]) { RedirectStandardOutput = true })!;
        var figures = child.StandardOutput.ReadToEnd().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        child.WaitForExit();
        return (figures[0], figures[1]);
    }

    private static double Speed(string name, string[] texts, Func<string, int> work, double? baseline)
    {
        var bytes = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text));
        var sum = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) sum += texts.Sum(work);
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 25; i++)
        {
            var start = Stopwatch.GetTimestamp();
            sum += texts.Sum(work);
            var time = Stopwatch.GetElapsedTime(start);
            if (time < best) best = time;
        }
        GC.KeepAlive(sum);
        var speed = bytes / best.TotalSeconds / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30}{speed,9:0.0} MB/s{(baseline is { } one ? $", {one / speed:0} times UTF-8 transcoding" : "")}"));
        return speed;
    }
}
