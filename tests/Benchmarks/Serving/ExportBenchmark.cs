using System.Diagnostics;
using System.Globalization;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;
using NewsMiner.Extractor.Facts;

namespace NewsMiner.Benchmarks.Serving;

/// <summary>Rows a second and memory of exports, beside reading the same rows and writing nothing.</summary>
internal static class ExportBenchmark
{
    public static int Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-export-");
        try
        {
            using var data = DataFolder.Open(folder);
            SyntheticStore.AddFigures(data.Database.Path, rows);
            Console.WriteLine($"{rows} figures; CPU time of the process, so that a busy machine plays no part");
            Console.WriteLine($"{"",-8}{"rows/s",12}{"read = 1",10}{"MB out",9}{"heap MB, first tenth",22}{"last tenth",12}");
            var read = Measure("read", rows, sink => data.Index.AllFacts<Figure>(new()).Count(_ => sink.Tick()), null);
            foreach (var format in Export.Formats)
                Measure(format, rows, sink => Export.Write(sink, new("figures", format, new(), DateTimeOffset.UnixEpoch, "http://site.example", false), data.Store, data.Index, CancellationToken.None), read);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(string name, int rows, Func<Sink, long> write, double? baseline)
    {
        GC.Collect();
        using var sink = new Sink();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var written = write(sink);
        var took = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        if (written != rows) throw new InvalidOperationException($"{name}: {written} rows instead of {rows}");
        var tenth = Math.Max(1, sink.Heap.Count / 10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-8}{rows / took,12:F0}{took / (baseline ?? took),10:F2}{sink.Length / 1e6,9:F0}{sink.Heap.Take(tenth).Max() / 1e6,22:F1}{sink.Heap.TakeLast(tenth).Max() / 1e6,12:F1}"));
        return took;
    }

    /// <summary>Takes bytes and forgets them, looking at the heap now and then.</summary>
    private sealed class Sink : Stream
    {
        private const int Every = 1 << 18;
        private long written;
        private long ticks;

        public List<long> Heap { get; } = [];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => written;

        public override long Position { get => written; set => throw new NotSupportedException(); }

        public bool Tick()
        {
            if (++ticks % 2000 == 0) Heap.Add(GC.GetTotalMemory(forceFullCollection: false));
            return true;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (written / Every != (written + buffer.Length) / Every) Heap.Add(GC.GetTotalMemory(forceFullCollection: false));
            written += buffer.Length;
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
