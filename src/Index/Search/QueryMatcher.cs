namespace NewsMiner.Index.Search;

/// <summary>Finds what a query asks for and scores it by <see cref="Bm25"/>.</summary>
internal sealed class QueryMatcher
{
    /// <summary>Numbers whose lengths are read together.</summary>
    private const int Block = 512;

    private const int SingleSteps = 4;

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
        var parts = query.Words.Concat(query.Others.Where(node => !node.IsCondition)).Select(PartOf).OrderBy(part => part.Count).ToArray();
        var tests = Tests(spoken: true);
        return Finished(parts.Length > 0 ? Intersect(parts, tests) : Every(tests));
    }

    /// <summary>Those that hold some of the loose words, and everything else the query asks for, without those that hold all of it.</summary>
    public Matches Some(Matches all) => Holding(1, all);

    /// <summary>Those that hold at least so many of the loose words, and everything else the query asks for, without those already found.</summary>
    public Matches Holding(int least, Matches without)
    {
        var others = query.Others.Where(node => !node.IsCondition).Select(PartOf).OrderBy(part => part.Count).ToArray();
        var within = others.Length > 0 ? Intersect(others, []) : (Matches?)null;
        var sums = searched.Arrays.TakeEmpty<float>(searched.Capacity);
        var held = searched.Arrays.TakeEmpty<byte>(searched.Capacity);
        foreach (var word in query.Loose)
        {
            var (numbers, scores, count) = Scored(PartOf(word));
            for (var i = 0; i < count; i++)
            {
                sums[numbers[i]] += scores[i];
                held[numbers[i]]++;
            }
        }
        foreach (var number in without.Found) held[number] = 0;
        var tests = Tests(spoken: false);
        var found = new MatchList(searched.Arrays);
        if (within is { } allowed)
        {
            for (var i = 0; i < allowed.Count; i++)
            {
                if (held[allowed.Numbers[i]] >= least && Passes(allowed.Numbers[i], tests)) found.Add(allowed.Numbers[i], allowed.Scores[i] + sums[allowed.Numbers[i]]);
            }
        }
        else
        {
            for (var number = 0; number < searched.Capacity; number++)
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
        var tests = conditions.Concat(filters).OrderBy(Rarity).Select(searched.Test).Concat(query.Excluded.Select(not => Absent(not.Node)));
        var below = statistics.Below;
        return below < searched.Capacity ? [number => number < below, .. tests] : [.. tests];
    }

    /// <summary>What is quickly tested and seldom holds comes first: most that is looked at fails there.</summary>
    private static int Rarity(QueryNode node) => node switch
    {
        QueryNode.Field { Name: SearchField.Province or SearchField.Outlet } => 0,
        QueryNode.Days => 1,
        _ => 2,
    };

    private Predicate<int> Absent(QueryNode node)
    {
        if (node.IsCondition)
        {
            var test = searched.Test(node);
            return number => !test(number);
        }
        var excluded = Numbers(PartOf(node));
        return number => !excluded.Contains(number);
    }

    private Part PartOf(QueryNode node) => node switch
    {
        QueryNode.And and => new(Intersect([.. and.Nodes.Where(part => !part.IsCondition).Select(PartOf).DefaultIfEmpty(new(Every([])))], [.. and.Nodes.Where(part => part.IsCondition).Select(searched.Test)])),
        QueryNode.Or or => or.Nodes.Select(PartOf).Aggregate(Union),
        QueryNode.Not not => Without(Numbers(PartOf(not.Node))),
        QueryNode.Days or QueryNode.Field or QueryNode.Figure => new(Every([searched.Test(node)])),
        _ => searched.Find(node) is var postings ? new(postings.Numbers, postings.Weights, postings.Count, idf.GetValueOrDefault(node)) : default,
    };

    private Part Without(HashSet<int> excluded) => new(Every([number => !excluded.Contains(number)]));

    private static HashSet<int> Numbers(Part part) => [.. part.Numbers.AsSpan(0, part.Count)];

    private Matches Every(Predicate<int>[] conditions)
    {
        var found = new MatchList(searched.Arrays);
        for (var number = 0; number < searched.Capacity; number++)
        {
            if (searched.Exists(number) && Passes(number, conditions)) found.Add(number, 0);
        }
        return found.ToMatches();
    }

    /// <summary>What stands in all parts, the first being the shortest.</summary>
    private Matches Intersect(Part[] parts, Predicate<int>[] conditions)
    {
        if (parts.Length == 1 && conditions.Length == 0) return Scored(parts[0]);
        var first = parts[0];
        var others = parts.AsSpan(1);
        var (numbers, scores) = (searched.Arrays.Take<int>(first.Count), searched.Arrays.Take<float>(first.Count));
        // Where the numbers not scored yet stand in each part.
        var places = searched.Arrays.Take<int>(Block * parts.Length);
        Span<int> at = stackalloc int[others.Length];
        var (count, scored) = (0, 0);
        for (var i = 0; i < first.Count; i++)
        {
            var number = first.Numbers[i];
            var inAll = true;
            for (var j = 0; j < others.Length && inAll; j++) inAll = Advance(others[j].Found, ref at[j], number);
            if (!inAll || !Passes(number, conditions)) continue;
            places[count - scored] = i;
            for (var j = 0; j < others.Length; j++) places[(Block * (j + 1)) + count - scored] = at[j];
            numbers[count++] = number;
            if (count - scored == Block) Score();
        }
        Score();
        return new(numbers, scores, count);

        void Score()
        {
            Span<float> norms = stackalloc float[Block];
            Norms(numbers.AsSpan(scored..count), norms);
            for (var i = scored; i < count; i++)
            {
                scores[i] = 0;
                for (var j = 0; j < parts.Length; j++) scores[i] += parts[j].Score(places[(Block * j) + i - scored], norms[i - scored]);
            }
            scored = count;
        }
    }

    /// <summary>A part by itself, each with its score.</summary>
    private Matches Scored(Part part)
    {
        var scores = searched.Arrays.Take<float>(part.Count);
        Span<float> norms = stackalloc float[Block];
        for (var from = 0; from < part.Count; from += Block)
        {
            var block = part.Found[from..Math.Min(part.Count, from + Block)];
            Norms(block, norms);
            for (var i = 0; i < block.Length; i++) scores[from + i] = part.Score(from + i, norms[i]);
        }
        return new(part.Numbers, scores, part.Count);
    }

    /// <summary>What the lengths of a block of ascending numbers decide of their scores.</summary>
    private void Norms(ReadOnlySpan<int> numbers, Span<float> norms)
    {
        Span<ushort> lengths = stackalloc ushort[Block];
        searched.Lengths(numbers, lengths);
        for (var i = 0; i < numbers.Length; i++) norms[i] = bm25.Norm(lengths[i]);
    }

    /// <summary>Moves to a number or the next higher one: a few single steps, as frequent words stand close, then doubling ones (Bentley and Yao 1976); true where the number itself stands there.</summary>
    private static bool Advance(ReadOnlySpan<int> numbers, ref int at, int number)
    {
        for (var near = Math.Min(numbers.Length, at + SingleSteps); at < near; at++)
        {
            if (numbers[at] >= number) return numbers[at] == number;
        }
        if (at >= numbers.Length) return false;
        var (low, step) = (at, 1);
        while (low + step < numbers.Length && numbers[low + step] < number)
        {
            low += step;
            step *= 2;
        }
        var found = numbers.Slice(low, Math.Min(step + 1, numbers.Length - low)).BinarySearch(number);
        at = low + (found < 0 ? ~found : found);
        return found >= 0;
    }

    private Part Union(Part one, Part other)
    {
        var (first, second) = (Scored(one), Scored(other));
        var found = new MatchList(searched.Arrays);
        var (i, j) = (0, 0);
        while (i < first.Count || j < second.Count)
        {
            var left = i < first.Count ? first.Numbers[i] : int.MaxValue;
            var right = j < second.Count ? second.Numbers[j] : int.MaxValue;
            var score = 0f;
            if (left <= right) score += first.Scores[i++];
            if (right <= left) score += second.Scores[j++];
            found.Add(Math.Min(left, right), score);
        }
        return new(found.ToMatches());
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
        Span<float> norms = stackalloc float[Block];
        var at = 0;
        for (var from = 0; from < matches.Count && at < part.Count; from += Block)
        {
            var block = matches.Found[from..Math.Min(matches.Count, from + Block)];
            Norms(block, norms);
            for (var i = 0; i < block.Length && at < part.Count; i++)
            {
                if (Advance(part.Found, ref at, block[i])) matches.Scores[from + i] += part.Score(at, norms[i]);
            }
        }
    }

    /// <summary>A part of the query and where it stands, with weights still to be scored or, where idf is not a number, scores.</summary>
    private readonly record struct Part(int[] Numbers, float[] Weights, int Count, float Idf)
    {
        public Part(Matches scored) : this(scored.Numbers, scored.Scores, scored.Count, float.NaN) { }

        public ReadOnlySpan<int> Found => Numbers.AsSpan(0, Count);

        public float Score(int i, float norm) => float.IsNaN(Idf) ? Weights[i] : Bm25.Score(Idf, Weights[i], norm);
    }
}
