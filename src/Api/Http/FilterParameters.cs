using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Api.Input;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Topics;
using NewsMiner.Index;

namespace NewsMiner.Api.Http;

/// <summary>The filter words of every list, search, trend and export, as they stand in an address.</summary>
internal sealed class FilterParameters
{
    [FromQuery(Name = "q"), Description("Words of the search language; all must match.")] public string? Query { get; init; }

    [FromQuery(Name = "outlet"), Description("The outlet's name.")] public string? Outlet { get; init; }

    [FromQuery(Name = "province"), Description("The province, with or without «استان».")] public string? Province { get; init; }

    [FromQuery(Name = "place"), Description("A county or city.")] public string? Place { get; init; }

    [FromQuery(Name = "topic"), Description("A topic's id.")] public string? Topic { get; init; }

    [FromQuery(Name = "official"), Description("An official's name, or the end of it.")] public string? Official { get; init; }

    [FromQuery(Name = "speaker"), Description("A speaker's name, or the end of it.")] public string? Speaker { get; init; }

    [FromQuery(Name = "kind"), Description("The kind of a fact: money, percent …; pledge, demand …; firm, soft.")] public string? Kind { get; init; }

    [FromQuery(Name = "from"), Description("The first day, Jalali (1402, 1402-05, 1402-05-10) or Gregorian (2023-08-01).")] public string? From { get; init; }

    [FromQuery(Name = "to"), Description("The last day, inclusive; a year or month means its last day.")] public string? To { get; init; }

    /// <summary>The longest value of any filter, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>The filter, or what is wrong with it by field.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="errors">By field.</param>
    /// <param name="kinds">The values <c>kind</c> may have; all of them where it is not given, none where what is asked for has no kinds.</param>
    public bool TryRead(out ArticleFilter filter, out Dictionary<string, string[]> errors, IReadOnlyList<string>? kinds = null)
    {
        errors = [];
        foreach (var (name, value) in new[] { ("q", Query), ("outlet", Outlet), ("province", Province), ("place", Place), ("topic", Topic), ("official", Official), ("speaker", Speaker), ("kind", Kind) })
        {
            if (value?.Length > MaxLength) errors[name] = [$"بیش از {MaxLength} نویسه است · longer than {MaxLength} characters"];
            else if (value?.Contains('\0') == true) errors[name] = ["نویسهٔ نامجاز دارد · holds a NUL character"];
        }
        filter = new()
        {
            Query = NullIfBlank(Query), Outlet = NullIfBlank(Outlet), Province = NullIfBlank(Province), Place = NullIfBlank(Place), Topic = NullIfBlank(Topic),
            Official = NullIfBlank(Official), Speaker = NullIfBlank(Speaker), Kind = NullIfBlank(Kind),
            From = Day("from", From, last: false, errors), To = Day("to", To, last: true, errors),
        };
        OneOf("kind", filter.Kind, kinds ?? FilterValues.Any, errors);
        OneOf("topic", filter.Topic, ArticleTopics.Ids, errors);
        if (filter.Province is { } province && Provinces.Find(province) is null) OneOf("province", province, Provinces.All, errors);
        if (filter.From > filter.To) errors["to"] = ["پیش از آغاز بازه است · lies before from"];
        return errors.Count == 0;
    }

    /// <summary>A day of a parameter; null where it has none, with an error where it cannot be read.</summary>
    public static DateOnly? Day(string name, string? text, bool last, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DayText.TryParse(text, last, out var day)) return day;
        errors[name] = ["تاریخ خوانده نشد؛ نمونه: ۱۴۰۲، ۱۴۰۲-۰۵، ۱۴۰۲-۰۵-۱۰ · not a day; write 1402, 1402-05, 1402-05-10 or 2023-08-01"];
        return null;
    }

    private static void OneOf(string field, string? value, IReadOnlyList<string> known, Dictionary<string, string[]> errors)
    {
        if (value is null || known.Contains(value)) return;
        errors.TryAdd(field, [known.Count == 0 ? "اینجا معنایی ندارد · means nothing here" : $"یکی از این‌ها: {string.Join("، ", known)} · one of {string.Join(", ", known)}"]);
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
