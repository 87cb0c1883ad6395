using System.Globalization;

namespace NewsMiner.Index.Storage;

/// <summary>Where a page of a list ended: the sort value and the number of its last row. Stable while rows are added before it.</summary>
/// <param name="Question">A fingerprint of what was asked: a cursor goes on with its own list only.</param>
internal sealed record ListCursor(int Question, long Value, long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Question:x8}{Value:x16}{Number:x16}");

    /// <summary>Reads a cursor of a question; none is fine, a foreign one is not.</summary>
    public static bool TryRead(string? text, int question, out ListCursor? cursor)
    {
        cursor = null;
        if (text is null) return true;
        if (text.Length != 40 || !text.All(char.IsAsciiHexDigit) || (int)Hex(text.AsSpan(0, 8)) != question) return false;
        cursor = new(question, Hex(text.AsSpan(8, 16)), Hex(text.AsSpan(24, 16)));
        return true;
    }

    private static long Hex(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
