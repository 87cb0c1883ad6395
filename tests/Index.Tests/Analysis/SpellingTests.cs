using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Tests.Analysis;

/// <summary>Pairs of spellings and inflections that must meet in search, and pairs that must not.</summary>
public sealed class SpellingTests
{
    [Fact]
    public void AllSpellingsOfAWordMeet()
    {
        var pairs = Pairs("spellings.tsv").ToList();
        Assert.True(pairs.Count >= 500, $"{pairs.Count} pairs");
        Assert.Empty(pairs.Where(pair => Forms(pair.First) != Forms(pair.Second)).Select(pair => $"{pair.First} [{Forms(pair.First)}] · {pair.Second} [{Forms(pair.Second)}]"));
    }

    [Fact]
    public void InflectionsMeet()
    {
        var pairs = Pairs("inflections.tsv").ToList();
        Assert.True(pairs.Count >= 200, $"{pairs.Count} pairs");
        var apart = pairs.Where(pair => Stems(pair.First) != Stems(pair.Second)).Select(pair => $"{pair.First} [{Stems(pair.First)}] · {pair.Second} [{Stems(pair.Second)}]").ToList();
        Assert.True(apart.Count <= pairs.Count * 0.02, $"{apart.Count} of {pairs.Count}: {string.Join('\n', apart)}");
    }

    [Fact]
    public void OtherWordsStayApart()
    {
        var pairs = Pairs("apart.tsv").ToList();
        Assert.True(pairs.Count >= 200, $"{pairs.Count} pairs");
        Assert.Empty(pairs.Where(pair => Stems(pair.First) == Stems(pair.Second)).Select(pair => $"{pair.First} · {pair.Second} [{Stems(pair.First)}]"));
    }

    private static IEnumerable<(string First, string Second)> Pairs(string table) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", table)).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')).SelectMany(cells => cells.Skip(1), (cells, other) => (cells[0], other));

    private static string Forms(string text) => string.Join(' ', PersianAnalyzer.Analyze(text).Select(term => term.Form));

    private static string Stems(string text) => string.Join(' ', PersianAnalyzer.Analyze(text).Select(term => term.Stem));
}
