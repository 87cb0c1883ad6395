using System.Runtime.InteropServices;

namespace NewsMiner.Benchmarks;

/// <summary>The processor time of the calling thread: what work costs however busy the machine is. Linux (clock_gettime, CLOCK_THREAD_CPUTIME_ID).</summary>
internal static partial class ThreadClock
{
    private const int ThreadTime = 3;

    public static TimeSpan Now => clock_gettime(ThreadTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : throw new PlatformNotSupportedException("the processor time of a thread is read on Linux only");

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int clock_gettime(int clock, out Time time);
}
