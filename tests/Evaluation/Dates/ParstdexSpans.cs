using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Dates;

/// <summary>Spans of time expressions in the published table of parstdex, prepositions included.</summary>
public sealed class ParstdexSpans(ITestOutputHelper output)
{
    [FactWithShared("tables/parstdex-date-spans.jsonl")]
    public void ExactSpans()
    {
        var (right, expected, found, rows, exactRows) = (0, 0, 0, 0, 0);
        foreach (var json in File.ReadLines(SharedFiles.Path("tables/parstdex-date-spans.jsonl")))
        {
            var row = JsonDocument.Parse(json).RootElement;
            var sentence = row.GetProperty("text").GetString()!;
            var gold = row.GetProperty("spans").EnumerateArray().Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32())).ToHashSet();
            var text = TokenizedText.Read(sentence);
            var ours = TimeSpans.Find(text, joinTimes: true).Select(stretch => text.OriginalSpan(stretch.FirstToken, stretch.EndToken)).ToHashSet();
            var same = gold.Count(ours.Contains);
            (right, expected, found, rows) = (right + same, expected + gold.Count, found + ours.Count, rows + 1);
            if (same == gold.Count && same == ours.Count) exactRows++;
            else output.WriteLine($"«{sentence}»\n    missing {Show(sentence, gold.Except(ours))}\n    extra   {Show(sentence, ours.Except(gold))}");
        }
        output.WriteLine($"parstdex: {right} of {expected} spans exact ({(double)right / expected:0.000}), precision {(double)right / found:0.000}, rows {exactRows} of {rows} ({(double)exactRows / rows:0.000})");
        Baseline.Hold("dates", "parstdex spans", (double)right / expected);
        Baseline.Hold("dates", "parstdex precision", (double)right / found);
    }

    private static string Show(string sentence, IEnumerable<TextSpan> spans) => string.Join(" | ", spans.Select(span => $"{span.In(sentence)} {span.Start}-{span.End}"));
}
