using System.Text.Json;

namespace NewsMiner.Api.Tests;

/// <summary><c>newsminer extract</c> as a user meets it, unreadable input included.</summary>
public sealed class ExtractCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private const string Line = """{"id":"t-1","title":"افتتاح ۳ مرکز توانبخشی در یزد","published":"2024-05-12","paragraphs":["مدیرکل بهزیستی استان یزد گفت: امسال ۳ مرکز توانبخشی با ظرفیت ۱۲۰ نفر در استان افتتاح شد.","کامران یزدان‌فر افزود: تا پایان سال ۵ مرکز دیگر نیز راه‌اندازی می‌شود."]}""";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryFactPointsAtItsWords()
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["extract", folder.Write("a.jsonl", Line)]);
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var article = json.RootElement;
        var text = article.GetProperty("text").GetString()!;
        Assert.Equal("t-1", article.GetProperty("id").GetString());
        Assert.Equal("1403-02-23", article.GetProperty("publishedJalali").GetString());
        var kinds = new[] { "officials", "statements", "figures", "pledges" };
        foreach (var kind in kinds) Assert.NotEqual(0, article.GetProperty(kind).GetArrayLength());
        foreach (var fact in kinds.SelectMany(kind => article.GetProperty(kind).EnumerateArray()))
        {
            var words = text[fact.GetProperty("start").GetInt32()..fact.GetProperty("end").GetInt32()];
            Assert.Contains(words.Trim(), text, StringComparison.Ordinal);
            Assert.NotEmpty(fact.GetProperty("rule").GetString()!);
            Assert.InRange(fact.GetProperty("confidence").GetDouble(), 0, 1);
            Assert.Contains(fact.GetProperty("sentence").GetString()!, text, StringComparison.Ordinal);
        }
        var figure = article.GetProperty("figures").EnumerateArray().Single(item => item.GetProperty("value").GetDecimal() == 120);
        Assert.StartsWith("۱۲۰", text[figure.GetProperty("start").GetInt32()..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableInputIsNamedAndTheRunGoesOn()
    {
        var good = folder.Write("good.jsonl", Line);
        var broken = folder.Write("broken.jsonl", Line + "\n{\"id\": 5,\n{\"title\":\"بی‌متن\"}\n");
        var binary = folder.Write("image.txt", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
        var empty = folder.Write("empty.txt", "");
        var shell = folder.Write("shell.html", "<!doctype html><html><body><div id=app></div></body></html>");
        var missing = Path.Combine(folder.Path, "missing.html");
        var (code, output, error) = await NewsminerProcess.RunAsync(["extract", missing, empty, binary, broken, shell, good]);
        Assert.Equal(1, code);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var where in new[] { $"{missing}: ", $"{empty}: ", $"{binary}: ", $"{broken}:2: ", $"{broken}:3: ", $"{shell}: " })
            Assert.Contains(where, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadsStandardInput()
    {
        var (code, output, _) = await NewsminerProcess.RunAsync(["extract", "-"], Line);
        Assert.Equal(0, code);
        Assert.Contains("\"t-1\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "a.txt", "--format", "xml")]
    [InlineData("no-such-verb")]
    [InlineData("search", "x", "--top", "0")]
    [InlineData("export", "rumours")]
    public async Task WrongUsageSaysSoAndEndsWithTwo(params string[] arguments)
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvHasARowForEveryFact()
    {
        var path = folder.Write("a.jsonl", Line);
        var (_, json, _) = await NewsminerProcess.RunAsync(["extract", path]);
        var (code, csv, _) = await NewsminerProcess.RunAsync(["extract", path, "--format", "csv"]);
        using var article = JsonDocument.Parse(json);
        var facts = new[] { "officials", "statements", "figures", "pledges" }.Sum(kind => article.RootElement.GetProperty(kind).GetArrayLength());
        Assert.Equal(0, code);
        Assert.Equal(facts + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
