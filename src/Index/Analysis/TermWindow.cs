namespace NewsMiner.Index.Analysis;

/// <summary>A spelling read ahead: its word, or its form where it is a number.</summary>
internal readonly record struct Spelling(Word? Word, string? Form, int Start, int End, bool IsBesideLast);

/// <summary>The next few spellings of a text.</summary>
internal ref struct TermWindow(ReadOnlySpan<char> text)
{
    private const int Capacity = 8;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Spelling[] spellings = new Spelling[Capacity];
    private TermScanner scanner = new(text);
    private int first;

    public int Count { get; private set; }

    public readonly Spelling this[int index] => spellings[(first + index) % Capacity];

    /// <summary>Reads ahead until the window holds so many, at most eight; returns how many it holds.</summary>
    public int Fill(int wanted)
    {
        while (Count < wanted && scanner.MoveNext())
        {
            var word = scanner.IsNumber ? null : WordBook.Of(text[scanner.Start..scanner.End]);
            if (word is { Key.Length: 0 }) continue;
            spellings[(first + Count++) % Capacity] = new(word, word is null ? scanner.Number() : null, scanner.Start, scanner.End, scanner.IsBesideLast);
        }
        return Count;
    }

    public void Drop(int count)
    {
        first = (first + count) % Capacity;
        Count -= count;
    }
}
