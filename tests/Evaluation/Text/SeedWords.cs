using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Text;

/// <summary>Words of the five seed articles: what a crawler broke is put right, and what was right stays (<c>seed-words.tsv</c>).</summary>
public sealed class SeedWords(ITestOutputHelper output)
{
    [FactWithShared("seeds")]
    public void AreRepaired()
    {
        var (right, all) = (0, 0);
        var seeds = Directory.GetFiles(SharedFiles.Path("seeds")).ToDictionary(file => Path.GetFileName(file)[..3], file => Normalizer.Normalize(File.ReadAllText(file)), StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Text", "seed-words.tsv")).Where(line => line[0] != '#'))
        {
            if (line.Split('\t') is not [var seed, var found, var repaired]) throw new InvalidDataException($"seed-words.tsv: '{line}': seed, word as found and word repaired are expected");
            var places = PlacesOf(found, seeds[seed].Original).ToArray();
            Assert.True(places.Length > 0, $"seed {seed} does not hold '{found}'");
            foreach (var place in places)
            {
                var text = seeds[seed];
                var read = text.Text[text.FromOriginal(place)..text.FromOriginal(place + found.Length)].Trim();
                all++;
                if (read == repaired) right++;
                else output.WriteLine($"seed {seed}: '{found}' became '{read}', not '{repaired}'");
            }
        }
        output.WriteLine($"words of the seeds: {right} of {all} right");
        Baseline.Hold("text", "words of the seeds right", (double)right / all);
    }

    /// <summary>Where a word stands as a word of its own.</summary>
    private static IEnumerable<int> PlacesOf(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) yield return at;
        }
    }
}
