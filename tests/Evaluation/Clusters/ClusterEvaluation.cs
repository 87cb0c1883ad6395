using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Clusters;

/// <summary>Commits syndicated sets to a store in any order and compares its clusters with the stories told.</summary>
public sealed class ClusterEvaluation(ITestOutputHelper output)
{
    [Fact]
    public async Task CopiesOfAStoryAreOneCluster()
    {
        var worst = 1.0;
        for (var seed = 1; seed <= 3; seed++)
        {
            var sets = new SyndicatedSets(seed).Make();
            Assert.True(sets.Count >= 100, $"only {sets.Count} articles were made");
            var found = await ClustersAsync([.. sets.Select(set => set.Article)]);
            var (ari, precision, recall) = Agreement([.. sets.Select(set => set.Story)], found);
            output.WriteLine($"seed {seed}: {sets.Count} articles, {sets.Select(set => set.Story).Distinct().Count()} stories, {found.Distinct().Count()} clusters; ARI {ari:0.000}, pairs: precision {precision:0.000}, recall {recall:0.000}");
            foreach (var missed in sets.Zip(found).GroupBy(pair => pair.First.Story).Where(story => story.Select(pair => pair.Second).Distinct().Count() > 1))
                output.WriteLine("  parted: " + string.Join(" | ", missed.Select(pair => $"{pair.First.Article.Id}: {pair.Second}")));
            worst = Math.Min(worst, ari);
        }
        Baseline.Hold("crawler", "clusters ARI", worst);
    }

    private static async Task<long[]> ClustersAsync(IReadOnlyList<Article> articles)
    {
        var folder = Directory.CreateTempSubdirectory("newsminer-clusters-");
        try
        {
            using var database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
            var store = new NewsStore(database);
            await database.WriteAsync(transaction => articles.Select(article => store.Commit(transaction, null, new AnalyzedArticle { Article = article }, DateTimeOffset.UnixEpoch)).ToArray(), CancellationToken.None);
            return database.Read(connection => articles.Select(article => connection.Scalar<long>("SELECT cluster FROM article WHERE id = $id", ("$id", article.Id))).ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The adjusted Rand index (Hubert and Arabie 1985), and precision and recall of pairs.</summary>
    private static (double Ari, double Precision, double Recall) Agreement(IReadOnlyList<int> truth, IReadOnlyList<long> found)
    {
        static double Pairs(double n) => n * (n - 1) / 2;
        var both = truth.Zip(found).GroupBy(pair => pair).Sum(group => Pairs(group.Count()));
        var real = truth.GroupBy(story => story).Sum(group => Pairs(group.Count()));
        var made = found.GroupBy(cluster => cluster).Sum(group => Pairs(group.Count()));
        var expected = real * made / Pairs(truth.Count);
        return ((both - expected) / (((real + made) / 2) - expected), both / Math.Max(1, made), both / Math.Max(1, real));
    }
}
