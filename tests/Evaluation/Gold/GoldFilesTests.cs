using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Scoring;

namespace NewsMiner.Evaluation.Gold;

/// <summary>Every gold file holds what the annotation guide asks of one: its fields, its words, and only what stands in its article.</summary>
public sealed partial class GoldFilesTests
{
    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold");

    public static TheoryData<string> OwnFiles => [.. Directory.GetFiles(Folder, "*.json").Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(OwnFiles))]
    public void StandsByTheGuide(string file) => Check(System.IO.Path.Combine(Folder, file), named: true);

    [FactWithShared("extraction/gold")]
    public void VisibleGoldStandsByTheGuideToo()
    {
        foreach (var path in Directory.GetFiles(SharedFiles.Path("extraction/gold"), "*.json").Order(StringComparer.Ordinal)) Check(path, named: false);
    }

    [Fact]
    public void HeldOutPartIsLargeEnoughToJudgeBy()
    {
        var gold = GoldArticle.ReadAll(Folder);
        Assert.InRange(gold.Count(article => article.HeldOut), gold.Count / 4, gold.Count / 2);
    }

    private static void Check(string path, bool named)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        List<string> faults = [.. GoldSchema.Faults(file.RootElement)];
        if (faults.Count == 0)
        {
            var gold = new GoldFile(file.RootElement);
            faults = [.. named ? Naming(path, gold) : [], .. gold.Faults()];
        }
        Assert.True(faults.Count == 0, $"{System.IO.Path.GetFileName(path)}:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
    }

    private static IEnumerable<string> Naming(string path, GoldFile gold)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (gold.Id != name) yield return $"id '{gold.Id}' is not the file's name";
        var parts = Name().Match(name);
        if (!parts.Success)
        {
            yield return "the name is not <province>-<Jalali year>-<month>-<topic>";
        }
        else if (gold.Published is not { } day)
        {
            yield return "no day of publication";
        }
        else if (JalaliDate.From(day) is var jalali && (jalali.Year, jalali.Month) != (Number(parts, "year"), Number(parts, "month")))
        {
            yield return $"published {jalali}, not in the month of the name";
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // A closed form: the names of gold files.
    [GeneratedRegex("^[a-z]+(-[a-z]+)*-(?<year>1[34][0-9]{2})-(?<month>[01][0-9])(-[a-z]+)+$")]
    private static partial Regex Name();
}
