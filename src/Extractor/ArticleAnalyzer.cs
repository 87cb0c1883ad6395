using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Topics;

namespace NewsMiner.Extractor;

/// <summary>The whole order of the analysis on one page. Pure: the same article gives the same facts.</summary>
public static class ArticleAnalyzer
{
    /// <summary>The version of tables, rules and weights; kept with every stored analysis so that old ones can be renewed.</summary>
    public const string Version = "1";

    /// <summary>Takes all facts from an article.</summary>
    public static AnalyzedArticle Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Province is null) article = article with { Province = Dateline.Read(article.Title, article.Paragraphs, article.Section, []).Province };
        var text = TokenizedText.Read(article.Text);
        var reported = OfficialsAndStatements.Find(article, text);
        var marked = new MarkedText(text, article.Published?.Day);
        var measured = FiguresAndPledges.Find(article, marked, reported);
        return new()
        {
            Article = article,
            Topics = ArticleTopics.Of(text),
            Officials = Provenance.Stamp(article, "official", reported.Officials),
            Statements = Provenance.Stamp(article, "statement", StatementKinds.Assign(marked, reported, measured.Pledges, article.Published?.Day)),
            Figures = Provenance.Stamp(article, "figure", measured.Figures),
            RejectedNumbers = measured.Rejections,
            Pledges = Provenance.Stamp(article, "pledge", measured.Pledges),
        };
    }
}
