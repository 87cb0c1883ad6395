using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Dates;

/// <summary>Exact spans with their type, date or time, over the tokens of the gold set of Hengam (micro F1 as published).</summary>
public sealed class HengamGold(ITestOutputHelper output)
{
    [FactWithShared("tables/hengam-gold.jsonl")]
    public void SpansAndTypes()
    {
        var (right, expected, found) = (0, 0, 0);
        foreach (var json in File.ReadLines(SharedFiles.Path("tables/hengam-gold.jsonl")))
        {
            var row = JsonDocument.Parse(json).RootElement;
            var words = row.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!).ToArray();
            var gold = Spans(row.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToArray()).ToHashSet();
            var ours = Ours(words).ToHashSet();
            var same = gold.Count(ours.Contains);
            (right, expected, found) = (right + same, expected + gold.Count, found + ours.Count);
            if (same != gold.Count || same != ours.Count) output.WriteLine($"«{string.Join(' ', words)}»\n    missing {Show(words, gold.Except(ours))}\n    extra   {Show(words, ours.Except(gold))}");
        }
        var (precision, recall) = ((double)right / found, (double)right / expected);
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine($"hengam: {right} of {expected} spans, {found} found, P {precision:0.000} R {recall:0.000} F1 {f1:0.000}");
        Baseline.Hold("dates", "hengam F1", f1);
    }

    private readonly record struct Typed(int First, int End, string Type);

    private static IEnumerable<Typed> Spans(string[] labels)
    {
        for (var at = 0; at < labels.Length; at++)
        {
            if (labels[at][0] != 'B') continue;
            var end = at + 1;
            while (end < labels.Length && labels[end][0] == 'I' && labels[end][2..] == labels[at][2..]) end++;
            yield return new(at, end, labels[at][2..]);
        }
    }

    private static IEnumerable<Typed> Ours(string[] words)
    {
        var starts = new int[words.Length];
        for (var i = 1; i < words.Length; i++) starts[i] = starts[i - 1] + words[i - 1].Length + 1;
        var text = TokenizedText.Read(string.Join(' ', words));
        foreach (var date in TimeSpans.Find(text, joinTimes: false))
        {
            var span = text.OriginalSpan(date.FirstToken, date.EndToken);
            var first = WordAt(starts, span.Start);
            yield return new(first, WordAt(starts, span.End - 1) + 1, date.OfDay ? "TIM" : "DAT");
        }
    }

    private static int WordAt(int[] starts, int position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    private static string Show(string[] words, IEnumerable<Typed> spans) =>
        string.Join(" | ", spans.Select(span => $"{span.Type[0]}:{string.Join(' ', words[span.First..span.End])}"));
}
