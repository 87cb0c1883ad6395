namespace NewsMiner.Index.Trends.Statistics;

/// <summary>
/// Bursts of a stream as the cheapest course through states of rising intensity (J. Kleinberg, "Bursty and hierarchical structure in streams",
/// KDD 2002). Each level is s times as intense as the one below; rising a level costs γ·ln n, falling nothing; of equal courses the lower one.
/// </summary>
internal static class KleinbergBursts
{
    /// <summary>
    /// The level of each event of a stream of single events (section 2): state i expects gaps of ĝ / sⁱ. The first event has level 0, every
    /// other that of the gap that leads to it.
    /// </summary>
    /// <param name="offsets">When the events happened, in any unit and order; equal times are allowed.</param>
    /// <param name="s">How much more intense a level is than the one below, above 1.</param>
    /// <param name="gamma">What rising costs, above 0.</param>
    /// <returns>The level of each event in the order of time, and how much cheaper its gap is there than at level 0.</returns>
    public static (int Level, double Gain)[] Gaps(IReadOnlyList<double> offsets, double s = 2, double gamma = 1)
    {
        Check(s, gamma);
        var sorted = offsets.Order().ToArray();
        var levels = new (int, double)[sorted.Length];
        if (sorted.Length < 2) return levels;
        var gaps = new double[sorted.Length - 1];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = sorted[i + 1] - sorted[i];
        var whole = sorted[^1] - sorted[0];
        if (whole <= 0) return levels;
        var smallest = gaps.Where(gap => gap > 0).Min();
        var states = Math.Max(1, (int)Math.Ceiling(1 + Math.Log(whole) / Math.Log(s) + Math.Log(1 / smallest) / Math.Log(s)));
        var rates = new double[states];
        for (var state = 0; state < states; state++) rates[state] = Math.Pow(s, state) * gaps.Length / whole;
        // −ln of the exponential density α·exp(−αx).
        double Cost(int state, int i) => rates[state] * gaps[i] - Math.Log(rates[state]);
        Gains(Cheapest(gaps.Length, states, gamma * Math.Log(gaps.Length), Cost), Cost).CopyTo(levels, 1);
        return levels;
    }

    /// <summary>
    /// The level of each batch (section 4): of d texts r are relevant, and state i expects the share p₀·sⁱ. A batch without texts says
    /// nothing and costs the same in every state.
    /// </summary>
    /// <param name="relevant">Relevant texts of each batch.</param>
    /// <param name="all">All texts of each batch.</param>
    /// <param name="s">How much larger the share of a level is than that of the one below, above 1.</param>
    /// <param name="gamma">What rising costs, above 0.</param>
    /// <param name="levels">The highest level; those whose share would reach 1 are left out.</param>
    /// <returns>The level of each batch, and how much cheaper it is there than at level 0.</returns>
    public static (int Level, double Gain)[] Batched(IReadOnlyList<long> relevant, IReadOnlyList<long> all, double s = 2, double gamma = 1, int levels = 1)
    {
        Check(s, gamma);
        var batches = all.Count(texts => texts > 0);
        var share = batches == 0 ? 0 : (double)relevant.Sum() / all.Sum();
        if (batches < 2 || share is <= 0 or >= 1) return new (int, double)[all.Count];
        var shares = Enumerable.Range(0, levels + 1).Select(level => share * Math.Pow(s, level)).TakeWhile((p, level) => level == 0 || p < 1).ToArray();
        // −ln of the binomial chance, without the coefficient, which is the same in every state.
        double Cost(int state, int i) => -(relevant[i] * Math.Log(shares[state])) - ((all[i] - relevant[i]) * Math.Log(1 - shares[state]));
        return Gains(Cheapest(all.Count, shares.Length, gamma * Math.Log(batches), Cost), Cost);
    }

    private static (int Level, double Gain)[] Gains(int[] course, Func<int, int, double> cost) =>
        [.. course.Select((level, i) => (level, level == 0 ? 0 : cost(0, i) - cost(level, i)))];

    private static void Check(double s, double gamma)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(s, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(gamma, 0);
    }

    /// <summary>The cheapest course through the states by dynamic programming (A. J. Viterbi 1967); it starts from level 0.</summary>
    private static int[] Cheapest(int steps, int states, double rise, Func<int, int, double> cost)
    {
        var costs = new double[states];
        Array.Fill(costs, double.PositiveInfinity);
        costs[0] = 0;
        var next = new double[states];
        var from = new int[steps, states];
        for (var step = 0; step < steps; step++)
        {
            for (var state = 0; state < states; state++)
            {
                var (best, least) = (0, double.PositiveInfinity);
                for (var before = 0; before < states; before++)
                {
                    var total = costs[before] + Math.Max(0, state - before) * rise;
                    if (total < least) (best, least) = (before, total);
                }
                from[step, state] = best;
                next[state] = least + cost(state, step);
            }
            (costs, next) = (next, costs);
        }
        var course = new int[steps];
        var at = Array.IndexOf(costs, costs.Min());
        for (var step = steps - 1; step >= 0; step--)
        {
            course[step] = at;
            at = from[step, at];
        }
        return course;
    }
}
