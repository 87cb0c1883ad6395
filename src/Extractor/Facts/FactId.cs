using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Extractor.Facts;

/// <summary>Names a fact by where it stands, so that analysing twice changes nothing.</summary>
internal static class FactId
{
    /// <summary>16 hexadecimal digits made from article, kind and span.</summary>
    public static string For(Article article, string kind, TextSpan span) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{article.Id}\n{kind}\n{span.Start}-{span.End}"))).AsSpan(0, 8));
}
