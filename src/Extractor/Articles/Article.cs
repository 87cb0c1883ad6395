namespace NewsMiner.Extractor.Articles;

/// <summary>A news story without its page: what a reader would call the article. Words stand as the source wrote them.</summary>
public sealed record Article
{
    /// <summary>Stable: made from the canonical address, or given by whoever imports the article.</summary>
    public required string Id { get; init; }

    /// <summary>The path or address the article was read from.</summary>
    public required string Source { get; init; }

    /// <summary>The headline, without the outlet's name; empty where a text has none.</summary>
    public required string Title { get; init; }

    /// <summary>The line above the headline (روتیتر), or null.</summary>
    public string? Kicker { get; init; }

    /// <summary>The summary under the headline, or null. Also the first of <see cref="Paragraphs"/> where the page sets it apart.</summary>
    public string? Lead { get; init; }

    /// <summary>The body, boilerplate removed, one entry a paragraph, list line or table row.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The outlet that published the page.</summary>
    public string? Outlet { get; init; }

    /// <summary>The agency or public relations office the text quotes as its origin (به گزارش …), or null.</summary>
    public string? Agency { get; init; }

    /// <summary>When it appeared; null where the source does not say.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>When it was last changed; null where the source does not say.</summary>
    public PublicationTime? Updated { get; init; }

    /// <summary>The province the article is about or was sent from, canonical name without «استان».</summary>
    public string? Province { get; init; }

    /// <summary>The city or county of the dateline, or null.</summary>
    public string? City { get; init; }

    /// <summary>The outlet's own number of the article, in ASCII digits.</summary>
    public string? Code { get; init; }

    /// <summary>The outlet's section, outermost first, parts separated by « &gt; ».</summary>
    public string? Section { get; init; }

    /// <summary>The outlet's own keywords.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The address under which the article is known.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>BCP 47 language of the page, such as <c>fa</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The writer or reporter named by the page.</summary>
    public string? Author { get; init; }

    /// <summary>The main picture.</summary>
    public Uri? Image { get; init; }

    /// <summary>Tail lines that are no part of the story (انتهای پیام, desk codes), kept as they stood.</summary>
    public IReadOnlyList<string> Markers { get; set; } = [];

    /// <summary>Where each field was found, and what was decided where two places disagreed.</summary>
    public IReadOnlyList<FieldEvidence> Evidence { get; set; } = [];

    /// <summary>
    /// The clean text that every span of a fact points into: the title, where there is one, and the paragraphs, joined by one line feed each.
    /// </summary>
    public string Text => text ??= string.Join('\n', Title.Length > 0 ? Paragraphs.Prepend(Title) : Paragraphs);

    private string? text;

    /// <summary>Two articles are equal when all they say is equal; the cached text plays no part.</summary>
    public bool Equals(Article? other) => other is not null && Id == other.Id && Source == other.Source && Text == other.Text
        && Kicker == other.Kicker && Lead == other.Lead && Outlet == other.Outlet && Agency == other.Agency
        && Published == other.Published && Updated == other.Updated && Province == other.Province && City == other.City
        && Code == other.Code && Section == other.Section && CanonicalUrl == other.CanonicalUrl && Author == other.Author
        && Tags.SequenceEqual(other.Tags) && Markers.SequenceEqual(other.Markers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Source, Text);
}

/// <summary>Where the value of a field was found.</summary>
/// <param name="Field">The field's JSON name, such as <c>published</c>.</param>
/// <param name="Place">The selector, meta or rule that gave it, such as <c>meta[property='article:published_time']</c>.</param>
/// <param name="Value">The value as the page writes it.</param>
/// <param name="Note">Why it was preferred or refused, or null.</param>
public sealed record FieldEvidence(string Field, string Place, string Value, string? Note = null);
