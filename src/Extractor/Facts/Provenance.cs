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
        Convert.ToHexStringLower(Hash(string.Create(CultureInfo.InvariantCulture, $"{article.Id}\n{kind}\n{span.Start}-{span.End}"), stackalloc byte[SHA256.HashSizeInBytes])[..8]);

    private static ReadOnlySpan<byte> Hash(string text, Span<byte> hash)
    {
        Span<byte> bytes = text.Length <= 256 ? stackalloc byte[3 * text.Length] : new byte[3 * text.Length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return hash;
    }
}
