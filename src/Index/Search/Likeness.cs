using Microsoft.Data.Sqlite;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Articles that share an article's telling words: those with the greatest weight of frequency in it and rarity elsewhere (Salton and Buckley 1988, tf·idf).</summary>
internal static class Likeness
{
    private const int MaxTerms = 25, ShownTerms = 10, TitleWeight = 3, ShortestWord = 3;

    /// <summary>Of the words, an article must share this part at least.</summary>
    private const double LeastShared = 0.25;

    /// <summary>Null where no article has the id.</summary>
    public static SimilarArticles? Of(SqliteConnection connection, Searched articles, Vocabulary vocabulary, string id, int limit)
    {
        var found = connection.Rows("SELECT number, body FROM article WHERE id = $id", row => (Number: row.GetInt32(0), Article: ArticleBlob.Unpack((byte[])row.GetValue(1))), ("$id", id));
        if (found.Count == 0) return null;
        var (number, article) = found[0];
        var terms = Telling(article, articles, vocabulary);
        if (terms.Count == 0) return new([], []);
        var query = new SearchQuery([.. terms.Select(term => new QueryNode.Word(term.Stem, term.Span))]);
        var matcher = new QueryMatcher(articles, query, [], RankStatistics.Of(articles, query), recencyHalfLife: null);
        var ranker = new HitRanker(articles, SearchOrder.Relevance, byScore: true, fold: true);
        var alike = Others(articles, matcher.Holding(Math.Max(1, (int)Math.Ceiling(terms.Count * LeastShared)), Matches.None), number);
        var highlighter = new Highlighter(query);
        return new(
            [.. terms.Take(ShownTerms).Select(term => term.Span.In(article.Text).ToString())],
            [.. ranker.Rank(alike, null, limit).Hits.Select(hit => ArticleHits.Show(connection, hit, highlighter))]);
    }

    private static List<Term> Telling(Article article, Searched articles, Vocabulary vocabulary)
    {
        var terms = PersianAnalyzer.Analyze(article.Text).Where(term => term.Stem.Length >= ShortestWord && !char.IsDigit(term.Stem[0]) && !PersianAnalyzer.IsStop(term.Stem));
        var weighed = from term in terms
                      group term by term.Stem into same
                      let frequency = vocabulary.Frequency(same.Key)
                      where frequency > 1
                      let weight = same.Sum(term => term.Span.End <= article.Title.Length ? TitleWeight : 1)
                      select (Term: same.First(), Weight: (1 + Math.Log(weight)) * Bm25.Idf(frequency, articles.Count));
        return [.. weighed.OrderByDescending(entry => entry.Weight).Take(MaxTerms).Select(entry => entry.Term)];
    }

    /// <summary>The matches but for an article and the copies of its story.</summary>
    private static Matches Others(Searched articles, Matches matches, int number)
    {
        var own = new int[1];
        articles.Clusters([number], own);
        var clusters = articles.Arrays.Take<int>(matches.Count);
        articles.Clusters(matches.Found, clusters);
        var kept = new MatchList(articles.Arrays);
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches.Numbers[i] != number && (own[0] == 0 || clusters[i] != own[0])) kept.Add(matches.Numbers[i], matches.Scores[i]);
        }
        return kept.ToMatches();
    }
}
