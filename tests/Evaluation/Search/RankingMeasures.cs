namespace NewsMiner.Evaluation.Search;

/// <summary>How good a ranking is, as trec_eval reckons it.</summary>
internal static class RankingMeasures
{
    /// <summary>Average precision: the mean of the precision at each relevant document, those not found counting 0.</summary>
    public static double AveragePrecision(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        var (found, sum) = (0, 0.0);
        for (var i = 0; i < ranked.Count; i++)
        {
            if (relevant.Contains(ranked[i])) sum += ++found / (i + 1.0);
        }
        return sum / relevant.Count;
    }

    /// <summary>Discounted gain of the first ten over that of an ideal ranking (Järvelin and Kekäläinen 2002, log base 2, two grades).</summary>
    public static double NdcgAt10(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        static double Gain(int rank) => 1 / Math.Log2(rank + 2);
        var gain = ranked.Take(10).Index().Where(hit => relevant.Contains(hit.Item)).Sum(hit => Gain(hit.Index));
        return gain / Enumerable.Range(0, Math.Min(10, relevant.Count)).Sum(Gain);
    }
}
