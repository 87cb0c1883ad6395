using NewsMiner.Extractor.Text;

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

    /// <summary>A length of time that no deadline is made of (۱۵ ساعت, سه‌ساله).</summary>
    Duration,
}

/// <summary>How an event stands to the time that is named.</summary>
public enum DateDirection
{
    /// <summary>Within it: «هفته آینده», «در سال جاری».</summary>
    In,

    /// <summary>At its end at the latest: «تا پایان سال», «ظرف سه ماه».</summary>
    By,

    /// <summary>Before it begins: «پیش از ماه رمضان», «تا نوروز».</summary>
    Before,

    /// <summary>From its first day on: «از مهرماه».</summary>
    From,

    /// <summary>After its last day, no one knows how long: «پس از تعطیلات نوروز».</summary>
    After,
}

/// <summary>A stretch of text that names a time, resolved against a reference day where it can be.</summary>
/// <param name="FirstToken">Index of its first token; a «در» before it stands outside, other prepositions inside.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="From">The first day meant (Asia/Tehran), or null where the words name none.</param>
/// <param name="To">The last day meant, inclusive, or null.</param>
/// <param name="Precision">How exact the words are.</param>
/// <param name="Rule">The name of the rule that read it.</param>
public sealed record DateMention(int FirstToken, int EndToken, DateOnly? From, DateOnly? To, DatePrecision Precision, string Rule)
{
    /// <summary>How an event stands to the time.</summary>
    public DateDirection Direction { get; init; }

    /// <summary>
    /// The day on which what is announced for this time falls due: the last day of «هفته آینده» and «تا پایان سال», the first
    /// of «از مهر», the day before «پیش از نوروز». Where no year is named, the next such day not before the reference. Null for
    /// «پس از …», «به‌زودی», durations and times of day.
    /// </summary>
    public DateOnly? Due { get; init; }

    /// <summary>For a length of time, the day on which it ends where it begins on the reference day.</summary>
    public DateOnly? Limit { get; init; }

    /// <summary>True for hours of the day and lengths of seconds, minutes or hours.</summary>
    public bool OfDay { get; init; }

    /// <summary>The first token with «در», «طی», «حدود» before it.</summary>
    public int PhraseToken { get; init; } = FirstToken;

    /// <summary>
    /// True where a lunar date lies outside the years whose months were announced in Iran: it is reckoned by the tabular
    /// 30-year cycle and may be off by a day.
    /// </summary>
    public bool Reckoned { get; init; }

    /// <summary>The time of the day, where one is named and can be told: 19:30 for «ساعت ۷ و نیم عصر».</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Where it stands in the original text, its prepositions («در», «طی», «تا») with it.</summary>
    public TextSpan PhraseSpan(TokenizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.OriginalSpan(PhraseToken, EndToken);
    }
}
