using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Benchmarks;

/// <summary>
/// Pages a second from text to article on one thread, and the ratio to AngleSharp's parse of the same pages alone. Of each page the fastest of all rounds
/// counts, so that a machine with other work to do says the same as an idle one.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 12;

    /// <summary>Long enough for the compiler to have seen what is hot.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>Measures the gzipped pages of a folder, such as <c>../shared/data/fundus-evaluation/html</c>, or the fixtures of <c>corpus/pages</c>.</summary>
    public static int Run(string folder)
    {
        var pages = Pages(folder).Select(bytes => PageDecoder.Decode(bytes, null).Text).ToArray();
        if (pages.Length == 0)
        {
            Console.Error.WriteLine($"{folder}: holds no page (*.html or *.html.gz)");
            return 1;
        }
        var url = new Uri("https://news.example.org/news/1");
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            foreach (var page in pages) ArticleReader.Read(page, url);
        }
        var (parse, read) = (new TimeSpan[pages.Length], new TimeSpan[pages.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < pages.Length; i++)
            {
                var page = pages[i];
                parse[i] = Shorter(parse[i], Time(() => new HtmlParser().ParseDocument(page).Dispose()));
                read[i] = Shorter(read[i], Time(() => ArticleReader.Read(page, url)));
            }
        }
        var (parsing, reading) = (parse.Sum(time => time.TotalSeconds), read.Sum(time => time.TotalSeconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages {pages.Length}, mean {pages.Average(page => page.Length) / 1024:0} K characters; fastest of {Rounds} rounds a page, one thread"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AngleSharp parse alone   {pages.Length / parsing,6:0} pages/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ArticleReader.Read       {pages.Length / reading,6:0} pages/s   {reading / parsing:0.00} x parse"));
        return 0;
    }

    private static IEnumerable<byte[]> Pages(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }

    private static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first == TimeSpan.Zero || second < first ? second : first;
}
