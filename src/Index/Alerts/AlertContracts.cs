namespace NewsMiner.Index.Alerts;

/// <summary>What an alert looks out for.</summary>
public enum AlertAbout
{
    /// <summary>A new article.</summary>
    Article,

    /// <summary>A new statement.</summary>
    Statement,

    /// <summary>A new figure.</summary>
    Figure,

    /// <summary>A new pledge.</summary>
    Pledge,

    /// <summary>A pledge, old or new, that falls due within some days.</summary>
    PledgeDue,

    /// <summary>An official whom a new article gives another post than the articles before.</summary>
    PostChange,
}

/// <summary>A saved search, as it is made.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="About">What it looks out for.</param>
/// <param name="Filter">Which of them; days play no part.</param>
/// <param name="Days">For pledges that fall due: within how many days from today.</param>
/// <param name="Webhook">Where each match is sent, or null.</param>
/// <param name="Email">Whom mails are written to, or null.</param>
/// <param name="Daily">Whether the mails of a day come as one, after it.</param>
public sealed record AlertDraft(string Name, AlertAbout About, ArticleFilter Filter, int? Days, Uri? Webhook, string? Email, bool Daily);

/// <summary>A saved search, as it is kept.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Draft">What it is.</param>
/// <param name="Secret">What its webhook calls are signed with.</param>
/// <param name="CreatedAt">When it was made; only articles that came later count, but for pledges that fall due.</param>
/// <param name="Matches">How many it has found.</param>
/// <param name="LastMatchAt">When it found the last, or null.</param>
/// <param name="Pending">Deliveries still to be made.</param>
/// <param name="Failed">Deliveries given up.</param>
public sealed record Alert(long Number, string Id, AlertDraft Draft, string Secret, DateTimeOffset CreatedAt, long Matches, DateTimeOffset? LastMatchAt, long Pending, long Failed);

/// <summary>What an alert found.</summary>
/// <param name="Subject">What makes it one and the same, however often its article is read again.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="FactId">The fact, or null where it is about the article.</param>
/// <param name="Title">What it is, in a line of Persian.</param>
/// <param name="Text">The sentence or the beginning of the article, in the words of the source.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Day">The Tehran day of the article, or the day a pledge falls due.</param>
public sealed record AlertFinding(string Subject, string ArticleId, string? FactId, string Title, string Text, string Url, DateOnly? Day);

/// <summary>A finding of an alert, as it is kept.</summary>
/// <param name="Id">Its number; it grows.</param>
/// <param name="At">When it was found, UTC.</param>
/// <param name="Finding">What was found.</param>
public sealed record AlertMatch(long Id, DateTimeOffset At, AlertFinding Finding);

/// <summary>A match that is to be sent.</summary>
/// <param name="Attempts">How often it was tried.</param>
public sealed record AlertDelivery(Alert Alert, AlertMatch Match, int Attempts);
