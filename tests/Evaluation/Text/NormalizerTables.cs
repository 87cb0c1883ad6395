using System.Text.Json;
using NewsMiner.Evaluation.Numbers;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Text;

/// <summary>Runs the rows of other tools' published tables through the normaliser; each passes or is declined with a reason.</summary>
public sealed class NormalizerTables(ITestOutputHelper output)
{
    [FactWithShared("tables/hazm.jsonl")]
    public void Hazm() => Run("hazm");

    [FactWithShared("tables/shekar.jsonl")]
    public void Shekar() => Run("shekar");

    [FactWithShared("tables/virastar.jsonl")]
    public void Virastar() => Run("virastar");

    private void Run(string table)
    {
        var (passed, declined, failed) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var row in PublishedRow.Read(table))
        {
            var answer = Answer(row);
            if (answer is not null && answer == Shown(row.Expected) == (row.Operator == "=="))
            {
                passed++;
            }
            else if (DeclinedClasses.Why(table, row.Call, row.Shown) is { } why)
            {
                declined[why] = declined.GetValueOrDefault(why) + 1;
                if (answer is not null) output.WriteLine($"declined {table}:{row.Line} {row.Call}({row.Shown}): {why}");
            }
            else
            {
                failed.Add($"{table}:{row.Line} {row.Call}({row.Shown}) {row.Operator} {row.Expected} but is {answer ?? "no call of ours"}");
            }
        }
        foreach (var (why, count) in declined) output.WriteLine($"{table}: {count} declined: {why}");
        output.WriteLine($"{table}: {passed} passed, {declined.Values.Sum()} declined, {failed.Count} failed");
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Baseline.Hold("text", $"{table} rows met", (double)passed / (passed + failed.Count));
    }

    /// <summary>What we answer to the call; null where we have no such call.</summary>
    private static string? Answer(PublishedRow row) => row switch
    {
        { Call: "sentence_tokenizer.tokenize" or "tokenizer", Text: { } text } => Sentences(text),
        { Call: "normalizer.token_spacing" or "punct_space_normalizer" or "punct_space_normalizer.fit_transform", Args: [{ ValueKind: JsonValueKind.Array } words] } => Normalizer.Normalize(Shown(words)).Text,
        { Text: { } text } when IsSpelling(row) => Normalizer.Normalize(text).Text,
        _ => null,
    };

    /// <summary>True for calls that bring a text into another spelling, not into stems, numbers or other words.</summary>
    private static bool IsSpelling(PublishedRow row) => row.Call == "cleanup" || row.Call is "n" or "n.normalize"
        || row.Call.StartsWith("normalizer", StringComparison.Ordinal) || row.Call.Contains("_normalizer", StringComparison.Ordinal) || row.Call is "diacritics_Filter" or "redundant_character_Filter";

    private static string Sentences(string text)
    {
        var normalized = Normalizer.Normalize(text).Text;
        return string.Join(' ', SentenceSplitter.Split(normalized, Tokenizer.Tokenize(normalized)).Select(sentence => sentence.Span.In(normalized).Trim().ToString()));
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Shown)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
