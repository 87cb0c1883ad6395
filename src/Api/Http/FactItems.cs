using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Reviews;

namespace NewsMiner.Api.Http;

/// <summary>A fact in a list.</summary>
/// <param name="Fact">The fact with the guide's fields and where it stands.</param>
/// <param name="Verdict">What a person ruled about it or a copy of it, or null.</param>
/// <param name="Copies">In how many copies of its story, this one included, it stands; 1 where the story has no copies.</param>
/// <param name="Outlets">How many outlets those are of.</param>
/// <param name="Story">The id of the article in which its story appeared first; null where the story has no copies.</param>
internal sealed record FactItem<T>([property: Flatten] T Fact, Verdict? Verdict, int Copies, int Outlets, string? Story) where T : Fact
{
    public static FactItem<T> From(StoredFact<T> stored) => new(stored.Fact, stored.Verdict, stored.Copies, stored.Outlets, stored.Story);
}

/// <summary>A pledge in a list, with how it stands to today.</summary>
/// <param name="Pledge">The pledge with the guide's fields and where it stands.</param>
/// <param name="DueJalali">The due day as Jalali yyyy-MM-dd, or null.</param>
/// <param name="Status">How it stands to today in Tehran.</param>
/// <param name="DaysLeft">The days until it is due, negative when it is overdue; null where it has no day.</param>
internal sealed record PledgeItem([property: Flatten] FactItem<Pledge> Pledge, string? DueJalali, DueStatus Status, int? DaysLeft)
{
    public static PledgeItem From(StoredFact<Pledge> stored, DateOnly today)
    {
        var due = stored.Fact.Due;
        return new(FactItem<Pledge>.From(stored), due?.Jalali(), PledgeBoard.Status(due, today), due is { } day ? day.DayNumber - today.DayNumber : null);
    }
}

/// <summary>The newest facts of a kind and how many there are.</summary>
internal sealed record FactSample<T>(long Total, IReadOnlyList<T> Items);

/// <summary>The newest pledges, how many there are and how many are overdue.</summary>
internal sealed record PledgeSample(long Total, long Overdue, IReadOnlyList<PledgeItem> Items);
