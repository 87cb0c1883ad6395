using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>
/// The tokens of articles that changed a moment ago. While a crawl commits, every list of postings in memory misses a few articles at its next
/// use; these are looked through here, each read once for all lists, instead of seeking every list's end in the index.
/// </summary>
internal sealed class RecentArticles
{
    /// <summary>Articles kept, about 4 KB each.</summary>
    private const int Most = 256;

    /// <summary>More unread ones than this are sooner sought in the index: seeking a query's lists there takes about as long as reading so many.</summary>
    private const int Few = 8;

    private readonly Lock gate = new();
    private readonly Latest<Change, ArticleTokens> read = new(Most);

    /// <summary>Where a part of a query stands in changed articles, as the connection's transaction sees them; null where the index should be asked.</summary>
    public Postings? Find(QueryNode node, ReadOnlySpan<Change> changed, EntryColumns columns, SqliteConnection connection)
    {
        if (!ArticleTokens.Tells(node)) return null;
        var tokens = new ArticleTokens?[changed.Length];
        var missing = new List<int>(Few);
        lock (gate)
        {
            for (var i = 0; i < changed.Length; i++)
            {
                if (!columns.IsAlive(changed[i].Article) || read.TryGet(changed[i], out tokens[i])) continue;
                if (missing.Count == Few) return null;
                missing.Add(i);
            }
        }
        foreach (var i in missing) tokens[i] = Read(changed[i], connection);
        var (numbers, weights, count) = (new int[changed.Length], new float[changed.Length], 0);
        for (var i = 0; i < changed.Length; i++)
        {
            if (tokens[i]?.Weight(node, SearchTable.Articles.Weights) is not { } weight || weight == 0) continue;
            (numbers[count], weights[count++]) = (changed[i].Article, weight);
        }
        return new(numbers[..count], weights[..count]);
    }

    private ArticleTokens Read(Change change, SqliteConnection connection)
    {
        var entry = new EntryTokens();
        var article = ArticleBlob.Unpack(connection.Scalar<byte[]>("SELECT body FROM article WHERE number = $number", ("$number", change.Article))!);
        var officials = connection.Rows("SELECT body FROM fact WHERE article = $number AND fact_kind = 'official' ORDER BY number",
            row => ArticleBlob.ReadFact<Official>(row.GetString(0)), ("$number", change.Article));
        entry.Read(new() { Article = article, Officials = officials });
        var tokens = new ArticleTokens(entry);
        lock (gate) read.TryAdd(change, tokens);
        return tokens;
    }
}
