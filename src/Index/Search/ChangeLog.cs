namespace NewsMiner.Index.Search;

/// <summary>An article that changed, and the revision of the index that made it so.</summary>
internal readonly record struct Change(long Revision, int Article);

/// <summary>The last changes of the index. Never changed once published: a longer log shares the memory of the one it goes on from.</summary>
internal sealed class ChangeLog
{
    /// <summary>Changes remembered.</summary>
    private const int Most = 4096;

    private readonly Memory memory;
    private readonly int start, end;

    private ChangeLog(long since, Memory memory, int start, int end) => (Since, this.memory, this.start, this.end) = (since, memory, start, end);

    /// <summary>All changes after this revision are known.</summary>
    public long Since { get; }

    /// <summary>A log that knows what changes after a revision.</summary>
    public static ChangeLog From(long revision) => new(revision, new(), 0, 0);

    /// <summary>This log and what changed since, in the order of revisions.</summary>
    public ChangeLog With(IReadOnlyList<Change> later)
    {
        lock (memory)
        {
            if (memory.Used == end && end + later.Count <= memory.Changes.Length) return Extended(memory, Since, start, end, later);
        }
        var kept = Math.Max(0, Math.Min(end - start, Most - later.Count));
        var dropped = Math.Max(0, later.Count - Most);
        var copy = new Memory();
        Array.Copy(memory.Changes, end - kept, copy.Changes, 0, kept);
        var since = dropped > 0 ? later[dropped - 1].Revision : end - kept > start ? memory.Changes[end - kept - 1].Revision : Since;
        return Extended(copy, since, 0, kept, [.. later.Skip(dropped)]);
    }

    /// <summary>The articles that changed after a revision, ascending, each with its last change; null where that is too long ago.</summary>
    public Change[]? After(long revision)
    {
        if (revision < Since) return null;
        var from = end;
        while (from > start && memory.Changes[from - 1].Revision > revision) from--;
        var changed = memory.Changes[from..end];
        Array.Sort(changed, static (one, other) => (one.Article, one.Revision).CompareTo((other.Article, other.Revision)));
        var count = 0;
        for (var i = 0; i < changed.Length; i++)
        {
            if (i + 1 == changed.Length || changed[i + 1].Article != changed[i].Article) changed[count++] = changed[i];
        }
        return count == changed.Length ? changed : changed[..count];
    }

    private static ChangeLog Extended(Memory memory, long since, int start, int end, IReadOnlyList<Change> later)
    {
        for (var i = 0; i < later.Count; i++) memory.Changes[end + i] = later[i];
        memory.Used = end + later.Count;
        return new(since, memory, start, memory.Used);
    }

    private sealed class Memory
    {
        public Change[] Changes { get; } = new Change[2 * Most];

        public int Used { get; set; }
    }
}
