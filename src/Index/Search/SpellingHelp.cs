using System.Text;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Index.Search;

/// <summary>Offers a query whose words the index knows, one letter away from those it does not (Damerau 1964: four errors in five are one).</summary>
internal static class SpellingHelp
{
    private const string Letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";

    /// <summary>The query with each unknown word in its most frequent neighbour's place, or null where there is none.</summary>
    public static string? Better(string text, SearchQuery query, Func<string, int> frequency)
    {
        var better = new StringBuilder(text);
        var changed = false;
        foreach (var word in query.Words.OrderByDescending(word => word.At.Start))
        {
            if (word.At.Length < 4 || frequency(word.Stem) > 0) continue;
            var best = Neighbours(Fold.Key(word.At.In(text))).Distinct().Select(neighbour => (neighbour, Count: frequency(LightStem.Of(neighbour)))).MaxBy(candidate => candidate.Count);
            if (best.Count == 0) return null;
            better.Remove(word.At.Start, word.At.Length).Insert(word.At.Start, best.neighbour);
            changed = true;
        }
        return changed ? better.ToString() : null;
    }

    private static IEnumerable<string> Neighbours(string word)
    {
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length) yield return word.Remove(i, 1);
            if (i + 1 < word.Length) yield return string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1, 1), word.AsSpan(i, 1), word.AsSpan(i + 2));
            foreach (var letter in Letters)
            {
                yield return word.Insert(i, letter.ToString());
                if (i < word.Length) yield return string.Concat(word.AsSpan(0, i), letter.ToString(), word.AsSpan(i + 1));
            }
        }
    }
}
