using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>Postings read before, kept packed while they fit, and brought up to date by looking at changed articles alone.</summary>
internal sealed class PostingsCache
{
    /// <summary>What is kept takes so many bytes: thirty million postings or so.</summary>
    private const long MaxBytes = 48L * 1024 * 1024;

    /// <summary>More changed articles than this are read anew.</summary>
    private const int MaxChanges = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> byExpression = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> byUse = [];
    private long bytes;

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
            }
        }
        if (kept is not null && kept.Revision == columns.Revision) return kept.Postings.Unpack(arrays);
        if (kept is not null && kept.Revision > columns.Revision) return reader.Read(node);
        if (kept is not null && Renewed(kept, node, columns, reader, connection) is { } renewed)
        {
            Keep(new(expression, columns.Revision, renewed));
            return renewed.Unpack(arrays);
        }
        var read = reader.Read(node);
        Keep(new(expression, columns.Revision, PackedPostings.Of(read)));
        return read;
    }

    /// <summary>Kept postings with what changed since; null where that is so much that all are read anew.</summary>
    private PackedPostings? Renewed(Kept kept, QueryNode node, EntryColumns columns, PostingsReader reader, SqliteConnection connection)
    {
        if (columns.ChangedSince(kept.Revision) is not { } changed || changed.Length > MaxChanges) return null;
        var found = recent.Find(node, changed, columns, connection) ?? Sought(node, changed, reader);
        return changed is [var first, ..] && first.Article <= kept.Postings.Last
            ? PackedPostings.Of(Postings.Merge(kept.Postings.Unpack().Without(changed), found))
            : kept.Postings.Append(found);
    }

    /// <summary>Where a part of a query stands in changed articles, by the index.</summary>
    private static Postings Sought(QueryNode node, ReadOnlySpan<Change> changed, PostingsReader reader)
    {
        var found = Postings.Empty;
        for (var i = 0; i < changed.Length;)
        {
            // Articles that arrived lie side by side: one look for all of them.
            var last = i;
            while (last + 1 < changed.Length && changed[last + 1].Article == changed[last].Article + 1) last++;
            found = Postings.Merge(found, reader.Read(node, changed[i].Article, changed[last].Article));
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
                bytes -= last.Postings.Size;
            }
        }
    }

    private sealed record Kept(string Expression, long Revision, PackedPostings Postings);
}
