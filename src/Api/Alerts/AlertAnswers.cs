using NewsMiner.Api.Output;
using NewsMiner.Index;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Alerts;

/// <summary>The filter words of an alert.</summary>
internal sealed record AlertFilter(
    string? Q = null, string? Outlet = null, string? Province = null, string? Place = null, string? Topic = null, string? Official = null, string? Speaker = null, string? Kind = null)
{
    public static AlertFilter From(ArticleFilter filter) =>
        new(filter.Query, filter.Outlet, filter.Province, filter.Place, filter.Topic, filter.Official, filter.Speaker, filter.Kind);
}

/// <summary>Deliveries of an alert that are not made.</summary>
internal sealed record AlertDeliveries(long Pending, long Failed);

/// <summary>An alert as the API answers it. Where it is sent is told to admins only.</summary>
/// <param name="Feed">The address of its Atom feed.</param>
/// <param name="Secret">What its webhook calls are signed with; told once, when it is made.</param>
internal sealed record AlertAnswer(
    string Id, string Name, AlertAbout About, AlertFilter Filter, int? Days, string? Webhook, string? Email, bool Daily, DateTimeOffset CreatedAt,
    long Matches, DateTimeOffset? LastMatchAt, string Feed, AlertDeliveries Deliveries, string? Secret)
{
    public static AlertAnswer From(Alert alert, bool admin, bool made = false) => new(
        alert.Id, alert.Draft.Name, alert.Draft.About, AlertFilter.From(alert.Draft.Filter), alert.Draft.Days,
        admin ? alert.Draft.Webhook?.AbsoluteUri : null, admin ? alert.Draft.Email : null, alert.Draft.Daily, alert.CreatedAt,
        alert.Matches, alert.LastMatchAt, $"/api/alerts/{alert.Id}/feed.atom", new(alert.Pending, alert.Failed), made ? alert.Secret : null);
}

/// <summary>All alerts.</summary>
internal sealed record AlertList(IReadOnlyList<AlertAnswer> Items);

/// <summary>A finding of an alert as the API answers it.</summary>
/// <param name="Id">Its number, or 0 in a preview.</param>
/// <param name="At">When it was found; null in a preview.</param>
/// <param name="Day">The Tehran day of the article, or the day a pledge falls due.</param>
internal sealed record AlertMatchAnswer(long Id, DateTimeOffset? At, string Title, string Text, string ArticleId, string? FactId, string Url, DateOnly? Day, string? DayJalali)
{
    public static AlertMatchAnswer From(AlertMatch match) => From(match.Finding) with { Id = match.Id, At = match.At };

    public static AlertMatchAnswer From(AlertFinding found) =>
        new(0, null, found.Title, found.Text, found.ArticleId, found.FactId, found.Url, found.Day, found.Day?.Jalali());
}

/// <summary>What an alert would have found.</summary>
internal sealed record AlertPreview(long Total, IReadOnlyList<AlertMatchAnswer> Items);

/// <summary>What an alert found on a day.</summary>
internal sealed record AlertDigest(AlertAnswer Alert, DateOnly Day, string DayJalali, IReadOnlyList<AlertMatchAnswer> Items);
