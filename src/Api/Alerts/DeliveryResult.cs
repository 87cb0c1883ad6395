namespace NewsMiner.Api.Alerts;

/// <summary>What became of a webhook call or a mail.</summary>
internal abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <summary>The receiver took it.</summary>
    public sealed record Taken : DeliveryResult;

    /// <summary>It was not taken.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Final">Whether trying again makes no sense.</param>
    public sealed record Refused(string Reason, bool Final) : DeliveryResult;
}
