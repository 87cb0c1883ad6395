using NewsMiner.Extractor.Addresses;

namespace NewsMiner.Crawler.Tests.Addresses;

/// <summary>One identity an article, whatever its links look like.</summary>
public sealed class CanonicalAddressTests
{
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Addresses", "identities.tsv")).Where(line => line.Length > 0 && line[0] != '#')) rows.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public void AllAddressesOfAnArticleAreOneAndOnlyThey(string same, string other)
    {
        var identities = same.Split(' ').Select(text => CanonicalAddress.Identity(CanonicalAddress.Of(text)!)).Distinct().ToList();
        Assert.Single(identities);
        Assert.NotEqual(identities[0], CanonicalAddress.Identity(CanonicalAddress.Of(other)!));
    }

    [Theory, MemberData(nameof(Rows))]
    public void ACanonicalAddressIsItsOwnCanonicalAddress(string same, string other) =>
        Assert.All(same.Split(' ').Append(other).Select(text => CanonicalAddress.Of(text)!), address => Assert.Equal(address.AbsoluteUri, CanonicalAddress.Of(address.AbsoluteUri)!.AbsoluteUri));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("javascript:void(0)")]
    [InlineData("mailto:a@b.ir")]
    [InlineData("tel:123")]
    [InlineData("http://")]
    [InlineData("http://666.0.0.1/")]
    [InlineData("http://xn--München.de")]
    [InlineData("ftp://outlet.ir/a")]
    public void WhatIsNoWebAddressHasNone(string text) => Assert.Null(CanonicalAddress.Of(text));

    [Theory]
    [InlineData("/news/1", "https://outlet.ir/news/1")]
    [InlineData("//other.ir/a", "https://other.ir/a")]
    [InlineData("?p=2", "https://outlet.ir/list?p=2")]
    [InlineData("  ../b\n", "https://outlet.ir/b")]
    [InlineData("\\news\\1", "https://outlet.ir/news/1")]
    [InlineData("<![CDATA[https://outlet.ir/news/1]]>", "https://outlet.ir/news/1")]
    public void RelativeAddressesAreRelativeToThePage(string text, string expected) => Assert.Equal(expected, CanonicalAddress.Of(text, new("https://outlet.ir/list"))!.AbsoluteUri);
}
