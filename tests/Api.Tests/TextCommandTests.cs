using System.Text.Json;

namespace NewsMiner.Api.Tests;

/// <summary><c>newsminer text numbers|dates</c> as a researcher meets it.</summary>
public sealed class TextCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task NumbersStandWhereTheirSpansSay()
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["text", "numbers"], "وام ۵ تا ۷ میلیون تومانی برای خیابان سی‌متری\n");
        Assert.True(code == 0, error);
        var line = JsonDocument.Parse(output).RootElement;
        var text = line.GetProperty("text").GetString()!;
        var (loan, street) = (line.GetProperty("numbers")[0], line.GetProperty("numbers")[1]);
        Assert.Equal("۵", Words(text, loan, "start", "end"));
        Assert.Equal("۷ میلیون", Words(text, loan, "maxStart", "maxEnd"));
        Assert.Equal((5_000_000, 5, 7_000_000), (loan.GetProperty("value").GetDecimal(), loan.GetProperty("written").GetDecimal(), loan.GetProperty("max").GetDecimal()));
        Assert.Equal((50_000_000, 70_000_000), (loan.GetProperty("money").GetProperty("rials").GetDecimal(), loan.GetProperty("money").GetProperty("maxRials").GetDecimal()));
        Assert.Equal(("سی", "متری"), (Words(text, street, "start", "end"), street.GetProperty("suffix").GetString()));
    }

    [Theory]
    [InlineData("1402-05-10"), InlineData("۱۴۰۲/۵/۱۰"), InlineData("2023-08-01")]
    public async Task DatesCountFromTheReferenceDay(string reference)
    {
        var (code, output, error) = await NewsminerProcess.RunAsync(["text", "dates", "--reference", reference], "در هفته آینده ساعت ۵ عصر\n");
        Assert.True(code == 0, error);
        var line = JsonDocument.Parse(output).RootElement;
        var week = line.GetProperty("dates")[0];
        Assert.Equal(("2023-08-05", "1402-05-20", "هفته آینده"), (week.GetProperty("from").GetString(), week.GetProperty("toJalali").GetString(), week.GetProperty("text").GetString()));
        Assert.Equal("17:00:00", line.GetProperty("dates")[1].GetProperty("time").GetString());
        Assert.Equal(["date", "time"], line.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("type").GetString()!).ToArray());
        Assert.Equal("در هفته آینده", line.GetProperty("spans")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task JsonLinesKeepTheirIdAndTheirOwnReference()
    {
        var file = folder.Write("lines.jsonl", """{"id":"a","text":"فردا","reference":"1402-01-01"}""" + "\n");
        var (code, output, error) = await NewsminerProcess.RunAsync(["text", "dates", "--reference", "2020-01-01", file]);
        Assert.True(code == 0, error);
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("a", "1402-01-02"), (line.GetProperty("id").GetString(), line.GetProperty("dates")[0].GetProperty("fromJalali").GetString()));
    }

    [Fact]
    public async Task BadInputIsNamedAndTheRunGoesOn()
    {
        var file = folder.Write("lines.jsonl", "{\"text\":\"دو خانه\"}\n{\"text\":5}\nسه\n{\"text\":\"چهار\",\"reference\":\"دیروز\"}\n");
        var missing = Path.Combine(folder.Path, "missing.txt");
        var (code, output, error) = await NewsminerProcess.RunAsync(["text", "numbers", missing, file]);
        Assert.Equal(1, code);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (var where in new[] { $"{missing}: ", $"{file}:2: ", $"{file}:3: ", $"{file}:4: " }) Assert.Contains(where, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReferenceThatIsNoDayIsBadUsage()
    {
        var (code, _, error) = await NewsminerProcess.RunAsync(["text", "dates", "--reference", "1402-13-01"], "فردا");
        Assert.Equal(2, code);
        Assert.Contains("--reference", error, StringComparison.Ordinal);
    }

    private static string Words(string text, JsonElement item, string start, string end) => text[item.GetProperty(start).GetInt32()..item.GetProperty(end).GetInt32()];
}
