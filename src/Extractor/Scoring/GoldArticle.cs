using System.Text.Json;

namespace NewsMiner.Extractor.Scoring;

/// <summary>An annotated article: what a person says it states.</summary>
public sealed record GoldArticle
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day or instant of publication, or null.</summary>
    public string? Published { get; init; }

    /// <summary>The body.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>True where nobody who writes rules may have read it.</summary>
    public bool HeldOut { get; init; }

    /// <summary>Named persons with posts.</summary>
    public IReadOnlyList<ScoredOfficial> Officials { get; init; } = [];

    /// <summary>Attributed stretches of text.</summary>
    public IReadOnlyList<ScoredStatement> Statements { get; init; } = [];

    /// <summary>Numbers that measure something.</summary>
    public IReadOnlyList<ScoredFigure> Figures { get; init; } = [];

    /// <summary>Commitments.</summary>
    public IReadOnlyList<ScoredPledge> Pledges { get; init; } = [];

    /// <summary>The articles of a folder, one JSON file each, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A file holds no gold article; the message names it.</exception>
    public static IReadOnlyList<GoldArticle> ReadAll(string folder) => [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static GoldArticle Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<GoldArticle>(File.ReadAllBytes(path), Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException($"{path}: no gold article: {bad.Message}", bad);
        }
    }

    /// <summary>The article as the extractor takes it.</summary>
    public Articles.Article ToArticle() => new()
    {
        Id = Id, Source = Id, Title = Title ?? "", Paragraphs = Paragraphs, Outlet = Outlet, Published = Articles.PublicationTime.Parse(Published),
    };
}

/// <summary>What scoring compares of an official.</summary>
public sealed record ScoredOfficial(string Name, string? Role, string? Organisation, string? Place, string? PlaceKind, bool Optional = false);

/// <summary>What scoring compares of a statement.</summary>
public sealed record ScoredStatement(string? Speaker, string Text, string? Kind, string? Verb = null, bool Optional = false);

/// <summary>What scoring compares of a figure.</summary>
public sealed record ScoredFigure(
    decimal Value, decimal? Max, string? Unit, string? Kind, string? Qualifier, string? Counted, string? Change, string? Period, string? Speaker = null, bool Optional = false);

/// <summary>What scoring compares of a pledge.</summary>
public sealed record ScoredPledge(
    string Action, string? Text, string? Deadline, DateOnly? Due, IReadOnlyList<Facts.Amount>? Amounts, string? Actor = null, string? Speaker = null, string? Strength = null, bool Optional = false);
