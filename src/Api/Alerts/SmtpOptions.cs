using System.Net.Security;

namespace NewsMiner.Api.Alerts;

/// <summary>How the line to a mail server is kept from being read.</summary>
internal enum SmtpSecurity
{
    /// <summary>Plain at first, then encrypted by STARTTLS (RFC 3207); a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>Not at all: for a server on this machine.</summary>
    None,
}

/// <summary>A mail server that takes mails of alerts.</summary>
internal sealed record SmtpOptions
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port; 587 is that of submission (RFC 6409).</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the line is encrypted.</summary>
    public SmtpSecurity Security { get; init; }

    /// <summary>The user to log in as, or null where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>The address mails are sent from.</summary>
    public required string From { get; init; }

    /// <summary>The longest wait for the connection and for each answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Judges the server's certificate instead of the system, or null.</summary>
    public RemoteCertificateValidationCallback? Judge { get; init; }
}
