using System.Diagnostics;
using System.Globalization;

namespace NewsMiner.Benchmarks.Crawling;

/// <summary>What a process cost.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">Processor time of all its threads, as last seen before its end (Linux, /proc).</param>
/// <param name="PeakMegabytes">The most memory it held at once (VmHWM).</param>
/// <param name="Output">What it printed.</param>
internal sealed record Cost(TimeSpan Wall, TimeSpan Cpu, double PeakMegabytes, string Output);

/// <summary>Runs a program and watches what it costs.</summary>
internal static class MeasuredProcess
{
    private const double TicksPerSecond = 100;

    public static async Task<Cost> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        // As newsminer itself is built; see Directory.Build.props.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var (cpu, peak) = (0.0, 0.0);
        while (!process.HasExited)
        {
            if (clock.Elapsed > limit)
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{program} did not end within {limit}");
            }
            try
            {
                var fields = (await File.ReadAllTextAsync($"/proc/{process.Id}/stat")).Split(") ")[^1].Split(' ');
                cpu = (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
                var line = (await File.ReadAllLinesAsync($"/proc/{process.Id}/status")).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (line is not null) peak = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
            }
            catch (IOException)
            {
                // It ended between two looks.
            }
            await Task.Delay(20);
        }
        return new(clock.Elapsed, TimeSpan.FromSeconds(cpu), peak, await output);
    }
}
