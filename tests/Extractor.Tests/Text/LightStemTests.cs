using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Tests.Text;

/// <summary>Stems of single words: inflections, and words that only look inflected.</summary>
public sealed class LightStemTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Text", "stems.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            cases.Add(cells[0], cells[1]);
        }
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void AWordHasItsStem(string word, string stem) => Assert.Equal(Fold.Key(stem), LightStem.Of(Fold.Key(word)));

    [Fact]
    public void AStemIsItsOwnStemForMostWords()
    {
        var moved = Cases().Select(row => (string)row[1]).Where(stem => LightStem.Of(Fold.Key(stem)) != Fold.Key(stem)).ToArray();
        Assert.Empty(moved);
    }
}
