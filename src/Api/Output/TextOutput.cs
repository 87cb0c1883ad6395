using NewsMiner.Extractor;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Api.Output;

/// <summary>A number as <c>newsminer text numbers</c> prints it; all positions count UTF-16 units of the line.</summary>
/// <param name="Start">Where it begins, a minus sign with it.</param>
/// <param name="End">Where it ends; what is written on to it («متری» in «سی‌متری») lies outside.</param>
/// <param name="Value">Its value with all scales; in a range the lower end.</param>
/// <param name="Written">The lower end as it stands alone: 5 in «۵ تا ۷ هزار».</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="MaxStart">Where the upper end begins.</param>
/// <param name="MaxEnd">Where the upper end ends.</param>
/// <param name="Money">The amount it makes with a currency after it, as written and in rials.</param>
internal sealed record NumberOutput(
    int Start, int End, string Text, decimal Value, decimal Written, decimal? Max, int? MaxStart, int? MaxEnd, bool Ordinal, NumberKind Kind, string? Suffix, MoneyOutput? Money, string Rule)
{
    public static IEnumerable<NumberOutput> All(TokenizedText text) => NumberReader.Find(text).Select(number => From(text, number));

    private static NumberOutput From(TokenizedText text, NumberMention number)
    {
        var span = number.NumeralSpan(text);
        var upper = number.Max is null ? (TextSpan?)null : number.MaxSpan(text);
        return new(span.Start, span.End, span.In(text.Normalized.Original).ToString(), number.Value, number.Written, number.Max, upper?.Start, upper?.End, number.Ordinal, number.Kind, number.Suffix,
            MoneyOutput.After(text, number), number.Rule);
    }
}

/// <summary>An amount of money as written, and in rials where its currency has a fixed rate.</summary>
internal sealed record MoneyOutput(decimal Amount, decimal? MaxAmount, Currency Currency, decimal? Rials, decimal? MaxRials)
{
    public static MoneyOutput? After(TokenizedText text, NumberMention number)
    {
        if (number.Ordinal) return null;
        var unit = number.Suffix ?? (number.EndToken < text.Tokens.Count ? text.Tokens[number.EndToken].Key : "");
        if (Money.From(number.Value, unit) is not { } money) return null;
        var upper = number.Max is { } max ? Money.From(max, unit) : null;
        return new(money.Amount, upper?.Amount, money.Currency, money.Rials, upper?.Rials);
    }
}

/// <summary>A mention of time as <c>newsminer text dates</c> prints it; all positions count UTF-16 units of the line.</summary>
/// <param name="Start">Where it begins, with «تا», «از», «پیش از», «ظرف» but without «در» and «طی».</param>
/// <param name="PhraseStart">Where it begins with every preposition before it.</param>
/// <param name="From">The first day meant.</param>
/// <param name="To">The last day meant, inclusive.</param>
/// <param name="Due">The day on which what is announced for it falls due.</param>
/// <param name="Time">The time of the day, where one is named.</param>
internal sealed record DateOutput(
    int Start, int End, int PhraseStart, string Text, DateOnly? From, DateOnly? To, string? FromJalali, string? ToJalali, TimeOnly? Time, DatePrecision Precision, DateDirection Direction, DateOnly? Due, string Rule)
{
    public static IEnumerable<DateOutput> All(TokenizedText text, DateOnly? reference) => DateReader.Find(text, reference).Select(date => Of(text, date));

    private static DateOutput Of(TokenizedText text, DateMention date)
    {
        var span = text.OriginalSpan(date.FirstToken, date.EndToken);
        return new(span.Start, span.End, date.PhraseSpan(text).Start, span.In(text.Normalized.Original).ToString(), date.From, date.To, Jalali(date.From), Jalali(date.To), date.Time, date.Precision, date.Direction, date.Due, date.Rule);
    }

    private static string? Jalali(DateOnly? day) => day is { } known ? JalaliDate.From(known).ToString() : null;
}

/// <summary>A stretch of a line that speaks of time, with its prepositions, in the manner of temporal taggers.</summary>
internal sealed record TimeSpanOutput(int Start, int End, string Type, string Text)
{
    public static IEnumerable<TimeSpanOutput> All(TokenizedText text) => TimeSpans.Find(text, joinTimes: false).Select(stretch =>
    {
        var span = text.OriginalSpan(stretch.FirstToken, stretch.EndToken);
        return new TimeSpanOutput(span.Start, span.End, stretch.OfDay ? "time" : "date", span.In(text.Normalized.Original).ToString());
    });
}
