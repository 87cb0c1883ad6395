using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Benchmarks;

/// <summary>Pages a second from text to article on one thread, and the ratio to AngleSharp's parse of the same pages alone, by processor time.</summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 5;

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
        var (parse, read) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            parse = Shorter(parse, Time(pages, page => new HtmlParser().ParseDocument(page).Dispose()));
            read = Shorter(read, Time(pages, page => ArticleReader.Read(page, url)));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages {pages.Length}, mean {pages.Average(page => page.Length) / 1024:0} K characters; best of {Rounds} rounds, one thread, processor time"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AngleSharp parse alone   {pages.Length / parse.TotalSeconds,6:0} pages/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ArticleReader.Read       {pages.Length / read.TotalSeconds,6:0} pages/s   {read / parse:0.00} x parse"));
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

    private static TimeSpan Time(string[] pages, Action<string> work)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var start = process.UserProcessorTime;
        foreach (var page in pages) work(page);
        process.Refresh();
        return process.UserProcessorTime - start;
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
