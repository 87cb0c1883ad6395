using NewsMiner.Crawler.Frontier;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Crawler;

/// <summary>How far a source is covered.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Waiting">Addresses known and not yet fetched.</param>
/// <param name="InFlight">Addresses being fetched or read.</param>
/// <param name="Done">Addresses fetched.</param>
/// <param name="GivenUp">Addresses that failed for good; see the quarantine.</param>
/// <param name="Denied">Addresses robots.txt forbids.</param>
/// <param name="LastAnnounced">When its announcements were last read whole.</param>
/// <param name="LastFinished">When its last round ended.</param>
/// <param name="LastError">What last went wrong with the source as a whole.</param>
/// <param name="Today">Articles found on this Tehran day.</param>
/// <param name="ExpectedPerDay">Articles found on a day by its own history of four weeks, today left out; null where there is less than three days of it.</param>
/// <param name="LastArticleDay">The last Tehran day on which an article was found.</param>
/// <param name="IsSilent">True where so long a silence would come by chance less than once in a hundred times: no news from it is then not «no news».</param>
public sealed record SourceCoverage(
    string Source, long Waiting, long InFlight, long Done, long GivenUp, long Denied, DateTimeOffset? LastAnnounced, DateTimeOffset? LastFinished, string? LastError,
    long Today, double? ExpectedPerDay, DateOnly? LastArticleDay, bool IsSilent);

/// <summary>What an operator sees of the crawl's state, from the store.</summary>
public static class CrawlCoverage
{
    /// <summary>The days of history against which silence is measured, and the fewest that say anything.</summary>
    private const int History = 28, LeastHistory = 3;

    private const double Chance = 0.01;

    /// <summary>All sources that were ever crawled into the store.</summary>
    public static IReadOnlyList<SourceCoverage> Of(NewsDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        CrawlSchema.Ensure(database);
        var today = PublicationTime.At(time.GetUtcNow()).Day.DayNumber;
        return database.Read(connection =>
        {
            var states = connection.Rows("SELECT source, state, count(*) FROM frontier GROUP BY source, state", row => (Source: row.GetString(0), State: row.GetInt32(1), Count: row.GetInt64(2))).ToLookup(row => row.Source);
            var rounds = connection.Rows("SELECT source, announced_at, finished_at, last_error FROM source_round",
                row => (Source: row.GetString(0), Announced: Instant(row.GetInt64(1)), Finished: row.IsDBNull(2) ? null : Instant(row.GetInt64(2)), Error: row.Text(3))).ToDictionary(row => row.Source);
            var days = connection.Rows("SELECT source, day, articles FROM source_day WHERE day >= $first", row => (Source: row.GetString(0), Day: row.GetInt32(1), Articles: row.GetInt64(2)), ("$first", today - History)).ToLookup(row => row.Source);
            return states.Select(group => group.Key).Union(rounds.Keys).Order(StringComparer.Ordinal).Select(source =>
            {
                long Of(int state) => states[source].Where(row => row.State == state).Sum(row => row.Count);
                var round = rounds.GetValueOrDefault(source);
                var seen = days[source].Select(row => (row.Day, row.Articles)).ToList();
                var (expected, silent) = Silence(seen, today);
                return new SourceCoverage(source, Of(0), Of(1), Of(2), Of(3), Of(5), round.Announced, round.Finished, round.Error,
                    seen.Where(day => day.Day == today).Sum(day => day.Articles), expected, seen.Count > 0 ? DateOnly.FromDayNumber(seen.Max(day => day.Day)) : null, silent);
            }).ToList();
        });
    }

    /// <summary>The daily mean before the silence, and whether the whole days without an article since the last one are too many for it (Poisson).</summary>
    internal static (double? ExpectedPerDay, bool IsSilent) Silence(IReadOnlyList<(int Day, long Articles)> seen, int today)
    {
        var before = seen.Where(day => day.Day < today).ToList();
        if (before.Count == 0) return (null, false);
        var (first, last) = (before.Min(day => day.Day), before.Max(day => day.Day));
        if (last - first + 1 < LeastHistory) return (null, false);
        var mean = before.Sum(day => day.Articles) / (double)(last - first + 1);
        var quiet = seen.Any(day => day.Day == today) ? 0 : today - last - 1;
        return (mean, Math.Exp(-mean * quiet) < Chance);
    }

    private static DateTimeOffset? Instant(long milliseconds) => milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
