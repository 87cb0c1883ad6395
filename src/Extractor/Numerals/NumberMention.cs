namespace NewsMiner.Extractor.Numerals;

/// <summary>A number of a text, however written, with all its scales multiplied out.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Value">The number; in a range its lower end.</param>
/// <param name="Max">The upper end of a range, or null.</param>
/// <param name="Ordinal">True for «ششم», «چهل و ششمین».</param>
/// <param name="Rule">The name of the rule that read it.</param>
/// <param name="Suffix">What is written on to the last token after the number («نفرشان» has none; «۳۰میلیون» is split before), or null.</param>
public sealed record NumberMention(int FirstToken, int EndToken, decimal Value, decimal? Max, bool Ordinal, string Rule, string? Suffix = null);
