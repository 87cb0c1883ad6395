namespace NewsMiner.Evaluation.Facts;

/// <summary>Ranks candidates by named features: the perceptron whose weights are averaged over all its steps.</summary>
internal sealed class AveragedPerceptron
{
    private readonly Dictionary<string, (double Weight, double Sum, int Since)> weights = new(StringComparer.Ordinal);
    private int steps;

    /// <summary>Learns from decisions, each the features of every candidate and which one is right, in a fixed shuffled order.</summary>
    public void Train(IReadOnlyList<(string[][] Candidates, int Right)> decisions, int epochs)
    {
        var random = new Random(1403);
        int[] order = [.. Enumerable.Range(0, decisions.Count)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                steps++;
                var (candidates, right) = decisions[at];
                var best = Best(candidates, averaged: false);
                if (best == right) continue;
                foreach (var feature in candidates[right]) Move(feature, 1);
                foreach (var feature in candidates[best]) Move(feature, -1);
            }
        }
    }

    /// <summary>The index of the candidate the averaged weights rank first.</summary>
    public int Best(string[][] candidates) => Best(candidates, averaged: true);

    private int Best(string[][] candidates, bool averaged)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < candidates.Length; i++)
        {
            var score = candidates[i].Sum(feature => weights.TryGetValue(feature, out var known) ? averaged ? known.Sum + known.Weight * (steps - known.Since) : known.Weight : 0);
            if (score > most) (best, most) = (i, score);
        }
        return best;
    }

    private void Move(string feature, int by)
    {
        var known = weights.GetValueOrDefault(feature);
        weights[feature] = (known.Weight + by, known.Sum + known.Weight * (steps - known.Since), steps);
    }
}
