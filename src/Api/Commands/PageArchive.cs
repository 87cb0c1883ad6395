using System.CommandLine;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler.Archive;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Commands;

/// <summary>Kept pages as web archives (WARC), out of the store and into it.</summary>
internal static class PageArchive
{
    /// <summary>Whether a file is a web archive by its name.</summary>
    public static bool IsArchive(string file) => file.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes all kept pages.</summary>
    public static async Task<int> WriteAsync(DataFolder folder, FileInfo? file, InvocationConfiguration console)
    {
        if (OutputFile.Open(file, console.Error) is not { } target) return ExitCode.Incomplete;
        await using var closing = target;
        var writer = new WarcWriter(target);
        writer.WriteInfo(file?.Name ?? "pages.warc.gz", TimeProvider.System.GetUtcNow());
        var written = 0L;
        foreach (var page in PageList.All(folder.Database))
        {
            writer.Write(page);
            written++;
        }
        await console.Error.WriteLineAsync($"{written} pages");
        return written > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <summary>Takes the pages of archives into the store, each with its article; a page that is no article goes to quarantine.</summary>
    public static async Task<int> ReadAsync(DataFolder folder, IReadOnlyList<string> files, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (pages, articles, others, unreadable) = (0, 0, 0, 0);
        foreach (var file in files)
        {
            try
            {
                foreach (var record in WarcReader.Read(File.OpenRead(file), file))
                {
                    if (record is WarcRecord.Unreadable bad)
                    {
                        await console.Error.WriteLineAsync($"{bad.Where}: {bad.Reason}");
                        unreadable++;
                        continue;
                    }
                    pages++;
                    if (await CommitAsync(folder, ((WarcRecord.Page)record).Kept, cancellation)) articles++;
                    else others++;
                }
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                await console.Error.WriteLineAsync($"{file}: cannot be read ({refused.Message})");
                unreadable++;
            }
        }
        await console.Output.WriteLineAsync($"imported: {pages} pages, {articles} articles, {others} quarantined, {unreadable} unreadable");
        return unreadable == 0 && articles > 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static Task<bool> CommitAsync(DataFolder folder, KeptPage page, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var read = ArticleReader.Read(PageDecoder.Decode(page.Body, page.Headers.GetValueOrDefault("content-type")).Text, page.Url);
        var analyzed = read is ReadResult.Found found ? ArticleAnalyzer.Analyze(found.Article) : null;
        return folder.Database.WriteAsync(transaction =>
        {
            if (analyzed is not null)
            {
                folder.Store.Commit(transaction, page with { Url = analyzed.Article.CanonicalUrl ?? page.Url }, analyzed, now);
                return true;
            }
            var other = (ReadResult.NotAnArticle)read;
            folder.Store.Quarantine(transaction, new(page.Url.AbsoluteUri, page.SourceId, other.Kind, other.Reason, now));
            return false;
        }, cancellation);
    }
}
