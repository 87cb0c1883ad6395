using System.Globalization;
using NewsMiner.Crawler.Frontier;
using NewsMiner.Crawler.Sources;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Crawler.Discovery;

/// <summary>Walks a source's archive from a day to today, span by span and page by page, and remembers how far it came.</summary>
internal sealed class ArchiveWalk(CrawlSource source, CrawlerOptions options, AnnouncementWalk pages, SourceBook book, RoundTally tally, TimeProvider time)
{
    /// <summary>Reads the archive pages of all days since <paramref name="since"/>.</summary>
    public async Task ReadAsync(DateOnly since, CancellationToken cancellation)
    {
        if (source.Archive is not { } archive)
        {
            tally.Problem($"{source.Site}: the source has no archive address, so nothing older can be found; give one as \"archive\" in the source list");
            return;
        }
        if (book.BackfillDay(source.Id, since) is not { } next) return;
        var today = PublicationTime.At(time.GetUtcNow()).Day;
        foreach (var (from, to) in Spans(archive, next, today))
        {
            if (!await ReadSpanAsync(archive, from, to, cancellation).ConfigureAwait(false)) return;
            await book.BackfilledAsync(source.Id, since, to < today ? to.AddDays(1) : today, finished: to >= today, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The spans of an archive's addresses: a day, a Jalali month, a Jalali year, or all at once.</summary>
    internal static IEnumerable<(DateOnly From, DateOnly To)> Spans(string archive, DateOnly since, DateOnly today)
    {
        for (var from = since; from <= today;)
        {
            var day = JalaliDate.From(from);
            var end = archive.Contains("{day", StringComparison.Ordinal) || archive.Contains("{from}", StringComparison.Ordinal) ? from
                : archive.Contains("{month", StringComparison.Ordinal) ? new JalaliDate(day.Year, day.Month, JalaliDate.DaysInMonth(day.Year, day.Month)).ToGregorian()
                : archive.Contains("{year}", StringComparison.Ordinal) ? new JalaliDate(day.Year, 12, JalaliDate.DaysInMonth(day.Year, 12)).ToGregorian()
                : today;
            yield return (from, end < today ? end : today);
            from = end.AddDays(1);
        }
    }

    /// <summary>An archive address with its places filled in; days are Jalali, a number with 2 behind it has two digits.</summary>
    internal static string Fill(string archive, DateOnly from, DateOnly to, int page)
    {
        var day = JalaliDate.From(from);
        return archive
            .Replace("{from}", Slashed(day), StringComparison.Ordinal).Replace("{to}", Slashed(JalaliDate.From(to)), StringComparison.Ordinal)
            .Replace("{year}", Digits(day.Year, 4), StringComparison.Ordinal)
            .Replace("{month}", Digits(day.Month, 1), StringComparison.Ordinal).Replace("{month2}", Digits(day.Month, 2), StringComparison.Ordinal)
            .Replace("{day}", Digits(day.Day, 1), StringComparison.Ordinal).Replace("{day2}", Digits(day.Day, 2), StringComparison.Ordinal)
            .Replace("{page}", Digits(page, 1), StringComparison.Ordinal);
    }

    private async Task<bool> ReadSpanAsync(string archive, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var paged = archive.Contains("{page}", StringComparison.Ordinal);
        string? before = null;
        var next = source.Resolve(Fill(archive, from, to, 1));
        for (var page = 1; page <= options.MaxAnnouncementPages; page++)
        {
            if (await pages.ReadLinksAsync(new(next, ListPageReader.Read, true), Fetching.Validators.None, cancellation).ConfigureAwait(false) is not { } read) return false;
            // Past its end an archive shows an empty page, or its last one again.
            var links = string.Join('\n', read.Announced.Articles.Select(article => article.Url.AbsoluteUri));
            if (read.Wanted == 0 || links == before) return true;
            before = links;
            if (paged) next = source.Resolve(Fill(archive, from, to, page + 1));
            else if (read.Announced.Further.Count > 0) next = read.Announced.Further[0];
            else return true;
        }
        tally.Problem($"{next}: an archive of more than {options.MaxAnnouncementPages} pages for one span; the rest of it was not read");
        return true;
    }

    private static string Slashed(JalaliDate day) => $"{Digits(day.Year, 4)}/{Digits(day.Month, 2)}/{Digits(day.Day, 2)}";

    private static string Digits(int number, int least) => number.ToString("D" + least.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
