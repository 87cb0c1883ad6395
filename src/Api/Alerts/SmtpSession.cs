using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace NewsMiner.Api.Alerts;

/// <summary>A mail server's answer that is not the one needed.</summary>
/// <param name="code">The three digits (RFC 5321, 4.2).</param>
/// <param name="text">What it said.</param>
internal sealed class SmtpReplyException(int code, string text) : IOException(string.Create(CultureInfo.InvariantCulture, $"{code} {text}"))
{
    /// <summary>5yz: the same command will fail again (RFC 5321, 4.2.1).</summary>
    public bool IsPermanent => code >= 500;
}

/// <summary>A line to a mail server over which mails are sent one after another (RFC 5321).</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private const int MostLine = 4096, MostLines = 100;

    private readonly SmtpOptions options;
    private readonly TcpClient socket = new();
    private readonly List<string> offers = [];
    private Stream stream = Stream.Null;
    private bool isOpen;

    private SmtpSession(SmtpOptions options) => this.options = options;

    /// <summary>Connects, encrypts and logs in.</summary>
    /// <exception cref="IOException">The server cannot be reached, refuses, or does not offer what the options ask for.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, CancellationToken cancellation)
    {
        var session = new SmtpSession(options);
        try
        {
            await session.OpenAsync(cancellation);
            session.isOpen = true;
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends one mail; when this returns, the server has taken it upon itself to deliver it.</summary>
    /// <exception cref="SmtpReplyException">The server does not take it; the line may be used for others.</exception>
    public async Task SendAsync(AlertMail mail, CancellationToken cancellation)
    {
        var international = !Ascii.IsValid(mail.From) || !Ascii.IsValid(mail.To);
        if (international && !Offers("SMTPUTF8")) throw new SmtpReplyException(553, "the server takes no address with letters beyond ASCII");
        try
        {
            await AskAsync($"MAIL FROM:<{mail.From}>{(international ? " SMTPUTF8" : "")}", 250, cancellation);
            await AskAsync($"RCPT TO:<{mail.To}>", 250, cancellation);
            await AskAsync("DATA", 354, cancellation);
            // A line that begins with a dot gets another, so that it does not end the mail (RFC 5321, 4.5.2).
            var text = mail.Text.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
            await AskAsync($"{text}{(text.EndsWith("\r\n", StringComparison.Ordinal) ? "" : "\r\n")}.", 250, cancellation);
        }
        catch (SmtpReplyException)
        {
            await AskAsync("RSET", 250, cancellation);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            if (isOpen) await WriteAsync("QUIT", soon.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The server hung up first.
        }
        await stream.DisposeAsync();
        socket.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await WithinAsync(async stop => { await socket.ConnectAsync(options.Host, options.Port, stop); return 0; }, cancellation);
        }
        catch (SocketException refused)
        {
            throw new IOException($"{options.Host}: {refused.Message}", refused);
        }
        stream = socket.GetStream();
        if (options.Security == SmtpSecurity.Tls) await EncryptAsync(cancellation);
        await ExpectAsync(220, cancellation);
        await GreetAsync(cancellation);
        if (options.Security == SmtpSecurity.StartTls)
        {
            if (!Offers("STARTTLS")) throw new IOException($"{options.Host} offers no STARTTLS; nothing is sent in the clear unless --smtp-security none allows it");
            await AskAsync("STARTTLS", 220, cancellation);
            await EncryptAsync(cancellation);
            // What was said before the line was encrypted may have come from anybody (RFC 3207, 4.2).
            await GreetAsync(cancellation);
        }
        if (options.User is { } user) await AskAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{options.Password}")), 235, cancellation);
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        var lines = await AskAsync("EHLO " + options.From[(options.From.LastIndexOf('@') + 1)..], 250, cancellation);
        offers.Clear();
        offers.AddRange(lines.Skip(1));
    }

    private async Task EncryptAsync(CancellationToken cancellation)
    {
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: false, options.Judge);
        stream = encrypted;
        try
        {
            await WithinAsync(async stop => { await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, stop); return 0; }, cancellation);
        }
        catch (System.Security.Authentication.AuthenticationException refused)
        {
            throw new IOException($"{options.Host}: {refused.Message}", refused);
        }
    }

    private bool Offers(string extension) => offers.Any(offer => offer.Equals(extension, StringComparison.OrdinalIgnoreCase) || offer.StartsWith(extension + " ", StringComparison.OrdinalIgnoreCase));

    private async Task<IReadOnlyList<string>> AskAsync(string command, int expected, CancellationToken cancellation)
    {
        await WithinAsync(async stop => { await WriteAsync(command, stop); return 0; }, cancellation);
        return await ExpectAsync(expected, cancellation);
    }

    private async Task WriteAsync(string command, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>The lines of an answer without their codes; the last has a space behind its code (RFC 5321, 4.2.1).</summary>
    private Task<IReadOnlyList<string>> ExpectAsync(int expected, CancellationToken cancellation) => WithinAsync<IReadOnlyList<string>>(async stop =>
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(stop);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new IOException($"{options.Host} does not speak SMTP: {line}");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (lines.Count > MostLines) throw new IOException($"{options.Host} answers without an end");
            if (line.Length > 3 && line[3] == '-') continue;
            return code == expected ? lines : throw new SmtpReplyException(code, string.Join(' ', lines));
        }
    }, cancellation);

    private async Task<string> ReadLineAsync(CancellationToken stop)
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (line.Count < MostLine)
        {
            if (await stream.ReadAsync(next, stop) == 0) throw new IOException($"{options.Host} hung up");
            if (next[0] == '\n') break;
            line.Add(next[0]);
        }
        return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(options.Timeout);
        try
        {
            return await work(late.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"{options.Host}: no answer within {options.Timeout.TotalSeconds:0} s");
        }
    }
}
