using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>Postings read before, kept while they fit, and brought up to date by looking at changed articles alone.</summary>
internal sealed class PostingsCache
{
    /// <summary>Eight bytes each: about 64 MB.</summary>
    private const long MaxPostings = 8_000_000;

    /// <summary>More changed articles than this are read anew.</summary>
    private const int MaxChanges = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> byExpression = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> byUse = [];
    private long postings;

    private readonly RecentArticles recent = new();

    /// <summary>The postings of a part of a query as the columns' revision, which the connection's transaction sees, has them.</summary>
    public Postings Get(QueryNode node, EntryColumns columns, PostingsReader reader, SqliteConnection connection)
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
        if (kept is not null && kept.Revision == columns.Revision) return kept.Postings;
        if (kept is not null && kept.Revision > columns.Revision) return reader.Read(node);
        var read = kept is null ? reader.Read(node) : Renewed(kept, node, columns, reader, connection);
        Keep(new(expression, columns.Revision, read));
        return read;
    }

    private Postings Renewed(Kept kept, QueryNode node, EntryColumns columns, PostingsReader reader, SqliteConnection connection)
    {
        if (columns.ChangedSince(kept.Revision) is not { } changed || changed.Length > MaxChanges) return reader.Read(node);
        var postings = kept.Postings.Without(changed);
        if (recent.Find(node, changed, columns, connection) is { } found) return Postings.Merge(postings, found);
        for (var i = 0; i < changed.Length;)
        {
            // Articles that arrived lie side by side: one look for all of them.
            var last = i;
            while (last + 1 < changed.Length && changed[last + 1].Article == changed[last].Article + 1) last++;
            postings = Postings.Merge(postings, reader.Read(node, changed[i].Article, changed[last].Article));
            i = last + 1;
        }
        return postings;
    }

    private void Keep(Kept kept)
    {
        lock (gate)
        {
            if (byExpression.Remove(kept.Expression, out var old))
            {
                if (old.Value.Revision > kept.Revision) kept = old.Value;
                byUse.Remove(old);
                postings -= old.Value.Postings.Count;
            }
            byExpression[kept.Expression] = byUse.AddFirst(kept);
            postings += kept.Postings.Count;
            while (postings > MaxPostings && byUse.Count > 1)
            {
                var last = byUse.Last!.Value;
                byUse.RemoveLast();
                byExpression.Remove(last.Expression);
                postings -= last.Postings.Count;
            }
        }
    }

    private sealed record Kept(string Expression, long Revision, Postings Postings);
}
