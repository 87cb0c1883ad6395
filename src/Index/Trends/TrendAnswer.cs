using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace NewsMiner.Index.Trends;

/// <summary>The answer to an analysis, or what is wrong with what was asked.</summary>
public abstract record TrendAnswer<T>
{
    private TrendAnswer() { }

    /// <summary>Gives the result where the question was understood, else what is wrong with it.</summary>
    public bool IsFound([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out TrendRejection? wrong)
    {
        (result, wrong) = this is Found found ? (found.Result, null) : (default(T), ((Rejected)this).Wrong);
        return wrong is null;
    }

    /// <summary>The question was understood.</summary>
    public sealed record Found(T Result) : TrendAnswer<T>;

    /// <summary>A value that cannot be used.</summary>
    /// <param name="Wrong">What it is and what to do.</param>
    public sealed record Rejected(TrendRejection Wrong) : TrendAnswer<T>;
}

/// <summary>A value of a question that cannot be used.</summary>
/// <param name="Field">The filter word or parameter.</param>
/// <param name="MessageFa">What is wrong and what to do, in Persian.</param>
/// <param name="Message">The same in English.</param>
/// <param name="Position">The place in a query, or null.</param>
public sealed record TrendRejection(string Field, string MessageFa, string Message, int? Position = null);

/// <summary>What a statistical test says, with what it rests on.</summary>
public record Finding
{
    /// <summary>The verdict where there is too little data for the test.</summary>
    public const string TooLittleData = "tooLittleData";

    /// <summary>One word; each test names its own.</summary>
    [JsonPropertyOrder(-9)]
    public required string Verdict { get; init; }

    /// <summary>The verdict in a Persian sentence.</summary>
    [JsonPropertyOrder(-8)]
    public required string Fa { get; init; }

    /// <summary>The same in English.</summary>
    [JsonPropertyOrder(-7)]
    public required string En { get; init; }

    /// <summary>The denominator: what was counted and compared, in Persian.</summary>
    [JsonPropertyOrder(-6)]
    public required string BasisFa { get; init; }

    /// <summary>The same in English.</summary>
    [JsonPropertyOrder(-5)]
    public required string BasisEn { get; init; }

    /// <summary>The test's name, authors and year.</summary>
    [JsonPropertyOrder(-4)]
    public required string Method { get; init; }

    /// <summary>How many values the test compared.</summary>
    [JsonPropertyOrder(-3)]
    public required int N { get; init; }

    /// <summary>The chance of such an outcome where nothing is the matter, or null where the test gives none.</summary>
    [JsonPropertyOrder(-2)]
    public double? P { get; init; }
}
