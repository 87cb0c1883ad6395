namespace NewsMiner.Extractor.Matching;

/// <summary>The first two letters of a set of keys: passes over most words of a text without hashing them. May say yes to a word that is not in the set, never no to one that is.</summary>
internal sealed class FirstLetters
{
    private const int Size = 4096;

    private readonly bool[] pairs = new bool[Size];

    /// <summary>Takes note of the keys.</summary>
    public FirstLetters(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            pairs[Place(key)] = true;
            // A text may part a key behind any letter.
            if (key.Length > 0) pairs[Place(key.AsSpan(0, 1))] = true;
        }
    }

    /// <summary>Whether a key that begins with these letters may be in the set.</summary>
    public bool MayBegin(ReadOnlySpan<char> letters) => pairs[Place(letters)];

    private static int Place(ReadOnlySpan<char> letters) => letters.Length switch
    {
        0 => 0,
        1 => letters[0] * 31 & Size - 1,
        _ => letters[0] * 31 + letters[1] * 127 & Size - 1,
    };
}
