using System.Buffers;

namespace NewsMiner.Extractor.Text;

/// <summary>A growing text that knows of each of its characters where in the original it comes from; its buffers are pooled.</summary>
internal sealed class MappedText(int capacity) : IDisposable
{
    private char[] characters = ArrayPool<char>.Shared.Rent(capacity + 16);
    private int[] origins = ArrayPool<int>.Shared.Rent(capacity + 16);

    public int Length { get; private set; }

    public char this[int position] => characters[position];

    /// <summary>The last character, '\n' where there is none.</summary>
    public char Last => Length == 0 ? '\n' : characters[Length - 1];

    public ReadOnlySpan<char> Span(int start, int end) => characters.AsSpan(start, end - start);

    /// <summary>The characters of a range, to be changed in place.</summary>
    public Span<char> Letters(int start, int end) => characters.AsSpan(start, end - start);

    public int Origin(int position) => origins[position];

    public void Append(char c, int origin)
    {
        if (Length == characters.Length || Length == origins.Length) Grow();
        characters[Length] = c;
        origins[Length++] = origin;
    }

    public void Append(ReadOnlySpan<char> text, int origin)
    {
        foreach (var c in text) Append(c, origin);
    }

    /// <summary>Appends characters that stand in the original as they are, from <paramref name="origin"/> on.</summary>
    public void AppendRun(ReadOnlySpan<char> run, int origin)
    {
        while (Length + run.Length > characters.Length || Length + run.Length > origins.Length) Grow();
        run.CopyTo(characters.AsSpan(Length));
        foreach (ref var place in origins.AsSpan(Length, run.Length)) place = origin++;
        Length += run.Length;
    }

    public void Set(int position, char c) => characters[position] = c;

    /// <summary>Changes the places of the character at <paramref name="position"/> and the next, whose origins stay in order.</summary>
    public void Swap(int position) => (characters[position], characters[position + 1]) = (characters[position + 1], characters[position]);

    /// <summary>Puts a character before the one at <paramref name="position"/>, with the same origin as that one.</summary>
    public void Insert(int position, char c)
    {
        var origin = origins[position];
        Append('\0', origin);
        characters.AsSpan(position, Length - 1 - position).CopyTo(characters.AsSpan(position + 1));
        origins.AsSpan(position, Length - 1 - position).CopyTo(origins.AsSpan(position + 1));
        (characters[position], origins[position]) = (c, origin);
    }

    public void Remove(int position)
    {
        characters.AsSpan(position + 1, Length - position - 1).CopyTo(characters.AsSpan(position));
        origins.AsSpan(position + 1, Length - position - 1).CopyTo(origins.AsSpan(position));
        Length--;
    }

    public NormalizedText ToNormalized(string original)
    {
        if (Span(0, Length).SequenceEqual(original)) return new(original);
        var map = new int[Length + 1];
        origins.AsSpan(0, Length).CopyTo(map);
        map[Length] = original.Length;
        return new(original, new string(characters, 0, Length), map);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<int>.Shared.Return(origins);
    }

    private void Grow()
    {
        var (oldCharacters, oldOrigins) = (characters, origins);
        characters = ArrayPool<char>.Shared.Rent(Length * 2);
        origins = ArrayPool<int>.Shared.Rent(Length * 2);
        oldCharacters.AsSpan(0, Length).CopyTo(characters);
        oldOrigins.AsSpan(0, Length).CopyTo(origins);
        ArrayPool<char>.Shared.Return(oldCharacters);
        ArrayPool<int>.Shared.Return(oldOrigins);
    }
}
