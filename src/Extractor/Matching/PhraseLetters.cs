using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Matching;

/// <summary>The letters of a table of phrases, and the number by which a word remembers how far it leads into them.</summary>
internal sealed class PhraseLetters
{
    /// <summary>How many tables there may be.</summary>
    public const int MostTables = 16;

    private static int tables;

    /// <summary>Makes the letters of one more table; tables live as long as the program.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="MostTables"/> already.</exception>
    public PhraseLetters(IReadOnlyCollection<KeyValuePair<string, int>> forms)
    {
        Letters = new(forms);
        Number = Interlocked.Increment(ref tables) - 1;
        if (Number >= MostTables) throw new InvalidOperationException($"more than {MostTables} tables of phrases");
    }

    /// <summary>The phrases as a tree.</summary>
    public WordTrie Letters { get; }

    /// <summary>0 for the first table made, and so on.</summary>
    public int Number { get; }
}
