namespace NewsMiner.Index.Search;

/// <summary>What a query found, in ascending order, each with its score.</summary>
/// <param name="Numbers">Numbers of articles or facts; only the first <paramref name="Count"/> count.</param>
/// <param name="Scores">The score of each.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Matches(int[] Numbers, float[] Scores, int Count)
{
    public static Matches None { get; } = new([], [], 0);

    public ReadOnlySpan<int> Found => Numbers.AsSpan(0, Count);
}

/// <summary>A list of matches that grows.</summary>
internal struct MatchList(MatchArrays arrays)
{
    private const int Smallest = 1024;

    private int[] numbers = arrays.Take<int>(Smallest);
    private float[] scores = arrays.Take<float>(Smallest);
    private int count;

    public void Add(int number, float score)
    {
        if (count == Math.Min(numbers.Length, scores.Length))
        {
            arrays.Enlarge(ref numbers, count * 2);
            arrays.Enlarge(ref scores, count * 2);
        }
        numbers[count] = number;
        scores[count++] = score;
    }

    public readonly Matches ToMatches() => new(numbers, scores, count);
}
