using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Http;

/// <summary>How hits are ordered and counted, as it stands in an address or on a command line.</summary>
internal sealed class RankParameters
{
    [FromQuery(Name = "order"), Description("relevance, newest or oldest; default relevance.")] public string? Order { get; init; }

    [FromQuery(Name = "recency"), Description("Newer hits weigh up to twice as much; this many days before the newest the bonus is halved, 1 to 3650.")] public string? Recency { get; init; }

    [FromQuery(Name = "facets"), Description("Count facets; default true.")] public bool? Facets { get; init; }

    /// <summary>The request, or what is wrong with it.</summary>
    public bool TryRead(out SearchRequest request, Dictionary<string, string[]> errors)
    {
        if (!Enum.TryParse<SearchOrder>(Order ?? "relevance", ignoreCase: true, out var order) || !Enum.IsDefined(order) || int.TryParse(Order, out _))
            errors["order"] = ["یکی از این‌ها: relevance، newest، oldest · one of relevance, newest, oldest"];
        var days = 0;
        if (Recency is not null && (!int.TryParse(Recency, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > 3650))
            errors["recency"] = ["شمار روز، از ۱ تا ۳۶۵۰ · a number of days from 1 to 3650"];
        request = new() { Order = order, RecencyHalfLife = Recency is null ? null : days, Facets = Facets ?? true };
        return errors.Count == 0;
    }
}
