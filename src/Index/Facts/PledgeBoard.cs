using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>How a pledge stands to today.</summary>
public enum DueStatus
{
    /// <summary>Its day is past.</summary>
    Overdue,

    /// <summary>Its day is today or within thirty days.</summary>
    Soon,

    /// <summary>Its day is further off.</summary>
    Later,

    /// <summary>The article names no day that can be resolved.</summary>
    Undated,
}

/// <summary>The number of pledges of one status and strength.</summary>
public sealed record DueCount(DueStatus Status, string Strength, long Count);

/// <summary>The pledges that fall due in one Jalali month.</summary>
/// <param name="Overdue">How many of them are past today.</param>
public sealed record DueMonth(string Month, long Firm, long Soft, long Overdue);

/// <summary>All pledges of a filter by how they stand to today.</summary>
public sealed record PledgeBoard(IReadOnlyList<DueCount> Columns, IReadOnlyList<DueMonth> Months)
{
    /// <summary>The days from today that count as soon.</summary>
    public const int SoonDays = 30;

    /// <summary>How a due day stands to today.</summary>
    public static DueStatus Status(DateOnly? due, DateOnly today) =>
        due is not { } day ? DueStatus.Undated : day < today ? DueStatus.Overdue : day <= today.AddDays(SoonDays) ? DueStatus.Soon : DueStatus.Later;

    /// <summary>The selection narrowed to pledges of a status.</summary>
    public static FactSelection Narrow(FactSelection selection, DueStatus status, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return status switch
        {
            DueStatus.Overdue => selection with { DueTo = Earlier(selection.DueTo, today.AddDays(-1)) },
            DueStatus.Soon => selection with { DueFrom = Later(selection.DueFrom, today), DueTo = Earlier(selection.DueTo, today.AddDays(SoonDays)) },
            DueStatus.Later => selection with { DueFrom = Later(selection.DueFrom, today.AddDays(SoonDays + 1)) },
            _ => selection with { Undated = true },
        };
    }

    /// <summary>Counts the pledges of a selection.</summary>
    public static PledgeBoard Count(NewsDatabase database, FactSelection selection, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(selection);
        var query = FactList.Query<Pledge>(selection);
        var days = database.Read(connection => connection.Rows(
            $"SELECT f.due, f.kind, count(*) FROM ({query.Each}) f GROUP BY 1, 2",
            row => (Due: row.IsDBNull(0) ? (DateOnly?)null : DateOnly.FromDayNumber(row.GetInt32(0)), Strength: row.GetString(1), Count: row.GetInt64(2)), [.. query.Parameters]), cancellation);
        return new(
            [.. days.GroupBy(day => (Status: Status(day.Due, today), day.Strength)).Select(group => new DueCount(group.Key.Status, group.Key.Strength, group.Sum(day => day.Count))).OrderBy(count => (count.Status, count.Strength))],
            [.. days.Where(day => day.Due is not null).GroupBy(day => JalaliDate.From(day.Due!.Value).ToString()[..7]).OrderBy(month => month.Key, StringComparer.Ordinal)
                .Select(month => new DueMonth(month.Key, month.Where(day => day.Strength == "firm").Sum(day => day.Count), month.Where(day => day.Strength != "firm").Sum(day => day.Count),
                    month.Where(day => day.Due < today).Sum(day => day.Count)))]);
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } day && day < other ? day : other;

    private static DateOnly Later(DateOnly? one, DateOnly other) => one is { } day && day > other ? day : other;
}
