using System.Net;
using System.Net.Mail;
using NewsMiner.Api.Http;
using NewsMiner.Index.Alerts;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Alerts;

/// <summary>A saved search, as a caller sends it.</summary>
/// <param name="Name">What people call it; up to 200 characters.</param>
/// <param name="About"><c>article statement figure pledge pledgeDue postChange</c>.</param>
/// <param name="Filter">The filter words; an empty one means all.</param>
/// <param name="Days">For <c>pledgeDue</c>: within how many days, 0 to 365; default 7.</param>
/// <param name="Webhook">An https or http address on the public internet that each match is posted to.</param>
/// <param name="Email">The address mails are written to.</param>
/// <param name="Daily">Whether the mails of a day come as one, after it.</param>
internal sealed record AlertBody(string? Name, string? About, AlertFilter? Filter, int? Days, string? Webhook, string? Email, bool? Daily)
{
    private const int MaxName = 200;

    private const int MaxAddress = 2000;

    /// <summary>The alert, or what is wrong by field.</summary>
    public AlertDraft? Read(IReadOnlyList<string> privateHosts, Dictionary<string, string[]> errors)
    {
        var words = Filter ?? new();
        new FilterParameters
        {
            Query = words.Q, Outlet = words.Outlet, Province = words.Province, Place = words.Place, Topic = words.Topic, Official = words.Official, Speaker = words.Speaker, Kind = words.Kind,
        }.TryRead(out var filter, out var wrong);
        foreach (var (field, messages) in wrong) errors["filter." + field] = messages;
        if (QueryCheck.Problem(filter.Query) is { } query) errors["filter.q"] = [$"{query.MessageFa} · {query.Message}"];
        var about = Words.Read("about", About, AlertAbout.Article, errors);
        if (string.IsNullOrWhiteSpace(About)) errors["about"] = ["موضوع هشدار لازم است · what it is about is missing"];
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MaxName || Name.Any(char.IsControl)) errors["name"] = [$"نامی از ۱ تا {MaxName} نویسه · a name of 1 to {MaxName} characters"];
        if (Days is < 0 or > 365) errors["days"] = ["عددی از ۰ تا ۳۶۵ · a number from 0 to 365"];
        var webhook = ReadWebhook(privateHosts, errors);
        if (Email is { Length: > 0 } && (Email.Length > MaxAddress || Email.Any(char.IsControl) || !MailAddress.TryCreate(Email, out var address) || address.Address != Email))
            errors["email"] = ["نشانی رایانامه خوانده نشد · not a mail address"];
        return errors.Count > 0 ? null : new(Name!.Trim(), about, filter, about == AlertAbout.PledgeDue ? Days ?? 7 : null, webhook, string.IsNullOrEmpty(Email) ? null : Email, Daily ?? false);
    }

    /// <summary>What can be seen of an address before it is asked; where its name leads is looked at on each call.</summary>
    private Uri? ReadWebhook(IReadOnlyList<string> privateHosts, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Webhook)) return null;
        if (Webhook.Length <= MaxAddress && Uri.TryCreate(Webhook, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            && (privateHosts.Contains(address.Host) || !IsPrivate(address))) return address;
        errors["webhook"] = ["نشانی http یا https در اینترنت همگانی، بی نام کاربری · an http or https address on the public internet without a user name"];
        return null;
    }

    private static bool IsPrivate(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !Crawler.Fetching.GuardedSocket.IsPublic(ip));
}
