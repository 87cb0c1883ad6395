using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Api.Output;

/// <summary>Days as people in Iran count them.</summary>
internal static class TehranDay
{
    /// <summary>The day it is in Tehran.</summary>
    public static DateOnly Today(this TimeProvider time) => PublicationTime.At(time.GetUtcNow()).Day;

    /// <summary>A day as Jalali yyyy-MM-dd.</summary>
    public static string Jalali(this DateOnly day) => JalaliDate.From(day).ToString();
}
