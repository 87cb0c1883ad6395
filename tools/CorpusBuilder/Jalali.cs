using System.Globalization;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.CorpusBuilder;

/// <summary>Days as Iranian pages write them.</summary>
internal static class Jalali
{
    private static readonly string[] Months = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    public static JalaliDate Day(DateTimeOffset at) => JalaliDate.From(DateOnly.FromDateTime(at.DateTime));

    /// <summary>«۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵»</summary>
    public static string Long(DateTimeOffset at) => Persian(string.Create(CultureInfo.InvariantCulture, $"{Day(at).Day} {Months[Day(at).Month - 1]} {Day(at).Year} - {at:HH:mm}"));

    /// <summary>«۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹»</summary>
    public static string Slashed(DateTimeOffset at) => Persian(string.Create(CultureInfo.InvariantCulture, $"{Day(at).Year:0000}/{Day(at).Month:00}/{Day(at).Day:00} - {at:HH:mm}"));

    public static string Persian(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));
}
