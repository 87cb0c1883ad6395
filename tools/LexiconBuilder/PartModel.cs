using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// How likely a word that no list holds is a compound written with a half-space, by its two parts: a logistic model over how many of the words that an
/// encyclopaedia writes with each part before, or behind, have a half-space there.
/// </summary>
internal sealed class PartModel
{
    /// <summary>How many words the share of all words weighs as much as, in the share of one part.</summary>
    private const double Prior = 3;

    private const int Rounds = 300;
    private const double Rate = 0.3;

    private readonly Dictionary<string, (int Joined, int All)> firsts = new(StringComparer.Ordinal), seconds = new(StringComparer.Ordinal);
    private readonly double share;
    private double bias, firstWeight = 1, secondWeight = 1;

    /// <summary>Counts the parts of words, given with the places of their half-spaces, and fits the weights.</summary>
    public PartModel(IEnumerable<(string Letters, uint Mask)> words, Func<string, bool> isWord)
    {
        var splits = words.SelectMany(word => Enumerable.Range(2, Math.Max(0, word.Letters.Length - 3)).Select(cut => (First: word.Letters[..cut], Second: word.Letters[cut..], Joined: (int)(word.Mask >> cut - 1 & 1))))
            .Where(split => !CharacterTable.EndsJoin(split.First[^1]) && !Affixes.IsEnding(split.Second) && isWord(split.First) && isWord(split.Second)).ToArray();
        share = splits.Average(split => split.Joined);
        foreach (var (first, second, joined) in splits)
        {
            var (before, behind) = (firsts.GetValueOrDefault(first), seconds.GetValueOrDefault(second));
            firsts[first] = (before.Joined + joined, before.All + 1);
            seconds[second] = (behind.Joined + joined, behind.All + 1);
        }
        bias = Math.Log(share / (1 - share));
        Fit([.. splits.Select(split => (Odds(firsts[split.First], split.Joined), Odds(seconds[split.Second], split.Joined), split.Joined))]);
    }

    /// <summary>Fits the weights by gradient descent (AdaGrad).</summary>
    private void Fit((double First, double Second, int Joined)[] rows)
    {
        double[] squares = [1e-8, 1e-8, 1e-8];
        for (var round = 0; round < Rounds; round++)
        {
            double[] slopes = [0, 0, 0];
            foreach (var (first, second, joined) in rows)
            {
                var error = 1 / (1 + Math.Exp(-(bias + firstWeight * first + secondWeight * second))) - joined;
                slopes[0] += error;
                slopes[1] += error * first;
                slopes[2] += error * second;
            }
            for (var i = 0; i < slopes.Length; i++) squares[i] += slopes[i] * slopes[i];
            bias -= Rate * slopes[0] / Math.Sqrt(squares[0]);
            firstWeight -= Rate * slopes[1] / Math.Sqrt(squares[1]);
            secondWeight -= Rate * slopes[2] / Math.Sqrt(squares[2]);
        }
    }

    /// <summary>The parts with the log odds that each adds, half of the bias in either.</summary>
    public IEnumerable<(string Part, double First, double Second)> Parts() =>
        firsts.Keys.Union(seconds.Keys).Select(part => (part,
            firsts.TryGetValue(part, out var first) ? bias / 2 + firstWeight * Odds(first, -1) : double.NegativeInfinity,
            seconds.TryGetValue(part, out var second) ? bias / 2 + secondWeight * Odds(second, -1) : double.NegativeInfinity));

    /// <summary>The log odds of a half-space at a part, against those of all parts; a word that is weighed itself does not count.</summary>
    private double Odds((int Joined, int All) count, int own)
    {
        var joined = count.Joined - Math.Max(0, own);
        var apart = count.All - count.Joined - (own == 0 ? 1 : 0);
        return Math.Log((joined + Prior * share) / (apart + Prior * (1 - share))) - Math.Log(share / (1 - share));
    }
}
