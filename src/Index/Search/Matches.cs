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
internal struct MatchList(int capacity)
{
    private int[] numbers = new int[capacity];
    private float[] scores = new float[capacity];
    private int count;

    public void Add(int number, float score)
    {
        if (count == numbers.Length)
        {
            Array.Resize(ref numbers, Math.Max(16, count * 2));
            Array.Resize(ref scores, numbers.Length);
        }
        numbers[count] = number;
        scores[count++] = score;
    }

    public readonly Matches ToMatches() => new(numbers, scores, count);
}
