using System.Diagnostics;

namespace NewsMiner.Api.Tests.Exports;

/// <summary>A test that LibreOffice plays a part in; skipped, with the reason, where it is not installed.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    private static readonly string? Program = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);

    public LibreOfficeFactAttribute()
    {
        if (Program is null) Skip = "no LibreOffice: apt-get install libreoffice-calc-nogui";
    }

    /// <summary>The first sheet of a workbook as LibreOffice understands it.</summary>
    public static async Task<string> ToCsvAsync(string file, string folder)
    {
        // 44,34,76: comma, double quote, UTF-8; the first sheet.
        var start = new ProcessStartInfo(Program!)
        {
            ArgumentList = { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder, file },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(0, process.ExitCode);
        return await File.ReadAllTextAsync(Path.ChangeExtension(file, ".csv"));
    }
}
