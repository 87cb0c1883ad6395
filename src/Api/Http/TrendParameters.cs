using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Http;

/// <summary>How a series is counted and tested, as it stands in an address.</summary>
internal sealed class SeriesParameters
{
    [FromQuery(Name = "grain"), Description("day, week (from Saturday), month, season or year; default month")] public string? Grain { get; init; }

    [FromQuery(Name = "measure"), Description("articles, clusters (copies as one), outlets, statements, figures or pledges; default articles")] public string? Measure { get; init; }

    [FromQuery(Name = "value"), Description("What trend and change point look at: share or count; default share")] public string? Value { get; init; }

    [FromQuery(Name = "burst"), Description("batched (period by period) or gaps (between single articles); default batched")] public string? Burst { get; init; }

    /// <summary>The question with the queries of an address and the rest of its filter, or what is wrong by field.</summary>
    public bool TryRead(FilterParameters filters, IQueryCollection address, out TermTrendRequest request, out Dictionary<string, string[]> errors)
    {
        filters.TryRead(out var filter, out errors);
        string[] queries = [.. address["q"].OfType<string>().Where(query => !string.IsNullOrWhiteSpace(query)).Select(query => query.Trim())];
        if (queries.Length > 1)
        {
            // Each is measured by itself, not all of them joined.
            errors.Remove("q");
            foreach (var query in queries)
            {
                if (!new FilterParameters { Query = query }.TryRead(out _, out var wrong)) errors["q"] = wrong["q"];
            }
        }
        request = new()
        {
            Queries = queries, Filter = filter with { Query = null },
            Grain = Choice.Read("grain", Grain, TrendGrain.Month, errors), Measure = Choice.Read("measure", Measure, TrendMeasure.Articles, errors),
            Value = Choice.Read("value", Value, TrendValue.Share, errors), Burst = Choice.Read("burst", Burst, BurstForm.Batched, errors),
        };
        return errors.Count == 0;
    }

    /// <summary>The words given, for where they mean nothing.</summary>
    public IEnumerable<string> Given() => new[] { ("grain", Grain), ("measure", Measure), ("value", Value), ("burst", Burst) }.Where(word => word.Item2 is not null).Select(word => word.Item1);
}

/// <summary>The second of two parts that are compared: the filter with these words in place of its own.</summary>
internal sealed class OtherSideParameters
{
    [FromQuery(Name = "q2"), Description("The second query.")] public string? SecondQuery { get; init; }

    [FromQuery(Name = "outlet2"), Description("The second outlet.")] public string? SecondOutlet { get; init; }

    [FromQuery(Name = "province2"), Description("The second province.")] public string? SecondProvince { get; init; }

    [FromQuery(Name = "place2"), Description("The second county or city.")] public string? SecondPlace { get; init; }

    [FromQuery(Name = "topic2"), Description("The second topic.")] public string? SecondTopic { get; init; }

    [FromQuery(Name = "from2"), Description("The first day of the second period.")] public string? SecondFrom { get; init; }

    [FromQuery(Name = "to2"), Description("The last day of the second period, inclusive.")] public string? SecondTo { get; init; }

    /// <summary>The filter of the second part; errors are added under their fields.</summary>
    public bool TryRead(ArticleFilter first, out ArticleFilter second, Dictionary<string, string[]> errors)
    {
        var own = new FilterParameters
        {
            Query = SecondQuery, Outlet = SecondOutlet, Province = SecondProvince, Place = SecondPlace, Topic = SecondTopic, From = SecondFrom, To = SecondTo,
        };
        own.TryRead(out var read, out var wrong);
        foreach (var (field, messages) in wrong) errors[field + "2"] = messages;
        var period = read.From is not null || read.To is not null;
        second = first with
        {
            Query = read.Query ?? first.Query, Outlet = read.Outlet ?? first.Outlet, Province = read.Province ?? first.Province, Place = read.Place ?? first.Place,
            Topic = read.Topic ?? first.Topic, From = period ? read.From : first.From, To = period ? read.To : first.To,
        };
        if (wrong.Count == 0 && second == first)
            errors["q2"] = ["بخش دوم همان بخش نخست است؛ یکی از q2، outlet2، province2، place2، topic2، from2 و to2 را بنویسید · both parts are the same; give one of q2, outlet2, province2, place2, topic2, from2 and to2"];
        return errors.Count == 0;
    }
}
