using System.Runtime.CompilerServices;

namespace NewsMiner.Index.Analysis;

/// <summary>A spelling read ahead.</summary>
internal readonly record struct Spelling(Word Word, int Start, int End, bool IsBesideLast);

/// <summary>The next few spellings of a text.</summary>
internal ref struct TermWindow(ReadOnlySpan<char> text)
{
    /// <summary>Spellings looked up together.</summary>
    private const int Ahead = 8;

    private const int Capacity = 2 * Ahead;

    private readonly ReadOnlySpan<char> text = text;
    private TermScanner scanner = new(text);
    private Spellings spellings;
    private int first;

    public int Count { get; private set; }

    public readonly Spelling this[int index] => spellings[(first + index) % Capacity];

    /// <summary>Reads ahead until the window holds so many, at most eight; whether it does.</summary>
    public bool Holds(int wanted)
    {
        while (Count < wanted)
        {
            if (!Read()) return false;
        }
        return true;
    }

    public void Drop(int count)
    {
        first = (first + count) % Capacity;
        Count -= count;
    }

    /// <summary>
    /// Most words of a text lie anywhere in memory but near. Read one after the other each would be waited for; the first of these loops asks
    /// for several at once.
    /// </summary>
    private bool Read()
    {
        Span<(int Start, int End, uint Hash, bool IsBesideLast)> places = stackalloc (int, int, uint, bool)[Ahead];
        var likely = new Guesses();
        var read = 0;
        for (; read < Ahead && scanner.MoveNext(); read++)
        {
            places[read] = (scanner.Start, scanner.End, scanner.Hash, scanner.IsBesideLast);
            likely[read] = WordBook.Likely(scanner.Hash);
        }
        for (var i = 0; i < read; i++)
        {
            var (start, end, hash, isBesideLast) = places[i];
            var word = WordBook.Of(text[start..end], hash, likely[i]);
            if (word.Key.Length > 0) spellings[(first + Count++) % Capacity] = new(word, start, end, isBesideLast);
        }
        return read > 0;
    }

    [InlineArray(Capacity)]
    private struct Spellings
    {
        private Spelling spelling;
    }

    [InlineArray(Ahead)]
    private struct Guesses
    {
        private Word? guess;
    }
}
