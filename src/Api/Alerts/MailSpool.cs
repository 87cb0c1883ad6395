using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Alerts;

/// <summary>Writes mails as files that a mail server picks up: a file is there whole or not at all, and under one name however often it is written.</summary>
internal sealed class MailSpool(string folder) : IMailRoute
{
    public async Task<DeliveryResult> SendAsync(AlertMail mail, CancellationToken cancellation)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, mail.Name + ".eml");
        if (File.Exists(file)) return new DeliveryResult.Taken();
        var partial = file + ".part";
        await File.WriteAllTextAsync(partial, mail.Text, cancellation);
        File.Move(partial, file, overwrite: true);
        return new DeliveryResult.Taken();
    }

    public Task EndAsync() => Task.CompletedTask;

    /// <summary>The way the options name, or null where mails are not sent.</summary>
    public static IMailRoute? Of(ServerOptions options) =>
        options.Smtp is { } smtp ? new SmtpRoute(smtp) : options.MailFolder is { } folder ? new MailSpool(folder) : null;
}
