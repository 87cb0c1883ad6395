using System.Globalization;
using NewsMiner.Benchmarks;
using NewsMiner.Benchmarks.Crawling;
using NewsMiner.Benchmarks.Search;
using NewsMiner.Benchmarks.Serving;

// Speed, as ratios within one run.
switch (args)
{
    case ["analysis"]:
        return Analysis.Run(null);
    case ["analysis", var news]:
        return Analysis.Run(news);
    case ["text"]:
        return TextCore.Run();
    case ["text-start"]:
        return TextCore.Start();
    case ["numbers-and-dates"]:
        return NumbersAndDates.Run();
    case ["reader", var folder]:
        return ReaderBenchmark.Run(folder);
    case ["crawler", .. var rest]:
        return await CrawlBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 2000, rest.ElementAtOrDefault(1));
    case ["crawl-child", var root, var folder, var what]:
        return await CrawlBenchmark.CrawlAsync(root, folder, what == "fetch");
    case ["export", .. var rest]:
        return ExportBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000);
    case ["fill", var folder, var articles]:
        return await SyntheticStore.FillAsync(folder, int.Parse(articles, CultureInfo.InvariantCulture));
    case ["serving", .. var rest]:
        return await ServingBenchmark.SearchAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20_000, 2_000);
    case ["listeners", .. var rest]:
        return await ServingBenchmark.ListenersAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 2_000);
    case ["site", var pages]:
        return await BenchmarkSite.RunAsync(int.Parse(pages, CultureInfo.InvariantCulture));
    case ["search", .. var rest]:
        return SearchBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 200_000);
    case ["search-large", .. var rest]:
        return SearchBenchmark.RunLarge(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000);
    case ["search-while-committing", var articles, var minutes]:
        return SearchBenchmark.RunWhileCommitting(int.Parse(articles, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture));
    case ["indexing", .. var rest]:
        return IndexingBenchmark.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20_000);
    default:
        Console.Error.WriteLine("Say what to measure: analysis [NEWS.jsonl] | text | numbers-and-dates | reader FOLDER_OF_PAGES | crawler [PAGES [PROGRAM]] | search [ARTICLES] | search-large [ARTICLES] | search-while-committing ARTICLES MINUTES | indexing [ARTICLES] | export [ROWS] | fill DATA_FOLDER ARTICLES | serving [ARTICLES] | listeners [CLIENTS]");
        return 2;
}
