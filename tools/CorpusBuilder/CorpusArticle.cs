using System.Text.Json;

namespace NewsMiner.CorpusBuilder;

/// <summary>An article of <c>corpus/articles</c>, as its author wrote it.</summary>
public sealed record CorpusArticle
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required IReadOnlyList<string> Outlets { get; init; }

    public required string Title { get; init; }

    public string? Kicker { get; init; }

    public string? Lead { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required DateTimeOffset Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public required string Province { get; init; }

    public string? City { get; init; }

    public required string Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required string Code { get; init; }

    public IReadOnlyList<string> Noise { get; init; } = [];

    public IReadOnlyDictionary<string, CorpusEdit> Edits { get; init; } = new Dictionary<string, CorpusEdit>();

    /// <summary>The articles of a folder, oldest first.</summary>
    public static IReadOnlyList<CorpusArticle> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(path => JsonSerializer.Deserialize<CorpusArticle>(File.ReadAllBytes(path), Options) ?? throw new InvalidDataException($"{path}: holds no article"))
            .OrderBy(article => article.Published).ThenBy(article => article.Id, StringComparer.Ordinal),
    ];

    /// <summary>The copy an outlet carries, with its own edits.</summary>
    public CorpusArticle For(string outlet) => Edits.TryGetValue(outlet, out var edit)
        ? this with { Title = edit.Title ?? Title, Paragraphs = edit.Paragraphs ?? Paragraphs, Lead = edit.Paragraphs is null ? Lead : edit.Paragraphs[0] == Lead ? Lead : null }
        : this;
}

/// <summary>What an outlet changed in a copy.</summary>
public sealed record CorpusEdit(string? Title, IReadOnlyList<string>? Paragraphs);
