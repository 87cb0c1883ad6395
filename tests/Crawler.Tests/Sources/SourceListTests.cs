using System.Text.Json;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Crawler.Tests.Sources;

/// <summary>The source list: the bundled one is right, and what is wrong in another is named with file and line.</summary>
public sealed class SourceListTests
{
    [Fact]
    public void TheBundledListHoldsRealOutletsOfManyProvincesNoneTriedLive()
    {
        var sources = SourceList.Bundled;
        Assert.True(sources.Count >= 60);
        Assert.True(sources.Select(source => source.Province).OfType<string>().Distinct().Count() >= 20);
        Assert.All(sources, source => Assert.False(source.TriedLive));
        Assert.Contains(sources, source => source.Site.Host.EndsWith("behzisti.ir", StringComparison.Ordinal));
        Assert.All(sources.Where(source => source.Vocabulary is not null), source => Assert.Contains("بهزیستی", source.Keywords));
    }

    [Fact]
    public void TheSchemaKnowsEveryFieldAndNoOther()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sources.schema.json")));
        var known = schema.RootElement.GetProperty("properties").GetProperty("sources").GetProperty("items").GetProperty("properties").EnumerateObject().Select(property => property.Name);
        var fields = typeof(CrawlSource).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Equal(fields.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatAnEntryLeavesOutHasItsDefault()
    {
        var read = SourceList.Parse("""{ "sources": [{ "id": "a", "outlet": "ب", "site": "https://a.ir/", "feeds": ["/rss"] }] }""", "list.json").Single();
        Assert.Equal(JsonSerializer.Serialize(new CrawlSource { Id = "a", Outlet = "ب", Site = new("https://a.ir/"), Feeds = ["/rss"] }), JsonSerializer.Serialize(read));
        Assert.True(read.Enabled);
        Assert.Empty(read.Keywords);
    }

    [Theory]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": null }", "list.json:3:", "feeds")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"fedes\": [] }", "list.json:3:", "fedes")]
    [InlineData("{ \"id\": \"A b\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"] }", "list.json:3:", "lower-case")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"ftp://a.ir/\", \"feeds\": [\"/rss\"] }", "list.json:3:", "http")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\" }", "list.json:3:", "nothing could be found")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"schedule\": \"every day\" }", "list.json:3:", "cron")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"quietHours\": \"8-10\" }", "list.json:3:", "08:00-10:00")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"delay\": \"01:00:00\" }", "list.json:3:", "10 minutes")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"articles\": [\"news/*\"] }", "list.json:3:", "must begin")]
    [InlineData("{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"], \"vocabulary\": \"none\" }", "list.json:3:", "vocabulary")]
    [InlineData("{ \"id\": \"a\" }", "list.json:3:", "outlet")]
    public void AnErrorNamesFileLineAndWhatIsWrong(string entry, string where, string what)
    {
        var error = Assert.Throws<InvalidDataException>(() => SourceList.Parse("{\n  \"sources\": [\n    " + entry + "\n  ]\n}", "list.json"));
        Assert.StartsWith(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASourceListedTwiceIsAnError()
    {
        const string Entry = "{ \"id\": \"a\", \"outlet\": \"ب\", \"site\": \"https://a.ir/\", \"feeds\": [\"/rss\"] }";
        var error = Assert.Throws<InvalidDataException>(() => SourceList.Parse($"{{\"vocabularies\": {{}}, \"sources\": [\n{Entry},\n{Entry}]}}", "list.json"));
        Assert.Equal("list.json:3: source 'a' is listed twice, first in line 2", error.Message);
    }
}
