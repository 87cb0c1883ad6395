using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsMiner.Api.Tests.Mail;

/// <summary>A mail server on a free loopback port that takes what it is told to take (RFC 5321, as far as a sender needs it).</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2 certificate = Certificate();
    private Task serving = Task.CompletedTask;

    /// <summary>Whether STARTTLS is offered.</summary>
    public bool OffersTls { get; init; }

    /// <summary>The answer to a command by its number among all, counted from 1; null for the usual one, "" to hang up.</summary>
    public Func<string, int, string?> Answer { get; set; } = (_, _) => null;

    /// <summary>The commands heard, each behind «tls » where the line was encrypted.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>The mails taken, as they were before dots were doubled.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether a certificate is this server's.</summary>
    public bool Owns(X509Certificate? other) => other?.GetCertHashString() == certificate.GetCertHashString();

    public MailServer Start()
    {
        listener.Start();
        serving = ServeAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await serving;
        certificate.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException)
            {
                return;
            }
            catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The sender hung up; the next one is served.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        await SayAsync(stream, "220 mail.test ready");
        while (await ReadLineAsync(stream) is { } line)
        {
            Heard.Enqueue((stream is SslStream ? "tls " : "") + line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (Answer(line, Heard.Count) is { } told)
            {
                if (told.Length == 0) return;
                await SayAsync(stream, told);
                continue;
            }
            switch (verb)
            {
                case "EHLO": await SayAsync(stream, OffersTls && stream is not SslStream ? "250-mail.test\r\n250-8BITMIME\r\n250 STARTTLS" : "250-mail.test\r\n250 AUTH PLAIN"); break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go on");
                    var encrypted = new SslStream(stream);
                    await encrypted.AuthenticateAsServerAsync(certificate);
                    stream = encrypted;
                    break;
                case "AUTH": await SayAsync(stream, "235 welcome"); break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    var text = new StringBuilder();
                    for (var next = await ReadLineAsync(stream); next is not null and not "."; next = await ReadLineAsync(stream)) text.Append(next.StartsWith('.') ? next[1..] : next).Append("\r\n");
                    Mails.Enqueue(text.ToString());
                    if (Answer("DATA-END", Heard.Count) is "") return;
                    await SayAsync(stream, "250 taken");
                    break;
                case "QUIT": await SayAsync(stream, "221 bye"); return;
                default: await SayAsync(stream, "250 well"); break;
            }
        }
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop.Token);

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (await stream.ReadAsync(next, stop.Token) == 1)
        {
            if (next[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next[0]);
        }
        return null;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
