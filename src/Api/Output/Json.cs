using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Api.Output;

/// <summary>How the program writes JSON everywhere: camelCase names, Persian letters as letters, plain numbers.</summary>
internal static class Json
{
    /// <summary>One object a line.</summary>
    public static readonly JsonSerializerOptions Line = Create(indented: false);

    /// <summary>For a person to read.</summary>
    public static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>Sets the house's conventions on options that somebody else made.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new PlainDecimalConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Flattening.Apply } };
    }

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions { WriteIndented = indented };
        Configure(options);
        return options;
    }
}

/// <summary>Writes 2500000000 where the arithmetic left 2500000000.0.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
}

/// <summary>A number that measures nothing, as <c>extract --explain</c> prints it.</summary>
internal sealed record RejectedNumberOutput(int Start, int End, string Text, string Class);

/// <summary>An analysed article as <c>extract</c> prints it and the API answers it.</summary>
/// <param name="Text">The clean text that start and end of every fact count in: title and paragraphs, joined by one line feed each.</param>
internal sealed record ArticleOutput(
    string Id, string Source, string? Url, string? Title, PublicationTime? Published, string? PublishedJalali, string? Outlet, string? Province,
    IReadOnlyList<string> Topics, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<Official> Officials, IReadOnlyList<Statement> Statements, IReadOnlyList<Figure> Figures, IReadOnlyList<Pledge> Pledges,
    string Text)
{
    /// <summary>The numbers that are no figures, each with its class and words; only where they were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RejectedNumberOutput>? RejectedNumbers { get; init; }

    /// <summary>The article with its facts and the numbers that are none.</summary>
    public static ArticleOutput Explained(AnalyzedArticle analyzed) => From(analyzed) with
    {
        RejectedNumbers = [.. analyzed.RejectedNumbers.Select(number => new RejectedNumberOutput(number.Span.Start, number.Span.End, number.Words, number.Reason))],
    };

    /// <summary>The article with its facts, in the order of the contract.</summary>
    public static ArticleOutput From(AnalyzedArticle analyzed) => new(
        analyzed.Article.Id, analyzed.Article.Source, analyzed.Article.CanonicalUrl?.AbsoluteUri, analyzed.Article.Title is { Length: > 0 } title ? title : null,
        analyzed.Article.Published, analyzed.Article.Published is { } at ? JalaliDate.From(at.Day).ToString() : null,
        analyzed.Article.Outlet, analyzed.Article.Province, analyzed.Topics, analyzed.Article.Paragraphs,
        analyzed.Officials, analyzed.Statements, analyzed.Figures, analyzed.Pledges, analyzed.Article.Text);
}
