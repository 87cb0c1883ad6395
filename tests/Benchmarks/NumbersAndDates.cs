using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Benchmarks;

/// <summary>
/// What reading numbers and dates costs on the gold articles of the corpus, in microseconds and bytes per 2,000 characters,
/// beside the cost of encoding the same text as UTF-8 in the same run.
/// </summary>
internal static class NumbersAndDates
{
    private const int Unit = 2000;
    private static readonly DateOnly Reference = new(2024, 1, 1);

    public static int Run()
    {
        var texts = Texts();
        var tokenized = texts.Select(TokenizedText.Read).ToArray();
        var characters = texts.Sum(text => (double)text.Length);
        var baseline = Measure("UTF-8 encoding", characters, () => texts.Sum(text => Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetBytes(text).Length), null);
        Measure("tokens", characters, () => texts.Sum(text => TokenizedText.Read(text).Tokens.Count), baseline);
        Measure("numbers", characters, () => tokenized.Sum(text => NumberReader.Find(text).Count), baseline);
        Measure("dates", characters, () => tokenized.Sum(text => DateReader.Find(text, Reference).Count), baseline);
        Measure("numbers and dates", characters, () => tokenized.Sum(text => NumberReader.Find(text).Count + DateReader.Find(text, Reference).Count), baseline);
        return 0;
    }

    private static double Measure(string name, double characters, Func<int> work, double? baseline)
    {
        for (var i = 0; i < 10; i++) work();
        var best = double.MaxValue;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        const int Rounds = 12;
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;
        var (time, bytes) = (best / characters * Unit, allocated / characters * Unit);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {time,8:0.0} µs {bytes,10:0} bytes per {Unit} characters{(baseline is { } one ? $", {time / one:0} times UTF-8" : "")}"));
        return time;
    }

    private static string[] Texts() => [.. GoldArticle.ReadAll(CorpusFolder.Gold()).Select(gold => gold.ToArticle().Text)];
}
