using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace NewsMiner.Api.Http;

/// <summary>Which part of a list is wanted.</summary>
internal sealed class PageParameters
{
    [FromQuery(Name = "limit"), Description("How many, 1 to 100; default 20.")] public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("Where the last part ended; opaque, from nextCursor.")] public string? Cursor { get; init; }

    /// <summary>The limit, or what is wrong with it.</summary>
    public bool TryRead(out int limit, Dictionary<string, string[]> errors)
    {
        limit = 20;
        if (Limit is not null && (!int.TryParse(Limit, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 100))
            errors["limit"] = ["عددی از ۱ تا ۱۰۰ · a number from 1 to 100"];
        if (Cursor?.Length > 1000) errors["cursor"] = ["نشانهٔ ادامه خوانده نشد · not a cursor of this list"];
        return errors.Count == 0;
    }

    /// <summary>Points to the next part in a Link header (RFC 8288).</summary>
    public static void LinkNext(HttpContext http, string? cursor)
    {
        if (cursor is null) return;
        var query = http.Request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        http.Response.Headers.Link = $"<{http.Request.Path}{QueryString.Create(query.Append(new("cursor", cursor)))}>; rel=\"next\"";
    }
}
