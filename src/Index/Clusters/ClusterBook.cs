using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Clusters;

/// <summary>Finds for each article the copies of its story among those in the store, and keeps them as clusters.</summary>
internal static class ClusterBook
{
    /// <summary>From this share of the smaller text's word pairs in common two texts are copies of one story.</summary>
    private const double SameStory = 0.4;

    /// <summary>The same for texts of few words, where a formula or a name makes up much of them.</summary>
    private const double SameShortStory = 0.6;

    /// <summary>Texts with fewer word pairs are short.</summary>
    private const int Short = 40;

    /// <summary>From this estimate of that share on two texts are compared word pair by word pair.</summary>
    private const double WorthComparing = 0.3;

    /// <summary>A story is copied within so many days; what reads alike later is the next monthly report or a retelling.</summary>
    public const int Days = 10;

    /// <summary>The members of a cluster a text is compared with before it is taken for another story.</summary>
    private const int Compared = 4;

    /// <summary>The texts looked at more closely, those with most bands in common.</summary>
    private const int Candidates = 64;

    /// <summary>Makes or renews the tables.</summary>
    public static void Ensure(NewsDatabase database) =>
        database.Migrate("clusters", [StoreSchema.Read("Clusters/clusters.sql"), StoreSchema.Read("Clusters/clusters-by-time.sql"), StoreSchema.Read("Clusters/bands-gathered.sql")]);

    /// <summary>The place of an article among the stories of the store: the clusters it belongs to, before it is itself written.</summary>
    /// <param name="transaction">The writer's transaction.</param>
    /// <param name="number">The number the article has or is to have.</param>
    /// <param name="article">The article.</param>
    /// <param name="digest">What it is to be known by while its row says the same.</param>
    /// <param name="isNew">Whether it has no row yet; an article that changed stays in the cluster it was in.</param>
    public static ClusterPlace Find(SqliteTransaction transaction, long number, Article article, byte[] digest, bool isNew)
    {
        var connection = transaction.Connection!;
        var clusters = new SortedSet<long>();
        if (!isNew && connection.Scalar<object>("SELECT cluster FROM article WHERE number = $number", ("$number", number)) is long known) clusters.Add(known);
        var shingles = Shingles.Of(article);
        var (signature, pairs) = (shingles.Count >= Shingles.Least ? MinHash.Of(shingles) : null, shingles.Pairs());
        if (signature is not null) clusters.UnionWith(Matching(transaction, number, article, pairs, signature));
        KnownTexts.For(connection).Add(digest, pairs);
        return new(clusters.Count > 0 ? clusters.Min : number, [.. clusters.Skip(1)], signature, pairs.Count);
    }

    /// <summary>Keeps the place of an article just written with its cluster.</summary>
    public static void Keep(SqliteTransaction transaction, long number, Article article, ClusterPlace place, bool isNew)
    {
        var connection = transaction.Connection!;
        var bands = BandIndex.For(transaction);
        if (!isNew) bands.Remove(number);
        if (place.Signature is { } signature) bands.Add(number, article.Published?.Day.DayNumber, signature, place.Pairs);
        foreach (var joined in place.Joined)
        {
            FoldFacts(connection, place.Cluster, joined);
            connection.Execute("UPDATE article SET cluster = $cluster WHERE cluster = $joined", ("$cluster", place.Cluster), ("$joined", joined));
            connection.Execute("DELETE FROM cluster WHERE id = $joined", ("$joined", joined));
        }
        if (place.Cluster != number || !isNew) Describe(connection, place.Cluster, number, article);
    }

    /// <summary>The story an article's facts belong to: its cluster where that has, with the article, two or more.</summary>
    public static long? Story(SqliteConnection connection, long number, ClusterPlace place) =>
        place.Cluster != number || place.Joined.Count > 0 || connection.Scalar<object>("SELECT 1 FROM cluster WHERE id = $cluster", ("$cluster", place.Cluster)) is not null ? place.Cluster : null;

    /// <summary>Notes the story of all facts of a cluster's articles, whose search entries are thereby new.</summary>
    private static void FoldFacts(SqliteConnection connection, long story, long cluster)
    {
        var facts = connection.Rows("SELECT f.number, a.number FROM article a JOIN fact f ON f.article = a.number WHERE a.cluster = $cluster AND f.story IS NOT $story",
            row => (Number: row.GetInt64(0), Article: row.GetInt64(1)), ("$cluster", cluster), ("$story", story));
        if (facts.Count == 0) return;
        foreach (var fact in facts) connection.Execute("UPDATE fact SET story = $story WHERE number = $fact", ("$story", story), ("$fact", fact.Number));
        connection.Execute("UPDATE search_state SET revision = revision + 1 WHERE id = 1");
        foreach (var article in facts.Select(fact => fact.Article).Distinct())
            connection.Execute("UPDATE search_entry SET revision = (SELECT revision FROM search_state) WHERE number = $article", ("$article", article));
    }

    /// <summary>The cluster of an article, or null where it stands alone.</summary>
    public static SyndicationCluster? Of(SqliteConnection connection, string articleId)
    {
        var found = connection.Rows("SELECT c.id, f.id, f.outlet FROM article a JOIN cluster c ON c.id = a.cluster JOIN article f ON f.number = c.first WHERE a.id = $id",
            row => (Id: row.GetInt64(0), First: row.GetString(1), Outlet: row.Text(2)), ("$id", articleId));
        if (found.Count == 0) return null;
        var copies = connection.Rows("SELECT a.id, a.outlet, a.body, a.published, p.edit, p.likeness FROM article a LEFT JOIN article_copy p ON p.article = a.number WHERE a.cluster = $cluster ORDER BY p.edit IS NOT NULL, a.day, a.published, a.number",
            row => new SyndicatedCopy(row.GetString(0), row.Text(1), ArticleBlob.Unpack((byte[])row.GetValue(2)).Title, PublicationTime.Parse(row.Text(3)), row.Text(4) ?? "first", row.IsDBNull(5) ? 1 : row.GetDouble(5)), ("$cluster", found[0].Id));
        return new(found[0].Id, found[0].First, found[0].Outlet, copies.Select(copy => copy.Outlet).Distinct().Count(), copies);
    }

    private static IEnumerable<long> Matching(SqliteTransaction transaction, long number, Article article, WordPairs pairs, MinHash signature)
    {
        var connection = transaction.Connection!;
        var (bands, known) = (BandIndex.For(transaction), KnownTexts.For(connection));
        var alike = bands.MostAlike(article.Published?.Day.DayNumber, signature, Candidates + 1).Where(other => other != number)
            .Select(other => bands.SignatureOf(other) is { } found ? (Number: other, Resemblance: signature.Resemblance(found.Signature), found.Pairs) : default)
            .Where(other => Containment(other.Resemblance, other.Pairs, pairs.Count) >= WorthComparing);
        var likely = alike
            .SelectMany(other => connection.Rows("SELECT cluster, day, digest FROM article WHERE number = $number", row => new Candidate(
                other.Number, row.IsDBNull(0) ? other.Number : row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt32(1), (byte[])row.GetValue(2), other.Resemblance), ("$number", other.Number)))
            .Where(other => other.Day is null || article.Published is null || Math.Abs(other.Day.Value - article.Published.Value.Day.DayNumber) <= Days);
        foreach (var cluster in likely.GroupBy(other => other.Cluster))
        {
            if (cluster.OrderByDescending(other => other.Resemblance).Take(Compared).Any(other => IsSameStory(pairs, known.Of(connection, other.Number, other.Digest)))) yield return cluster.Key;
        }
    }

    /// <summary>A text that may be a copy.</summary>
    private sealed record Candidate(long Number, long Cluster, int? Day, byte[] Digest, double Resemblance);

    /// <summary>The share of the smaller text's word pairs in common, as the resemblance of two texts of so many pairs lets expect.</summary>
    private static double Containment(double resemblance, int pairs, int others) => resemblance / (1 + resemblance) * (pairs + others) / Math.Max(1, Math.Min(pairs, others));

    private static bool IsSameStory(WordPairs one, WordPairs other) => one.Containment(other) >= (Math.Min(one.Count, other.Count) < Short ? SameShortStory : SameStory);

    /// <summary>Notes size, first and edits of a cluster; all of them where the first has changed, else those of the article just placed.</summary>
    private static void Describe(SqliteConnection connection, long cluster, long placed, Article article)
    {
        var members = connection.Rows("SELECT number FROM article WHERE cluster = $cluster ORDER BY day IS NULL, day, length(published) < 12, published, number", row => row.GetInt64(0), ("$cluster", cluster));
        if (members.Count < 2) return;
        var before = connection.Scalar<object>("SELECT first FROM cluster WHERE id = $cluster", ("$cluster", cluster)) as long?;
        if (before is null) FoldFacts(connection, cluster, cluster);
        connection.Execute("DELETE FROM cluster WHERE id = $cluster", ("$cluster", cluster));
        connection.Execute("INSERT INTO cluster VALUES ($cluster, $size, $first)", ("$cluster", cluster), ("$size", members.Count), ("$first", members[0]));
        var first = members[0] == placed ? article : Body(connection, members[0]);
        foreach (var member in before == members[0] && before != placed ? [placed] : members)
        {
            connection.Execute("DELETE FROM article_copy WHERE article = $member", ("$member", member));
            if (member == members[0]) continue;
            var (edit, likeness) = CopyEdit.Of(first, member == placed ? article : Body(connection, member));
            connection.Execute("INSERT INTO article_copy VALUES ($member, $edit, $likeness)", ("$member", member), ("$edit", edit), ("$likeness", likeness));
        }
    }

    /// <summary>An article of the store.</summary>
    internal static Article Body(SqliteConnection connection, long number) => ArticleBlob.Unpack(connection.Scalar<byte[]>("SELECT body FROM article WHERE number = $number", ("$number", number))!);
}
