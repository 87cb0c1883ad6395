using System.Text.Json.Serialization;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Dates;

namespace NewsMiner.Extractor.Facts;

/// <summary>Something an article states, tied to the characters that state it.</summary>
public abstract record Fact
{
    /// <summary>Stable: made from article, kind and span.</summary>
    public string Id { get; set; } = "";

    /// <summary>Where it stands in <see cref="Articles.Article.Text"/>.</summary>
    [JsonIgnore]
    public TextSpan Span { get; init; }

    /// <summary>The first position of the fact in the article's clean text.</summary>
    public int Start
    {
        get => Span.Start;
        init => Span = Span with { Start = value };
    }

    /// <summary>The position after its last.</summary>
    public int End
    {
        get => Span.End;
        init => Span = Span with { End = value };
    }

    /// <summary>The sentence it stands in, as the source wrote it.</summary>
    public required string Sentence { get; init; }

    /// <summary>The name of the rule or model that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>The share of facts found this way that are right, 0 to 1, as calibrated on held-out gold.</summary>
    public required double Confidence { get; init; }

    /// <summary>The id of the article it stands in.</summary>
    public string ArticleId { get; set; } = "";

    /// <summary>The article's address, or the path it was read from.</summary>
    public string Url { get; set; } = "";

    /// <summary>The article's outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>When the article appeared, or null.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>The Tehran day of <see cref="Published"/> as Jalali yyyy-MM-dd, or null.</summary>
    public string? PublishedJalali => Published is { } published ? JalaliDate.From(published.Day).ToString() : null;
}

/// <summary>A named person whom the text gives a post.</summary>
public sealed record Official : Fact
{
    /// <summary>The fullest form of the name in the text, without honorifics.</summary>
    public required string Name { get; init; }

    /// <summary>The head of the post, such as «مدیرکل».</summary>
    public required string Role { get; init; }

    /// <summary>The body, without «اداره کل» and without the place; null where the post has none.</summary>
    public string? Organisation { get; init; }

    /// <summary>The part of the body a deputy or head answers for, such as «امور توانبخشی».</summary>
    public string? Unit { get; init; }

    /// <summary>The province, county or city the post covers; null for a national post.</summary>
    public string? Place { get; init; }

    /// <summary><c>province</c>, <c>county</c>, <c>city</c>, <c>country</c> or null.</summary>
    public string? PlaceKind { get; init; }
}

/// <summary>A stretch of text attributed to a source.</summary>
public sealed record Statement : Fact
{
    /// <summary>The official's name, the post where no name is ever given, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The reporting verb, past singular.</summary>
    public string? Verb { get; init; }

    /// <summary>What was said, without the attribution clause.</summary>
    public required string Text { get; init; }

    /// <summary><c>pledge</c>, <c>demand</c>, <c>report</c> or <c>opinion</c>.</summary>
    public required string Kind { get; init; }
}

/// <summary>A number that measures something.</summary>
public sealed record Figure : Fact
{
    /// <summary>The number, all scales multiplied out; money in the currency written.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range, or null.</summary>
    public decimal? Max { get; init; }

    /// <summary>The unit or classifier as written, singular.</summary>
    public required string Unit { get; init; }

    /// <summary><c>count</c>, <c>money</c>, <c>percent</c>, <c>rank</c>, <c>measure</c> or <c>ratio</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>&gt;</c>, <c>&lt;</c>, <c>~</c> or null.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The head noun phrase being measured.</summary>
    public string? Counted { get; init; }

    /// <summary><c>up</c>, <c>down</c>, <c>to</c> or null.</summary>
    public string? Change { get; init; }

    /// <summary><c>day</c>, <c>week</c>, <c>month</c>, <c>year</c> for a rate, or null.</summary>
    public string? Period { get; init; }

    /// <summary>Who said it, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The place the sentence gives for it, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The first day the number holds on, where its own stretch of the sentence names a time that can be resolved, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day of that time, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The amount in rials where the unit is money, else null.</summary>
    public decimal? Rials { get; init; }

    /// <summary>What arithmetic inside the article says of it, such as a total that its parts reach or miss; null where nothing does.</summary>
    public string? Check { get; init; }
}

/// <summary>A commitment of an actor to a specific act or outcome that one can later test.</summary>
public sealed record Pledge : Fact
{
    /// <summary>Who must deliver.</summary>
    public required string Actor { get; init; }

    /// <summary>Who said it, or null for the reporter.</summary>
    public string? Speaker { get; init; }

    /// <summary>The shortest clause that states the promised act or outcome.</summary>
    public required string Action { get; init; }

    /// <summary><c>firm</c> or <c>soft</c>.</summary>
    public required string Strength { get; init; }

    /// <summary>The words of the deadline, or null.</summary>
    public string? Deadline { get; init; }

    /// <summary>The last day it falls due, or null where the words cannot be resolved.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The figures inside it.</summary>
    public IReadOnlyList<Amount> Amounts { get; set; } = [];

    /// <summary>Where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Who gains, or null.</summary>
    public string? Beneficiary { get; init; }

    /// <summary>What it depends on (اگر …), or null.</summary>
    public string? Condition { get; init; }

    /// <summary>The sentence that makes the pledge.</summary>
    public string Text => Sentence;
}

/// <summary>A number with its unit inside a pledge.</summary>
public sealed record Amount(decimal Value, string Unit);
