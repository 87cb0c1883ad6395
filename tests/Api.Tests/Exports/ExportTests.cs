using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Exports;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Api.Tests.Exports;

/// <summary>Exports read back by other readers: nothing lost, numbers as numbers, text as text whatever it begins with.</summary>
public sealed class ExportTests(HostileStore store) : IClassFixture<HostileStore>
{
    private readonly RunningApi api = store.Api;

    public static TheoryData<string> Kinds => [.. Export.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task EveryFormatHoldsTheSameRows(string kind)
    {
        var lines = (await api.Client.GetStringAsync($"/api/export/{kind}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var csv = Csv.Parse(await api.Client.GetStringAsync($"/api/export/{kind}.csv"));
        var workbook = Workbook.Read(await api.Client.GetByteArrayAsync($"/api/export/{kind}.xlsx"));
        var rows = workbook.Rows(0);
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Length, csv.Count - 1);
        Assert.Equal(lines.Length, rows.Count - 1);
        Assert.All(Enumerable.Range(0, workbook.Sheets.Count), sheet => Assert.True(workbook.IsRightToLeft(sheet)));
        Assert.False(workbook.HasFormula);
        Assert.All(csv, row => Assert.Equal(csv[0].Length, row.Length));
        for (var i = 0; i < lines.Length; i++)
        {
            using var json = JsonDocument.Parse(lines[i]);
            for (var column = 0; column < csv[0].Length; column++)
            {
                if (!json.RootElement.TryGetProperty(csv[0][column], out var value)) continue;
                var cell = rows[i + 1].GetValueOrDefault(column);
                if (value.ValueKind == JsonValueKind.Number)
                {
                    Assert.Equal(value.GetDecimal(), decimal.Parse(csv[i + 1][column], NumberStyles.Float, CultureInfo.InvariantCulture));
                    Assert.Equal(("n", value.GetDecimal()), (cell!.Type, decimal.Parse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture)));
                }
                else if (value.ValueKind == JsonValueKind.String && cell?.Type == "inlineStr" && value.GetString()!.Length < 30_000)
                {
                    Assert.Equal(value.GetString(), Unescaped(cell.Value));
                    Assert.Equal(value.GetString(), csv[i + 1][column].TrimStart('\''));
                }
            }
        }
    }

    [Fact]
    public async Task TextThatBeginsAFormulaStaysText()
    {
        var formulas = HostileStore.Formulas;
        var csv = Csv.Parse(await api.Client.GetStringAsync("/api/export/statements.csv"));
        var column = Array.IndexOf(csv[0], "text");
        Assert.All(formulas, formula => Assert.Contains("'" + formula, csv.Select(row => row[column])));
        var rows = Workbook.Read(await api.Client.GetByteArrayAsync("/api/export/statements.xlsx")).Rows(0);
        Assert.All(formulas, formula => Assert.Contains(rows, row => row.GetValueOrDefault(column) == new WorkbookCell("inlineStr", (int)CellLook.Quoted, formula)));
        // A number below zero is a number, not a formula.
        Assert.Contains(Csv.Parse(await api.Client.GetStringAsync("/api/export/figures.csv")), row => row[0] == "-12.5");
    }

    [Fact]
    public async Task AWorkbookHasDaysAsDaysLinksAsLinksAndTellsWhatItHolds()
    {
        var workbook = Workbook.Read(await api.Client.GetByteArrayAsync("/api/export/pledges.xlsx?speaker=" + Uri.EscapeDataString("مینا صادقی")));
        var heading = workbook.Rows(0)[0].Values.Select(cell => cell.Value).ToList();
        var row = Assert.Single(workbook.Rows(0).Skip(1));
        // 2024-03-20 is day 45371 of the calendar of 1900, and the last day of Esfand 1402 (a leap year's 1 Farvardin is the 20th: 1403-01-01).
        Assert.Equal(new WorkbookCell("n", (int)CellLook.Day, "45371"), row[heading.IndexOf("سررسید (میلادی)")]);
        Assert.Equal("1403-01-01", row[heading.IndexOf("سررسید")].Value);
        // 2023-08-01T08:30Z is noon in Tehran, half a day behind 45139.
        Assert.Equal(new WorkbookCell("n", (int)CellLook.Instant, "45139.5"), row[heading.IndexOf("انتشار (میلادی)")]);
        var links = workbook.Links(0).Values.ToArray();
        Assert.Contains("http://outlet.example/hostile", links);
        Assert.Contains(links, link => link.StartsWith(api.Client.BaseAddress + "articles/hostile?fact=", StringComparison.Ordinal));
        var about = workbook.Rows(workbook.Sheets.Count - 1).ToDictionary(line => line[0].Value, line => line.GetValueOrDefault(1)?.Value);
        Assert.Equal(("مینا صادقی", "1", "pledges"), (about["پالایش: speaker"], about["شمار ردیف‌ها"], about["محتوا"]));
        Assert.EndsWith("Z", about["زمان برداشت"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextLongerThanACellIsCutInSightAndToldOf()
    {
        var workbook = Workbook.Read(await api.Client.GetByteArrayAsync("/api/export/articles.xlsx"));
        Assert.Contains(workbook.Rows(0).SelectMany(row => row.Values), cell => cell.Value.Length <= XlsxText.MaxLength && cell.Value.EndsWith(XlsxText.CutMark, StringComparison.Ordinal));
        Assert.Contains(workbook.Rows(1), row => row[0].Value == "خانه‌های بریده");
    }

    [Fact]
    public void MoreRowsThanASheetHoldsGoOnInTheNext()
    {
        using var target = new MemoryStream();
        var request = new ExportRequest("numbers", "xlsx", new(), DateTimeOffset.UnixEpoch, "http://site.example", false);
        Assert.Equal(7, XlsxExport.Write(target, [new("n", (int n) => n, ColumnType.Integer)], Enumerable.Range(1, 7), request, maxRows: 4));
        var workbook = Workbook.Read(target.ToArray());
        Assert.Equal(["numbers", "numbers (2)", "numbers (3)"], workbook.Sheets.Select(sheet => sheet.Name).SkipLast(1));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], Enumerable.Range(0, 3).SelectMany(sheet => workbook.Rows(sheet).Skip(1)).Select(row => row[0].Value));
    }

    [Theory]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("x_x00", "x_x00")]
    [InlineData("خط\nدیگر", "خط\nدیگر")]
    public void WhatXmlCannotHoldIsWrittenAsTheStandardSays(string text, string cell) => Assert.Equal(cell, XlsxText.For(text, out _));

    [Fact]
    public async Task ADataPackageDescribesWhatItHolds()
    {
        using var zip = new ZipArchive(new MemoryStream(await api.Client.GetByteArrayAsync("/api/export/figures.zip?verdict=any&from=1400")), ZipArchiveMode.Read);
        using var description = await JsonDocument.ParseAsync(await zip.GetEntry("datapackage.json")!.OpenAsync());
        var package = description.RootElement;
        var resource = Assert.Single(package.GetProperty("resources").EnumerateArray());
        using var data = new MemoryStream();
        await using (var entry = await zip.GetEntry(resource.GetProperty("path").GetString()!)!.OpenAsync()) await entry.CopyToAsync(data);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(data.ToArray())), resource.GetProperty("hash").GetString());
        Assert.Equal(data.Length, resource.GetProperty("bytes").GetInt64());
        var csv = Csv.Parse(Encoding.UTF8.GetString(data.ToArray()));
        Assert.Equal(csv[0], resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!));
        Assert.Equal(csv.Count - 1, package.GetProperty("counts").GetProperty("rows").GetInt32());
        Assert.Equal("any", package.GetProperty("query").GetProperty("verdict").GetString());
        Assert.StartsWith("2021-03-21", package.GetProperty("query").GetProperty("from").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(package.GetProperty("extractorVersion").GetString()!);
        Assert.NotEmpty(package.GetProperty("licenses")[0].GetProperty("title").GetString()!);
    }

    [Fact]
    public async Task ATrendThatCannotBeDrawnIsAProblemAndNoEmptyFile()
    {
        var wide = new RunningApi
        {
            Held = new[] { 1980, 2024 }.Select(year => new Extractor.AnalyzedArticle
            {
                Article = new() { Id = $"of-{year}", Source = "test", Title = "خبر", Paragraphs = ["متن"], Published = PublicationTime.On(new(year, 5, 1)), CanonicalUrl = new($"http://outlet.example/{year}") },
            }),
        };
        await wide.InitializeAsync();
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await wide.Client.GetAsync("/api/export/trends.csv?grain=year")).StatusCode);
            using var response = await wide.Client.GetAsync("/api/export/trends.csv?grain=day");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains("\"grain\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await wide.DisposeAsync();
        }
    }

    [LibreOfficeFact]
    public async Task LibreOfficeOpensTheWorkbook()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("statements.xlsx", await api.Client.GetByteArrayAsync("/api/export/statements.xlsx"));
        var rows = Csv.Parse(await LibreOfficeFactAttribute.ToCsvAsync(file, folder.Path));
        var expected = Workbook.Read(await File.ReadAllBytesAsync(file)).Rows(0);
        Assert.Equal(expected.Count, rows.Count);
        Assert.Equal(expected[0].Values.Select(cell => cell.Value), rows[0]);
        var text = expected[0].Single(cell => cell.Value.Value == "گفته").Key;
        Assert.Equal(expected.Select(row => row[text].Value).Where(value => !value.Contains("_x", StringComparison.Ordinal)), rows.Select(row => row[text]).Where((_, i) => !expected[i][text].Value.Contains("_x", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/api/export/figures.pdf", HttpStatusCode.NotFound)]
    [InlineData("/api/export/..%2F..%2Fetc.csv", HttpStatusCode.NotFound)]
    [InlineData("/api/export/figures.csv?q=%22open", HttpStatusCode.BadRequest)]
    [InlineData("/api/export/figures.csv?verdict=maybe", HttpStatusCode.BadRequest)]
    public async Task AWrongExportIsAProblem(string address, HttpStatusCode status)
    {
        using var response = await api.Client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static string Unescaped(string cell) => System.Text.RegularExpressions.Regex.Replace(cell, "_x([0-9A-F]{4})_", match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
}

/// <summary>A store whose articles and facts hold what breaks exports: formulas, control characters, half a surrogate, long texts.</summary>
public sealed class HostileStore : IAsyncLifetime
{
    internal static readonly string[] Formulas = ["=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(A1:A9)", "\u200f=1+1", " =2"];

    internal RunningApi Api { get; } = new();

    public async Task InitializeAsync()
    {
        await Api.InitializeAsync();
        var article = new AnalyzedArticle
        {
            Article = new()
            {
                Id = "hostile", Source = "test", Title = "=1+1", Paragraphs = [new string('م', 40_000)], CanonicalUrl = new("http://outlet.example/hostile"), Outlet = "@رسانه",
                Published = PublicationTime.At(new(2023, 8, 1, 8, 30, 0, TimeSpan.Zero)),
            },
            Statements = [.. Formulas.Append("پیش\u0001پس").Append("_x0041_").Append("سطر\nدوم، \"نقل\"; پایان").Select((text, i) => Provenance(new Statement { Text = text, Speaker = "=کسی", Kind = "report", Sentence = text, Rule = "test", Confidence = 0.5 }, i))],
            Figures = [Provenance(new Figure { Value = -12.5m, Unit = "درصد", Kind = "percent", Sentence = "س", Rule = "test", Confidence = 1, Rials = 2_500_000_000_000_000m }, 100)],
            Pledges = [Provenance(new Pledge { Actor = "بهزیستی", Speaker = "مینا صادقی", Action = "ساخت مرکز", Strength = "firm", Due = new(2024, 3, 20), Amounts = [new(5, "مرکز")], Sentence = "س", Rule = "test", Confidence = 1 }, 200)],
        };
        await Api.Data.Database.WriteAsync(transaction => Api.Data.Store.Commit(transaction, null, article, DateTimeOffset.UnixEpoch), CancellationToken.None);
    }

    public Task DisposeAsync() => Api.DisposeAsync();

    private static T Provenance<T>(T fact, int at) where T : Fact => fact with
    {
        Id = $"hostile-{at}", ArticleId = "hostile", Url = "http://outlet.example/hostile", Start = at, End = at + 1, Published = PublicationTime.At(new(2023, 8, 1, 8, 30, 0, TimeSpan.Zero)),
    };
}
