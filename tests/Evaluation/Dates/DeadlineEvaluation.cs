using System.Globalization;
using System.Text.Json;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Dates;

/// <summary>Finds the deadline words of the gold pledges where they stand in their article and compares the due day.</summary>
public sealed class DeadlineEvaluation(ITestOutputHelper output)
{
    [FactWithShared("extraction/gold")]
    public void DueDaysOfGoldPledges()
    {
        var (right, all) = (0, 0);
        foreach (var file in Directory.GetFiles(SharedFiles.Path("extraction/gold"), "*.json").Order(StringComparer.Ordinal))
        {
            var article = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            var published = Day(article.GetProperty("published"));
            var text = TokenizedText.Read(string.Join('\n', article.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()).Prepend(article.GetProperty("title").GetString())));
            var dates = DateReader.Find(text, published);
            foreach (var pledge in article.GetProperty("pledges").EnumerateArray())
            {
                if (pledge.GetProperty("deadline").GetString() is not { } deadline) continue;
                var expected = Day(pledge.GetProperty("due"));
                all++;
                var found = dates.Where(date => Fold.Key(text.OriginalText(date.FirstToken, date.EndToken)) == Fold.Key(deadline)).ToList();
                if (found.Exists(date => date.Due == expected)) right++;
                else output.WriteLine($"{Path.GetFileName(file)} {published:yyyy-MM-dd} «{deadline}» due {expected:yyyy-MM-dd}; read {string.Join(" | ", found)}; all: {string.Join(" | ", dates.Select(d => text.OriginalText(d.FirstToken, d.EndToken)))}");
            }
        }
        output.WriteLine($"deadlines: words and due day {right} of {all} ({(double)right / all:0.000})");
        Baseline.Hold("dates", "due days of gold deadlines", (double)right / all);
    }

    private static DateOnly? Day(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
