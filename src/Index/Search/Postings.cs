namespace NewsMiner.Index.Search;

/// <summary>Where a part of a query was found: numbers of articles or facts in ascending order, each with its weighted number of occurrences.</summary>
/// <param name="Numbers">Ascending, each once; only the first <paramref name="Count"/> count.</param>
/// <param name="Weights">Occurrences, each weighing as much as its field.</param>
/// <param name="Count">How many.</param>
internal sealed record Postings(int[] Numbers, float[] Weights, int Count)
{
    private readonly Room room = new(Count);

    public Postings(int[] numbers, float[] weights) : this(numbers, weights, numbers.Length) { }

    private Postings(int[] numbers, float[] weights, int count, Room room) : this(numbers, weights, count) => this.room = room;

    public static Postings Empty { get; } = new([], []);

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<int> Found => Numbers.AsSpan(0, Count);

    /// <summary>
    /// These and others whose numbers are all higher. Where there is room behind these, the others are written there and nothing is copied: who
    /// holds these does not look so far.
    /// </summary>
    public Postings Append(Postings later)
    {
        if (later.Count == 0) return this;
        lock (room)
        {
            if (room.Used == Count && Count + later.Count <= Numbers.Length)
            {
                Array.Copy(later.Numbers, 0, Numbers, Count, later.Count);
                Array.Copy(later.Weights, 0, Weights, Count, later.Count);
                room.Used += later.Count;
                return new(Numbers, Weights, room.Used, room);
            }
        }
        var count = Count + later.Count;
        var (numbers, weights) = (new int[count + (count / 8) + 16], new float[count + (count / 8) + 16]);
        Array.Copy(Numbers, numbers, Count);
        Array.Copy(Weights, weights, Count);
        return new Postings(numbers, weights, Count).Append(later);
    }

    /// <summary>Both as one: numbers of either, weights added.</summary>
    public static Postings Merge(Postings first, Postings second)
    {
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        if (first.Numbers[first.Count - 1] < second.Numbers[0]) return first.Append(second);
        var numbers = new int[first.Count + second.Count];
        var weights = new float[numbers.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < first.Count || j < second.Count)
        {
            var left = i < first.Count ? first.Numbers[i] : int.MaxValue;
            var right = j < second.Count ? second.Numbers[j] : int.MaxValue;
            numbers[count] = Math.Min(left, right);
            weights[count++] = (left <= right ? first.Weights[i] : 0) + (right <= left ? second.Weights[j] : 0);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        Array.Resize(ref numbers, count);
        Array.Resize(ref weights, count);
        return new(numbers, weights);
    }

    /// <summary>These without changed articles, which come in the order of their numbers.</summary>
    public Postings Without(ReadOnlySpan<Change> changed)
    {
        var gone = new List<int>();
        foreach (var (_, article) in changed)
        {
            if (Count > 0 && article <= Numbers[Count - 1] && Array.BinarySearch(Numbers, 0, Count, article) is var index && index >= 0) gone.Add(index);
        }
        if (gone.Count == 0) return this;
        var numbers = new int[Count - gone.Count];
        var weights = new float[numbers.Length];
        var from = 0;
        for (var i = 0; i <= gone.Count; i++)
        {
            var to = i < gone.Count ? gone[i] : Count;
            Array.Copy(Numbers, from, numbers, from - i, to - from);
            Array.Copy(Weights, from, weights, from - i, to - from);
            from = to + 1;
        }
        return new(numbers, weights);
    }

    /// <summary>How much of two arrays is taken, by all postings that share them.</summary>
    private sealed class Room(int used)
    {
        public int Used { get; set; } = used;
    }
}
