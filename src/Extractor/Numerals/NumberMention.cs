using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>Whether words that name a number name it exactly.</summary>
public enum NumberKind
{
    /// <summary>A definite number: <c>۲۳</c>, <c>دو و نیم</c>, <c>ششم</c>.</summary>
    Exact,

    /// <summary>A part of a whole: یک‌سوم, نیم.</summary>
    Fraction,

    /// <summary>No definite number: ده‌ها, چند هزار, بیست و اندی. <see cref="NumberMention.Value"/> is its order of magnitude.</summary>
    Vague,
}

/// <summary>A number of a text, however written, with all its scales multiplied out.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Value">The number; in a range its lower end.</param>
/// <param name="Max">The upper end of a range, or null.</param>
/// <param name="Ordinal">True for «ششم», «چهل و ششمین».</param>
/// <param name="Rule">The name of the rule that read it.</param>
/// <param name="Suffix">What is written on to the last token after the number: «متری» in «سی‌متری», «ساله» in «سه‌ساله»; or null.</param>
/// <param name="Kind">Whether the number is exact. Fractions and vague numbers are no figures.</param>
public sealed record NumberMention(
    int FirstToken, int EndToken, decimal Value, decimal? Max, bool Ordinal, string Rule, string? Suffix = null, NumberKind Kind = NumberKind.Exact)
{
    /// <summary>In a range, the first token of its upper end; otherwise <see cref="FirstToken"/>.</summary>
    public int MaxToken { get; init; } = FirstToken;

    /// <summary>The lower end as it stands alone, before it took its scale from the upper end (5 in «۵ تا ۷ هزار»).</summary>
    public decimal Written { get; init; } = Value;

    /// <summary>In a range, the index after the last token of its lower end; otherwise <see cref="EndToken"/>.</summary>
    public int LowEndToken { get; init; } = EndToken;

    /// <summary>Where the number, in a range its lower end, stands in the original text, without <see cref="Suffix"/>: «سی» of «سی‌متری».</summary>
    public TextSpan NumeralSpan(TokenizedText text) => WithoutSuffix(text, FirstToken, LowEndToken, Max is null ? Suffix : null);

    /// <summary>Where the upper end of a range stands in the original text, without <see cref="Suffix"/>.</summary>
    public TextSpan MaxSpan(TokenizedText text) => WithoutSuffix(text, MaxToken, EndToken, Suffix);

    private static TextSpan WithoutSuffix(TokenizedText text, int first, int end, string? suffix)
    {
        ArgumentNullException.ThrowIfNull(text);
        var last = text.Tokens[end - 1];
        var kept = last.Form.Length;
        for (var left = suffix?.Length ?? 0; left > 0 && kept > 1; kept--)
        {
            if (Fold.Character(last.Form[kept - 1]) != '\0') left--;
        }
        while (kept > 1 && Fold.Character(last.Form[kept - 1]) == '\0') kept--;
        return text.Normalized.ToOriginal(new TextSpan(text.Tokens[first].Span.Start, last.Span.Start + kept));
    }
}
