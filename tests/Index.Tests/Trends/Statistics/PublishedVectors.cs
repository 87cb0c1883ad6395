using System.Text.Json;
using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Tests.Trends.Statistics;

/// <summary>Inputs and results that other programs publish: ours in the repository, and where they are at hand those shared beside it.</summary>
public sealed class PublishedVectors
{
    private const int Digits = 9;

    private static readonly string Ours = Path.Combine(AppContext.BaseDirectory, "Trends", "Statistics", "published-vectors.json");

    public static TheoryData<string> Files
    {
        get
        {
            var files = new TheoryData<string> { Ours };
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var shared = Path.Combine(folder.FullName, "shared", "tables", "analytics-vectors.json");
                if (File.Exists(shared)) files.Add(shared);
            }
            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void KleinbergGaps(string file)
    {
        var vector = Read(file, "kleinberg_gaps");
        foreach (var run in vector.GetProperty("levels_per_event").EnumerateArray())
            Assert.Equal(run.GetProperty("levels").Deserialize<int[]>(), KleinbergBursts.Gaps(Numbers(vector, "offsets"), Number(run, "s"), Number(run, "gamma")).Select(happening => happening.Level));
    }

    [Theory, MemberData(nameof(Files))]
    public void Jlh(string file)
    {
        foreach (var row in Read(file, "jlh").GetProperty("cases").EnumerateArray())
        {
            // A note says that the source cut the figure after four digits.
            var digits = row.TryGetProperty("note", out _) ? 3 : Digits;
            Assert.Equal(Number(row, "score"), SubsetScores.Jlh(Number(row, "fg"), Number(row, "fgTotal"), Number(row, "bg"), Number(row, "bgTotal")), digits);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void MutualInformation(string file)
    {
        foreach (var row in Read(file, "mutual_information").GetProperty("cases").EnumerateArray().Select(row => row.Deserialize<double[]>()!))
            Assert.Equal(row[4], SubsetScores.MutualInformation(row[0], row[1], row[2], row[3]), Digits);
    }

    [Theory, MemberData(nameof(Files))]
    public void MannKendallTests(string file)
    {
        var vector = Read(file, "mann_kendall");
        // The shared file gives the results; the series they belong to stands in the repository's.
        var values = Read(Ours, "mann_kendall").GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()).ToArray();
        Same(vector.GetProperty("original_test"), MannKendall.Test(values));
        Same(vector.GetProperty("seasonal_test_12"), MannKendall.TestSeasonal(values, 12));
        Same(vector.GetProperty("hamed_rao"), MannKendall.TestHamedRao(values));
        Same(vector.GetProperty("sens_slope"), TheilSen.Fit(values)!.Value);
        Same(vector.GetProperty("seasonal_sens_slope_12"), TheilSen.FitSeasonal(values, 12)!.Value);
    }

    [Theory, MemberData(nameof(Files))]
    public void PettittOfTheNile(string file)
    {
        var expected = Read(file, "change_point_nile").GetProperty("pettitt");
        var found = Pettitt.Test(Numbers(Read(Ours, "change_point_nile"), "values"));
        Assert.Equal((Number(expected, "U"), expected.GetProperty("K").GetInt32(), expected.GetProperty("year").GetInt32()), (found.U, found.K, 1870 + found.K));
        Assert.Equal(Number(expected, "p"), found.P, 1e-15);
    }

    [Theory, MemberData(nameof(Files))]
    public void KeynessOfATable(string file)
    {
        var vector = Read(file, "keyness");
        var counts = new TwoCounts(7, 10, 2, 9);
        Assert.Equal(Number(vector, "chi2_yates"), counts.ChiSquared(yates: true), Digits);
        Assert.Equal(Number(vector, "chi2"), counts.ChiSquared(yates: false), Digits);
        Assert.Equal(Number(vector, "G2"), counts.G2, Digits);
        Assert.Equal(Number(vector, "G2_williams"), counts.G2Williams, Digits);
    }

    [Theory, MemberData(nameof(Files))]
    public void KeynessOrdersWords(string file)
    {
        var vector = Read(file, "keyness");
        string[] Words(string name) => vector.GetProperty(name).GetString()!.Split(' ');
        var (first, second) = (Words("d1"), Words("d2"));
        string[] Ordered(Func<TwoCounts, double> score) => [.. first.Concat(second).Distinct().Order(StringComparer.Ordinal).OrderByDescending(word =>
        {
            var counts = new TwoCounts(first.Count(word.Equals), first.Length, second.Count(word.Equals), second.Length);
            return score(counts) * Math.Sign(counts.InA / counts.OfA - counts.InB / counts.OfB);
        })];
        Assert.Equal(vector.GetProperty("order_lr_none_d1").Deserialize<string[]>(), Ordered(counts => counts.G2));
        Assert.Equal(vector.GetProperty("order_chi2_d1").Deserialize<string[]>(), Ordered(counts => counts.ChiSquared(yates: true)));
    }

    private static void Same(JsonElement expected, MannKendallResult found)
    {
        foreach (var (name, value) in new[] { ("p", found.P), ("z", found.Z), ("tau", found.Tau), ("s", found.S), ("var_s", found.Variance) })
        {
            if (expected.TryGetProperty(name, out var number)) Assert.Equal(number.GetDouble(), value, 1e-9 * Math.Max(1, Math.Abs(value)));
        }
    }

    private static void Same(JsonElement expected, Line found)
    {
        Assert.Equal(Number(expected, "slope"), found.Slope, Digits);
        Assert.Equal(Number(expected, "intercept"), found.Intercept, Digits);
    }

    private static JsonElement Read(string file, string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty(name).Clone();
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement element, string name) => element.GetProperty(name).Deserialize<double[]>()!;
}
