using System.Security.Cryptography;
using System.Text;
using NewsMiner.Extractor.Addresses;

namespace NewsMiner.Extractor.Articles;

/// <summary>Names an article by its address.</summary>
public static class ArticleId
{
    /// <summary>16 hexadecimal digits: the beginning of the SHA-256 of what all addresses of the article have in common.</summary>
    public static string FromAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalAddress.Identity(address))).AsSpan(0, 8));
    }
}
