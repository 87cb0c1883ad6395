using System.Globalization;
using NewsMiner.Benchmarks.Crawling;

// Speed, as ratios within one run: Benchmarks crawler [PAGES]
return args switch
{
    ["crawler", .. var rest] => await CrawlBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 2000),
    ["crawl-child", var root, var folder, var what] => await CrawlBenchmark.CrawlAsync(root, folder, what == "fetch"),
    ["site", var pages] => await BenchmarkSite.RunAsync(int.Parse(pages, CultureInfo.InvariantCulture)),
    _ => 0,
};
