namespace NewsMiner.Extractor.Dates;

/// <summary>What a stretch of tokens says about time.</summary>
/// <param name="End">Index after its last token.</param>
/// <param name="Precision">How exact it is.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Period">The days, or null where none are named or no reference is known.</param>
internal sealed record DateExpression(int End, DatePrecision Precision, string Rule, Period? Period = null)
{
    /// <summary>True for clock times and lengths below a day.</summary>
    public bool OfDay { get; init; }

    /// <summary>The time of the day, where it can be told.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The calendar it is written in.</summary>
    public CalendarKind Calendar { get; init; }

    /// <summary>True where it names its end itself: «از مهر تا آذر», «از سال ۹۸ تا ۱۴۰۱».</summary>
    public bool Bounded { get; init; }

    /// <summary>True where «تا» means until the day before.</summary>
    public bool Eve { get; init; }

    /// <summary>True where the words mean something else unless a word of time stands before them.</summary>
    public bool Weak { get; init; }

    /// <summary>True for the end of a period: what comes «پیش از پایان سال» may still come on its last day.</summary>
    public bool Ends { get; init; }

    /// <summary>A length of time counted from the reference: the day it ends after «ظرف».</summary>
    public DateOnly? Within { get; init; }
}
