namespace NewsMiner.Api.Alerts;

/// <summary>A way for mails to their receivers.</summary>
internal interface IMailRoute
{
    /// <summary>Sends one mail. A mail that was taken may come again where the process dies before that is noted.</summary>
    Task<DeliveryResult> SendAsync(AlertMail mail, CancellationToken cancellation);

    /// <summary>Says that no more mails come for now.</summary>
    Task EndAsync();
}
