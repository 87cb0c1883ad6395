using System.Globalization;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Tests;

/// <summary>Command lines that cannot be carried out, or find nothing: the exit code and what is said.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, int, string> Lines
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "command-lines.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var cells = line.Split('\t');
                rows.Add(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
            }
            return rows;
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Lines))]
    public async Task SaysWhatIsWrong(string arguments, int expected, string said)
    {
        if (arguments.Contains("@store", StringComparison.Ordinal)) DataFolder.Open(new(Path.Combine(folder.Path, "store"))).Dispose();
        var (code, output, error) = await NewsminerProcess.RunAsync([.. arguments.Split(' ').Select(argument => argument.Replace("@store", "@/store", StringComparison.Ordinal).Replace("@", folder.Path, StringComparison.Ordinal))]);
        Assert.Equal(expected, code);
        Assert.Contains(said, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "none")), "a mistyped folder was made");
    }

    [Fact]
    public async Task AKeyIsTakenBackWithAWord()
    {
        Assert.Equal(0, (await NewsminerProcess.RunAsync(["keys", "add", "reader", "--scope", "export", "--data", folder.Path])).ExitCode);
        Assert.Contains("export", (await NewsminerProcess.RunAsync(["keys", "list", "--data", folder.Path])).Output, StringComparison.Ordinal);
        var (code, output, _) = await NewsminerProcess.RunAsync(["keys", "revoke", "reader", "--data", folder.Path]);
        Assert.Equal((0, "reader: revoked"), (code, output.Trim()));
    }
}
