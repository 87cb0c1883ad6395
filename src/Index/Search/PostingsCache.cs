using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>Postings read before, kept packed while they fit, and brought up to date by looking at changed articles alone.</summary>
internal sealed class PostingsCache
{
    /// <summary>What is kept takes so many bytes: thirty or forty million postings.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Postings that are also kept unpacked, eight bytes each: about 32 MB.</summary>
    private const long MaxUnpacked = 4_000_000;

    /// <summary>Fewer are unpacked in no time.</summary>
    private const int WorthUnpacking = 2048;

    /// <summary>Unpacked ones not asked for while others were so many times make room for them.</summary>
    private const long LongAgo = 1024;

    /// <summary>More changed articles than this are read anew.</summary>
    private const int MaxChanges = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> byExpression = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> byUse = [];
    private readonly HashSet<Kept> unpacked = [];
    private long bytes, unpackedPostings, asked;

    private readonly RecentArticles recent = new();

    /// <summary>The postings of a part of a query as the columns' revision, which the connection's transaction sees, has them; in arrays of the search.</summary>
    public Postings Get(QueryNode node, EntryColumns columns, PostingsReader reader, SqliteConnection connection, MatchArrays arrays)
    {
        var expression = FtsText.Of(node);
        Kept? kept = null;
        lock (gate)
        {
            if (byExpression.TryGetValue(expression, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                kept = known.Value;
                kept.LastUse = ++asked;
            }
        }
        if (kept is not null && kept.Revision == columns.Revision) return Unpacked(kept, arrays);
        if (kept is not null && kept.Revision > columns.Revision) return reader.Read(node, arrays);
        if (kept is not null && Renewed(kept, node, columns, reader, connection, arrays) is { } renewed)
        {
            Keep(new(expression, columns.Revision, renewed));
            return renewed.Unpack(arrays);
        }
        var read = reader.Read(node, arrays);
        Keep(new(expression, columns.Revision, PackedPostings.Of(read, arrays)));
        return read;
    }

    /// <summary>What is asked for again before it changes stays unpacked, where there is room.</summary>
    private Postings Unpacked(Kept kept, MatchArrays arrays)
    {
        if (kept.Unpacked is { } ready) return ready;
        if (kept.Postings.Count < WorthUnpacking || !MayStay(kept)) return kept.Postings.Unpack(arrays);
        var own = kept.Postings.Unpack();
        lock (gate)
        {
            if (kept.Unpacked is not null || !byExpression.TryGetValue(kept.Expression, out var known) || known.Value != kept) return own;
            kept.Unpacked = own;
            unpacked.Add(kept);
            unpackedPostings += own.Count;
        }
        return own;
    }

    private bool MayStay(Kept kept)
    {
        lock (gate)
        {
            var wasAsked = kept.WasAsked;
            kept.WasAsked = true;
            if (!wasAsked) return false;
            if (unpackedPostings + kept.Postings.Count > MaxUnpacked)
            {
                foreach (var old in unpacked.Where(other => asked - other.LastUse > LongAgo).ToArray()) Pack(old);
            }
            return unpackedPostings + kept.Postings.Count <= MaxUnpacked;
        }
    }

    private void Pack(Kept kept)
    {
        if (!unpacked.Remove(kept)) return;
        unpackedPostings -= kept.Postings.Count;
        kept.Unpacked = null;
    }

    /// <summary>Kept postings with what changed since; null where that is so much that all are read anew.</summary>
    private PackedPostings? Renewed(Kept kept, QueryNode node, EntryColumns columns, PostingsReader reader, SqliteConnection connection, MatchArrays arrays)
    {
        if (columns.ChangedSince(kept.Revision) is not { } changed || changed.Length > MaxChanges) return null;
        var found = recent.Find(node, changed, columns, connection) ?? Sought(node, changed, reader, arrays);
        return changed is [var first, ..] && first.Article <= kept.Postings.Last
            ? PackedPostings.Of(Postings.Merge(kept.Postings.Unpack(arrays).Without(changed), found), arrays)
            : kept.Postings.Append(found, arrays);
    }

    /// <summary>Where a part of a query stands in changed articles, by the index.</summary>
    private static Postings Sought(QueryNode node, ReadOnlySpan<Change> changed, PostingsReader reader, MatchArrays arrays)
    {
        var found = Postings.Empty;
        for (var i = 0; i < changed.Length;)
        {
            // Articles that arrived lie side by side: one look for all of them.
            var last = i;
            while (last + 1 < changed.Length && changed[last + 1].Article == changed[last].Article + 1) last++;
            found = Postings.Merge(found, reader.Read(node, changed[i].Article, changed[last].Article, arrays));
            i = last + 1;
        }
        return found;
    }

    private void Keep(Kept kept)
    {
        lock (gate)
        {
            if (byExpression.Remove(kept.Expression, out var old))
            {
                if (old.Value.Revision > kept.Revision) kept = old.Value;
                else Pack(old.Value);
                byUse.Remove(old);
                bytes -= old.Value.Postings.Size;
            }
            byExpression[kept.Expression] = byUse.AddFirst(kept);
            bytes += kept.Postings.Size;
            while (bytes > MaxBytes && byUse.Count > 1)
            {
                var last = byUse.Last!.Value;
                byUse.RemoveLast();
                byExpression.Remove(last.Expression);
                Pack(last);
                bytes -= last.Postings.Size;
            }
        }
    }

    private sealed class Kept(string expression, long revision, PackedPostings postings)
    {
        public string Expression => expression;

        public long Revision => revision;

        public PackedPostings Postings => postings;

        /// <summary>The same unpacked, or null.</summary>
        public Postings? Unpacked { get; set; }

        public bool WasAsked { get; set; }

        /// <summary>When it was last asked for, in searches.</summary>
        public long LastUse { get; set; }
    }
}
