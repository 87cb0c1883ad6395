using System.ComponentModel.DataAnnotations;
using NewsMiner.Api.Alerts;

namespace NewsMiner.Api.Hosting;

/// <summary>What the server demands of callers and how much it gives one of them.</summary>
internal sealed record ServerOptions
{
    /// <summary>Whether reading needs a key too; writing always does.</summary>
    public bool RequireKey { get; init; }

    /// <summary>Requests one caller may send in a minute, evenly spread.</summary>
    [Range(60, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>Requests one caller may send at once after a pause.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; init; } = 300;

    /// <summary>The time after which an answer that is not a stream is given up; its SQL is cut short.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most bytes of a request's body.</summary>
    [Range(1024, 1 << 24)]
    public int MaxBodyBytes { get; init; } = 64 << 10;

    /// <summary>The folder that mails of alerts are written to, or null where none are.</summary>
    public string? MailFolder { get; init; }

    /// <summary>The mail server that takes mails of alerts, or null where none does.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Hosts that webhooks may reach although they lie on this machine or in a private network.</summary>
    public IReadOnlyList<string> PrivateWebhookHosts { get; init; } = [];

    /// <summary>The pause before a webhook that is out of order is called again at once; each further one is twice as long.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The address people reach the page under, for links in feeds, mails and exports; null for relative links.</summary>
    public string? PublicUrl { get; init; }
}
