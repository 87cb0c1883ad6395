namespace NewsMiner.Extractor.Dates;

/// <summary>Days from the first to the last, both meant.</summary>
internal readonly record struct DayInterval(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public static DayInterval Of(DateOnly day) => new(day, day);

    /// <summary>The Iranian week of a day, Saturday to Friday.</summary>
    public static DayInterval WeekOf(DateOnly day)
    {
        var saturday = day.AddDays(-(((int)day.DayOfWeek + 1) % 7));
        return new(saturday, saturday.AddDays(6));
    }

    public DayInterval Part(DatePart part) => part switch
    {
        DatePart.Start => Of(From),
        DatePart.Early => new(From, From.AddDays(Math.Max(0, Days / 3 - 1))),
        // The middle of a month is its fifteenth.
        DatePart.Middle => Of(From.AddDays(Days is >= 28 and <= 31 ? 14 : Math.Max(0, Days / 2 - 1))),
        DatePart.Between => new(From.AddDays(Days / 3), From.AddDays(Math.Max(0, Days * 2 / 3 - 1))),
        DatePart.Late => new(From.AddDays(Days * 2 / 3), To),
        DatePart.End => Of(To),
        _ => this,
    };
}

/// <summary>A part of a period.</summary>
internal enum DatePart
{
    Whole, Start, Early, Middle, Between, Late, End,
}

/// <summary>A period as it is nearest to the reference day in either direction, and as it comes next.</summary>
internal readonly record struct Period(DayInterval Near, DayInterval Next)
{
    public static Period Fixed(DayInterval interval) => new(interval, interval);

    public static Period Fixed(DateOnly from, DateOnly to) => Fixed(new DayInterval(from, to));

    public Period Part(DatePart part) => new(Near.Part(part), Next.Part(part));

    public Period Select(Func<DayInterval, DayInterval> change) => new(change(Near), change(Next));
}
