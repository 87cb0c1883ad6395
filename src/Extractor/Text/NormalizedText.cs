using System.Globalization;

namespace NewsMiner.Extractor.Text;

/// <summary>A text in the house's spelling, with the way back from each of its positions to the original.</summary>
public sealed class NormalizedText
{
    private readonly int[]? toOriginal;

    /// <summary>A text that needed no change.</summary>
    public NormalizedText(string original) : this(original, original, null) { }

    internal NormalizedText(string original, string text, int[]? toOriginal)
    {
        Original = original;
        Text = text;
        this.toOriginal = toOriginal;
    }

    /// <summary>The text as the source wrote it.</summary>
    public string Original { get; }

    /// <summary>The text in the house's spelling.</summary>
    public string Text { get; }

    /// <summary>The original position of the character that stands at <paramref name="position"/>, 0 to <c>Text.Length</c> inclusive.</summary>
    public int ToOriginal(int position) => toOriginal is null ? position : toOriginal[position];

    /// <summary>The original range that became <paramref name="span"/>, without trailing characters that were dropped after it.</summary>
    public TextSpan ToOriginal(TextSpan span) => span.Length == 0
        ? new(ToOriginal(span.Start), ToOriginal(span.Start))
        : new(ToOriginal(span.Start), EndInOriginal(span.End));

    /// <summary>The first normalised position that came from <paramref name="position"/> of the original or from behind it.</summary>
    public int FromOriginal(int position)
    {
        if (toOriginal is null) return position;
        var found = Array.BinarySearch(toOriginal, position);
        if (found < 0) return ~found;
        while (found > 0 && toOriginal[found - 1] == position) found--;
        return found;
    }

    /// <summary>This text normalised once more, with the way back to this one's original.</summary>
    internal NormalizedText Then(NormalizedText next)
    {
        if (next.toOriginal is null) return this;
        if (toOriginal is null) return next;
        return new(Original, next.Text, Array.ConvertAll(next.toOriginal, position => toOriginal[position]));
    }

    private int EndInOriginal(int end)
    {
        if (toOriginal is null) return end;
        // The last kept character ends one unit after its own origin, whatever was dropped or inserted behind it, save vowel marks, which are part of their letter.
        var at = toOriginal[end - 1] + 1;
        while (at < toOriginal[end] && CharUnicodeInfo.GetUnicodeCategory(Original[at]) == UnicodeCategory.NonSpacingMark) at++;
        return at;
    }
}
