namespace NewsMiner.Index.Search;

/// <summary>Finds what a query asks for and scores it by <see cref="Bm25"/>.</summary>
internal sealed class QueryMatcher
{
    private readonly Searched searched;
    private readonly SearchQuery query;
    private readonly RankStatistics statistics;
    private readonly int? recencyHalfLife;
    private readonly Bm25 bm25;
    private readonly Dictionary<QueryNode, float> idf = [];
    private readonly QueryNode[] filters;

    /// <param name="searched">What is searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="filters">Conditions beside the query.</param>
    /// <param name="statistics">What scores depend on.</param>
    /// <param name="recencyHalfLife">See <see cref="SearchRequest.RecencyHalfLife"/>.</param>
    public QueryMatcher(Searched searched, SearchQuery query, IEnumerable<QueryNode> filters, RankStatistics statistics, int? recencyHalfLife)
    {
        (this.searched, this.query, this.statistics, this.recencyHalfLife) = (searched, query, statistics, recencyHalfLife);
        bm25 = new(statistics.AverageLength);
        for (var i = 0; i < query.Scored.Count; i++) idf[query.Scored[i]] = Bm25.Idf(statistics.Frequencies[i], statistics.Count);
        this.filters = [.. filters];
    }

    /// <summary>Those that hold all of the query.</summary>
    public Matches All()
    {
        var parts = query.Words.Concat(query.Others.Where(node => !node.IsCondition)).Select(PartOf).OrderBy(part => part.Numbers.Length).ToArray();
        var tests = Tests(spoken: true);
        return Finished(parts.Length > 0 ? Intersect(parts, tests) : Every(tests));
    }

    /// <summary>Those that hold some of the loose words, and everything else the query asks for, without those that hold all of it.</summary>
    public Matches Some(Matches all) => Holding(1, all);

    /// <summary>Those that hold at least so many of the loose words, and everything else the query asks for, without those already found.</summary>
    public Matches Holding(int least, Matches without)
    {
        var others = query.Others.Where(node => !node.IsCondition).Select(PartOf).OrderBy(part => part.Numbers.Length).ToArray();
        var within = others.Length > 0 ? Intersect(others, []) : (Matches?)null;
        var sums = new float[searched.Capacity];
        var held = new byte[searched.Capacity];
        foreach (var word in query.Loose)
        {
            var part = PartOf(word);
            for (var i = 0; i < part.Numbers.Length; i++)
            {
                sums[part.Numbers[i]] += part.Score(i, bm25, searched);
                held[part.Numbers[i]]++;
            }
        }
        foreach (var number in without.Found) held[number] = 0;
        var tests = Tests(spoken: false);
        var found = new MatchList(1024);
        if (within is { } allowed)
        {
            for (var i = 0; i < allowed.Count; i++)
            {
                if (held[allowed.Numbers[i]] >= least && Passes(allowed.Numbers[i], tests)) found.Add(allowed.Numbers[i], allowed.Scores[i] + sums[allowed.Numbers[i]]);
            }
        }
        else
        {
            for (var number = 0; number < held.Length; number++)
            {
                if (held[number] >= least && Passes(number, tests)) found.Add(number, sums[number]);
            }
        }
        return Finished(found.ToMatches());
    }

    /// <summary>The conditions of query and filters; without those days that may as well be words of a text, where <paramref name="spoken"/> is false.</summary>
    private Predicate<int>[] Tests(bool spoken)
    {
        var conditions = query.Others.Where(node => node.IsCondition && (spoken || node is not QueryNode.Days { Spoken.Count: > 0 }));
        var tests = conditions.Concat(filters).OrderBy(node => node is not QueryNode.Days).Select(searched.Test).Concat(query.Excluded.Select(not => Absent(not.Node)));
        var below = statistics.Below;
        return below < searched.Capacity ? [number => number < below, .. tests] : [.. tests];
    }

    private Predicate<int> Absent(QueryNode node)
    {
        if (node.IsCondition)
        {
            var test = searched.Test(node);
            return number => !test(number);
        }
        var excluded = PartOf(node).Numbers.ToHashSet();
        return number => !excluded.Contains(number);
    }

    private Part PartOf(QueryNode node) => node switch
    {
        QueryNode.And and => Part.Scored(Intersect([.. and.Nodes.Where(part => !part.IsCondition).Select(PartOf).DefaultIfEmpty(Part.Scored(Every([])))], [.. and.Nodes.Where(part => part.IsCondition).Select(searched.Test)])),
        QueryNode.Or or => or.Nodes.Select(PartOf).Aggregate(Union),
        QueryNode.Not not => Without(PartOf(not.Node).Numbers.ToHashSet()),
        QueryNode.Days or QueryNode.Field or QueryNode.Figure => Part.Scored(Every([searched.Test(node)])),
        _ => searched.Find(node) is var postings ? new(postings.Numbers, postings.Weights, idf.GetValueOrDefault(node)) : default,
    };

    private Part Without(HashSet<int> excluded) => Part.Scored(Every([number => !excluded.Contains(number)]));

    private Matches Every(Predicate<int>[] conditions)
    {
        var found = new MatchList((int)Math.Min(searched.Count, int.MaxValue));
        for (var number = 0; number < searched.Capacity; number++)
        {
            if (searched.Exists(number) && Passes(number, conditions)) found.Add(number, 0);
        }
        return found.ToMatches();
    }

    /// <summary>What stands in all parts, the first being the shortest.</summary>
    private Matches Intersect(Part[] parts, Predicate<int>[] conditions)
    {
        var first = parts[0];
        var others = parts.AsSpan(1);
        var found = new MatchList(first.Numbers.Length);
        Span<int> at = stackalloc int[others.Length];
        for (var i = 0; i < first.Numbers.Length; i++)
        {
            var number = first.Numbers[i];
            var inAll = true;
            for (var j = 0; j < others.Length && inAll; j++) inAll = Advance(others[j].Numbers, ref at[j], number);
            if (!inAll || !Passes(number, conditions)) continue;
            var score = first.Score(i, bm25, searched);
            for (var j = 0; j < others.Length; j++) score += others[j].Score(at[j], bm25, searched);
            found.Add(number, score);
        }
        return found.ToMatches();
    }

    /// <summary>Moves to a number or the next higher one by doubling steps (Bentley and Yao 1976); true where the number itself stands there.</summary>
    private static bool Advance(int[] numbers, ref int at, int number)
    {
        if (at >= numbers.Length) return false;
        var (low, step) = (at, 1);
        while (low + step < numbers.Length && numbers[low + step] < number)
        {
            low += step;
            step *= 2;
        }
        var found = Array.BinarySearch(numbers, low, Math.Min(step + 1, numbers.Length - low), number);
        at = found < 0 ? ~found : found;
        return found >= 0;
    }

    private Part Union(Part first, Part second)
    {
        var found = new MatchList(first.Numbers.Length + second.Numbers.Length);
        var (i, j) = (0, 0);
        while (i < first.Numbers.Length || j < second.Numbers.Length)
        {
            var left = i < first.Numbers.Length ? first.Numbers[i] : int.MaxValue;
            var right = j < second.Numbers.Length ? second.Numbers[j] : int.MaxValue;
            var score = 0f;
            if (left <= right) score += first.Score(i++, bm25, searched);
            if (right <= left) score += second.Score(j++, bm25, searched);
            found.Add(Math.Min(left, right), score);
        }
        return Part.Scored(found.ToMatches());
    }

    private static bool Passes(int number, Predicate<int>[] conditions)
    {
        foreach (var condition in conditions)
        {
            if (!condition(number)) return false;
        }
        return true;
    }

    private Matches Finished(Matches matches)
    {
        foreach (var node in query.Lifting) Lift(matches, PartOf(node));
        if (recencyHalfLife is not { } halfLife) return matches;
        for (var i = 0; i < matches.Count; i++)
        {
            var day = searched.Day(matches.Numbers[i]);
            if (day != Entry.NoDay) matches.Scores[i] *= 1 + MathF.Pow(2, (Math.Min(day, statistics.NewestDay) - statistics.NewestDay) / (float)halfLife);
        }
        return matches;
    }

    private void Lift(Matches matches, Part part)
    {
        var at = 0;
        for (var i = 0; i < matches.Count && at < part.Numbers.Length; i++)
        {
            if (Advance(part.Numbers, ref at, matches.Numbers[i])) matches.Scores[i] += part.Score(at, bm25, searched);
        }
    }

    /// <summary>A part of the query and where it stands, with weights still to be scored or, where idf is not a number, scores.</summary>
    private readonly record struct Part(int[] Numbers, float[] Weights, float Idf)
    {
        public static Part Scored(Matches matches) => new(matches.Numbers[..matches.Count], matches.Scores, float.NaN);

        public float Score(int i, Bm25 bm25, Searched searched) =>
            float.IsNaN(Idf) ? Weights[i] : Bm25.Score(Idf, Weights[i], bm25.Norm(searched.Length(Numbers[i])));
    }
}
