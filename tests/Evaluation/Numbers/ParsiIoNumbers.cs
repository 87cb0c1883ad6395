using System.Globalization;
using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Numbers;

/// <summary>
/// Number spans and values in real sentences (parsi.io). Its convention: the two ends of a range are two numbers, each as it
/// is written; vague numbers, thirds and the like are none, nor are «اول» and «سومین»;
/// what is written on to a number, the ending of an ordinal with it, lies outside its span.
/// </summary>
public sealed class ParsiIoNumbers(ITestOutputHelper output)
{
    [FactWithShared("tables/parsi-io-numbers.jsonl")]
    public void SpansAndValues()
    {
        var (right, all, declined, line) = (0, 0, 0, 0);
        foreach (var json in File.ReadLines(SharedFiles.Path("tables/parsi-io-numbers.jsonl")))
        {
            line++;
            var row = JsonDocument.Parse(json).RootElement;
            var sentence = row.GetProperty("text").GetString()!;
            var expected = row.GetProperty("numbers").EnumerateArray().Select(n => new Found(new(n.GetProperty("span")[0].GetInt32(), n.GetProperty("span")[1].GetInt32()), n.GetProperty("value").GetDecimal())).ToList();
            var found = Numbers(sentence).ToList();
            if (found.SequenceEqual(expected))
            {
                right++;
            }
            else if (DeclinedClasses.Why("parsi-io-numbers", "numbers", sentence) is { } why)
            {
                declined++;
                output.WriteLine($"declined line {line}: {why}");
                continue;
            }
            else
            {
                output.WriteLine($"line {line}: missing {Show(sentence, expected.Except(found))}; extra {Show(sentence, found.Except(expected))}");
            }
            all++;
        }
        output.WriteLine($"parsi-io-numbers: {right} of {all} rows, {declined} declined");
        Baseline.Hold("numbers", "parsi-io-numbers rows", (double)right / all);
    }

    private static readonly string[] OrdinalEndings = ["\u200cامین", "امین", "مین", "\u200cام", "ام", "م", ""];

    private readonly record struct Found(TextSpan Span, decimal Value);

    private static IEnumerable<Found> Numbers(string sentence)
    {
        var text = TokenizedText.Read(sentence);
        foreach (var number in NumberReader.Find(text))
        {
            if (number.Kind == NumberKind.Vague || (number.Kind == NumberKind.Fraction && number.Value * 1000 % 1 != 0)) continue;
            var span = number.NumeralSpan(text);
            var last = text.Tokens[number.EndToken - 1].Key;
            if (number.Ordinal && last is "اول" or "اولین" or "نخست" or "نخستین" or "سومین") continue;
            var ending = number.Ordinal && last != "سوم" ? OrdinalEndings.First(end => span.In(sentence).EndsWith(end, StringComparison.Ordinal)).Length : 0;
            yield return new(new(span.Start, span.End - ending), number.Written);
            if (number.Max is { } max) yield return new(number.MaxSpan(text), max);
        }
    }

    private static string Show(string sentence, IEnumerable<Found> numbers) =>
        string.Join(" | ", numbers.Select(number => $"«{number.Span.In(sentence)}» {number.Span.Start} {number.Value.ToString(CultureInfo.InvariantCulture)}"));
}
