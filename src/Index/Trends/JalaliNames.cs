using System.Globalization;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Index.Trends;

/// <summary>Days, periods and numbers as people read them, in Persian and in English.</summary>
internal static class JalaliNames
{
    private static readonly string[] MonthsFa = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];
    private static readonly string[] MonthsEn = ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"];
    private static readonly string[] SeasonsFa = ["بهار", "تابستان", "پاییز", "زمستان"];
    private static readonly string[] SeasonsEn = ["Spring", "Summer", "Autumn", "Winter"];

    public static string LabelFa(TrendPeriod period) => period.FirstDay is var day ? period.Grain switch
    {
        TrendGrain.Day => DayFa(period.From),
        TrendGrain.Week => "هفتهٔ " + DayFa(period.From),
        TrendGrain.Month => $"{MonthsFa[day.Month - 1]} {Digits(day.Year)}",
        TrendGrain.Season => $"{SeasonsFa[day.Month / 3]} {Digits(day.Year)}",
        _ => Digits(day.Year),
    } : "";

    public static string LabelEn(TrendPeriod period) => period.FirstDay is var day ? period.Grain switch
    {
        TrendGrain.Day => DayEn(period.From),
        TrendGrain.Week => "week of " + DayEn(period.From),
        TrendGrain.Month => $"{MonthsEn[day.Month - 1]} {day.Year}",
        TrendGrain.Season => $"{SeasonsEn[day.Month / 3]} {day.Year}",
        _ => day.Year.ToString(CultureInfo.InvariantCulture),
    } : "";

    public static string DayFa(DateOnly day) => JalaliDate.From(day) is var date ? $"{Digits(date.Day)} {MonthsFa[date.Month - 1]} {Digits(date.Year)}" : "";

    public static string DayEn(DateOnly day) => JalaliDate.From(day) is var date ? $"{date.Day} {MonthsEn[date.Month - 1]} {date.Year}" : "";

    /// <summary>«دورهٔ» in the words of a grain.</summary>
    public static (string Fa, string En, string EnPlural) Word(TrendGrain grain) => grain switch
    {
        TrendGrain.Day => ("روز", "day", "days"),
        TrendGrain.Week => ("هفته", "week", "weeks"),
        TrendGrain.Month => ("ماه", "month", "months"),
        TrendGrain.Season => ("فصل", "season", "seasons"),
        _ => ("سال", "year", "years"),
    };

    /// <summary>A number in Persian digits with thousands parted and at most three decimals.</summary>
    public static string NumberFa(double number) => ToPersian(number.ToString(Format(number), CultureInfo.InvariantCulture));

    /// <summary>The same in Latin digits.</summary>
    public static string NumberEn(double number) => number.ToString(Format(number), CultureInfo.InvariantCulture);

    /// <summary>A share as per cent.</summary>
    public static string PercentFa(double share) => ToPersian((share * 100).ToString("#,0.##", CultureInfo.InvariantCulture)) + "٪";

    /// <summary>The same in Latin digits.</summary>
    public static string PercentEn(double share) => (share * 100).ToString("#,0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A probability, in as many digits as it needs.</summary>
    public static string ProbabilityEn(double p) => p < 0.0001 ? "< 0.0001" : "= " + p.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The same in Persian digits.</summary>
    public static string ProbabilityFa(double p) => ToPersian(ProbabilityEn(p));

    private static string Digits(int number) => ToPersian(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Large numbers need no decimals; small ones keep enough to differ from 0.</summary>
    private static string Format(double number) => Math.Abs(number) is >= 100 or 0 ? "#,0" : Math.Abs(number) < 0.01 ? "0.#####" : "#,0.##";

    private static string ToPersian(string latin) => string.Create(latin.Length, latin, static (persian, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            persian[i] = source[i] switch { >= '0' and <= '9' and var digit => (char)(digit - '0' + '۰'), '.' => '٫', ',' => '٬', '-' => '−', var other => other };
    });
}
