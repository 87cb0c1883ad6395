using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Facts;

/// <summary>Ties facts to their article.</summary>
internal static class Provenance
{
    /// <summary>Names each fact by where it stands, so that analysing twice changes nothing, and tells it its article.</summary>
    public static IReadOnlyList<T> Stamp<T>(Article article, string kind, IReadOnlyList<T> facts) where T : Fact =>
    [
        .. facts.Select(fact => fact with
        {
            Id = Id(article, kind, fact.Span),
            ArticleId = article.Id,
            Url = article.CanonicalUrl?.AbsoluteUri ?? article.Source,
            Outlet = article.Outlet,
            Published = article.Published,
        }),
    ];

    /// <summary>16 hexadecimal digits made from article, kind and span.</summary>
    private static string Id(Article article, string kind, TextSpan span) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{article.Id}\n{kind}\n{span.Start}-{span.End}"))).AsSpan(0, 8));
}
