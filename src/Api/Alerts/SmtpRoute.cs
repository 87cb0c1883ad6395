namespace NewsMiner.Api.Alerts;

/// <summary>Gives mails to a mail server, one line for the mails of a run. Its Message-ID tells a receiver a mail that comes again.</summary>
internal sealed class SmtpRoute(SmtpOptions options) : IMailRoute
{
    private SmtpSession? session;

    /// <summary>Why the server could not be reached in this run: the mails after it are put off without a try of their own.</summary>
    private string? broken;

    public async Task<DeliveryResult> SendAsync(AlertMail mail, CancellationToken cancellation)
    {
        if (broken is not null) return new DeliveryResult.Refused(broken, Final: false);
        try
        {
            session ??= await SmtpSession.OpenAsync(options, cancellation);
        }
        catch (IOException failure)
        {
            // A wrong password or certificate is put right by the operator: no mail is given up for it.
            return new DeliveryResult.Refused(broken = failure.Message, Final: false);
        }
        try
        {
            await session.SendAsync(mail, cancellation);
            return new DeliveryResult.Taken();
        }
        catch (SmtpReplyException refused)
        {
            return new DeliveryResult.Refused(refused.Message, refused.IsPermanent);
        }
        catch (IOException failure)
        {
            return new DeliveryResult.Refused(broken = failure.Message, Final: false);
        }
    }

    public async Task EndAsync()
    {
        if (session is not null) await session.DisposeAsync();
        (session, broken) = (null, null);
    }
}
