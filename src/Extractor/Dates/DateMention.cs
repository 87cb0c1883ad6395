namespace NewsMiner.Extractor.Dates;

/// <summary>How exact a date is.</summary>
public enum DatePrecision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A week or a named run of days (دهه فجر, هفته دولت).</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A season or a half year.</summary>
    Season,

    /// <summary>A year or several.</summary>
    Year,

    /// <summary>An hour of some day.</summary>
    Time,

    /// <summary>Words of time that name no day (به‌زودی, ظرف سه ماه with no reference).</summary>
    Vague,
}

/// <summary>A stretch of text that names a time, resolved against a reference day where it can be.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="From">The first day meant (Asia/Tehran), or null where the words name none.</param>
/// <param name="To">The last day meant, inclusive, or null.</param>
/// <param name="Precision">How exact the words are.</param>
/// <param name="Rule">The name of the rule that read it.</param>
public sealed record DateMention(int FirstToken, int EndToken, DateOnly? From, DateOnly? To, DatePrecision Precision, string Rule);
