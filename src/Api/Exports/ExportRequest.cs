using System.Reflection;
using NewsMiner.Api.Output;
using NewsMiner.Extractor;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Exports;

/// <summary>What is to be exported and how; also what the export tells about itself.</summary>
/// <param name="Kind">One of <see cref="Export.Kinds"/>.</param>
/// <param name="Format">One of <see cref="Export.Formats"/>.</param>
/// <param name="Selection">Which rows.</param>
/// <param name="Snapshot">When it was asked for: it holds what was committed then.</param>
/// <param name="Site">The address of the page, without a slash at its end.</param>
/// <param name="Bom">Whether CSV begins with a byte order mark, so that Excel opens Persian right.</param>
internal sealed record ExportRequest(string Kind, string Format, FactSelection Selection, DateTimeOffset Snapshot, string Site, bool Bom)
{
    /// <summary>The question of a trend: its queries and how they are counted; null for other kinds.</summary>
    public TermTrendRequest? Trend { get; init; }

    /// <summary>The answer to it: what is written.</summary>
    public TermTrend? Counted { get; init; }

    /// <summary>What the rows may be used for.</summary>
    public const string LicenceFa = "متن خبرها از آنِ رسانه‌هاست و تنها در حد نقل با ذکر نشانی به کار می‌رود؛ داده‌های استخراج‌شده را می‌توان با ذکر منبع به کار برد.";

    /// <summary><see cref="LicenceFa"/> in English.</summary>
    public const string Licence = "The words of articles belong to their outlets: quote them with their address. The extracted facts may be used with attribution.";

    /// <summary>Whether copies of a story give rows of their own; null for what is no fact.</summary>
    public string? CopiesFa => !IsOfFacts ? null : Selection.FoldCopies
        ? "آنچه رونوشت‌های یک خبر همه دارند یک بار آمده، چنان که نخستین رسانه نوشته است؛ copies شمار رونوشت‌هاست."
        : "هر رونوشت خبر سطری از آن خود دارد؛ سطرهای هم‌خبر در story یکی‌اند و copies شمار رونوشت‌های همان داده است. با fold=true هر داده یک بار می‌آید.";

    /// <summary><see cref="CopiesFa"/> in English.</summary>
    public string? Copies => !IsOfFacts ? null : Selection.FoldCopies
        ? "What all copies of a story have stands once, as the first publisher wrote it; copies tells how many have it."
        : "Each copy of a story has rows of its own; rows of one story have story in common, and copies tells how many have the same fact. fold=true gives each fact once.";

    /// <summary>The version of the extractor that the program was built with.</summary>
    public static readonly string ExtractorVersion =
        typeof(ArticleAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The media type of the format.</summary>
    public string MediaType => Format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "jsonl" => "application/x-ndjson; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/zip",
    };

    /// <summary>The file's name.</summary>
    public string FileName => $"newsminer-{Kind}-{Output.TehranDay.Jalali(Extractor.Articles.PublicationTime.At(Snapshot).Day)}.{Format}";

    /// <summary>The filter words that were given, in their order.</summary>
    public IEnumerable<(string Name, string Value)> Query()
    {
        var filter = Selection.Filter;
        (string, string?)[] words =
        [
            ("q", filter.Query), ("outlet", filter.Outlet), ("province", filter.Province), ("place", filter.Place), ("topic", filter.Topic), ("official", filter.Official),
            ("speaker", filter.Speaker), ("kind", filter.Kind), ("from", Both(filter.From)), ("to", Both(filter.To)), ("dueFrom", Both(Selection.DueFrom)), ("dueTo", Both(Selection.DueTo)),
            ("undated", Selection.Undated ? "true" : null), ("verdict", IsOfFacts ? Selection.Verdict.ToString().ToLowerInvariant() : null), ("fold", IsOfFacts ? Selection.FoldCopies ? "true" : "false" : null),
            ("queries", Trend is { Queries.Count: > 0 } asked ? string.Join(" | ", asked.Queries) : null), ("grain", Trend?.Grain.ToString().ToLowerInvariant()), ("measure", Trend?.Measure.ToString().ToLowerInvariant()),
        ];
        return words.Where(word => word.Item2 is not null).Select(word => (word.Item1, word.Item2!));
    }

    private bool IsOfFacts => Kind is not ("articles" or "trends");

    private static string? Both(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd} ({known.Jalali()})" : null;
}
