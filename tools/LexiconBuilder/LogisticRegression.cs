namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Multinomial logistic regression with an L2 penalty by stochastic gradient descent, its weights averaged over the epochs. The order is fixed:
/// the same examples give the same weights.
/// </summary>
/// <param name="Classes">The number of classes.</param>
/// <param name="Epochs">How often all examples are gone through.</param>
/// <param name="Rate">The rate of the first epoch; it falls with the epochs.</param>
/// <param name="Penalty">The weight of the L2 penalty.</param>
/// <param name="MinCount">Features seen less often say nothing.</param>
internal sealed record LogisticRegression(int Classes, int Epochs, double Rate, double Penalty, int MinCount)
{
    /// <summary>The weights of each feature, one a class.</summary>
    public Dictionary<string, float[]> Fit(IReadOnlyList<(string[] Features, int Class)> examples)
    {
        var known = examples.SelectMany(example => example.Features).CountBy(feature => feature).Where(entry => entry.Value >= MinCount).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var weights = known.ToDictionary(feature => feature, _ => new double[Classes], StringComparer.Ordinal);
        var sums = known.ToDictionary(feature => feature, _ => new double[Classes], StringComparer.Ordinal);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(1403);
        var scores = new double[Classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + epoch * 0.1);
            foreach (var index in order)
            {
                double[][] rows = [.. examples[index].Features.Where(known.Contains).Select(feature => weights[feature])];
                for (var k = 0; k < scores.Length; k++) scores[k] = rows.Sum(row => row[k]);
                var most = scores.Max();
                var total = scores.Sum(score => Math.Exp(score - most));
                for (var k = 0; k < scores.Length; k++)
                {
                    var gradient = Math.Exp(scores[k] - most) / total - (k == examples[index].Class ? 1 : 0);
                    foreach (var row in rows) row[k] -= rate * (gradient + Penalty * row[k]);
                }
            }
            foreach (var (feature, row) in weights)
            {
                for (var k = 0; k < row.Length; k++) sums[feature][k] += row[k];
            }
        }
        return sums.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, sum => (float)(sum / Epochs)), StringComparer.Ordinal);
    }
}
