using System.Globalization;

namespace NewsMiner.Index.Analysis;

/// <summary>What a character is where words are cut. From <see cref="HalfSpace"/> on it may stand within a word.</summary>
internal enum CharacterClass : byte
{
    /// <summary>A mark that parts words which therefore do not stand side by side.</summary>
    Break,

    /// <summary>A space, plain or fixed.</summary>
    Space,

    /// <summary>A digit of any script.</summary>
    Digit,

    /// <summary>The zero-width non-joiner: inside a word it is silent, between words it parts them as a space does.</summary>
    HalfSpace,

    /// <summary>A vowel sign, a kashida or a mark of direction: plays no part in a word.</summary>
    Silent,

    /// <summary>A letter.</summary>
    Letter,
}

/// <summary>The class of every UTF-16 unit, reckoned once.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Classes = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => Reckon((char)unit))];

    public static CharacterClass Of(char c) => Classes[c];

    private static CharacterClass Reckon(char c) => c switch
    {
        ' ' or '\u00a0' => CharacterClass.Space,
        '\u200c' => CharacterClass.HalfSpace,
        'ـ' or '\u200d' or '\u200b' or '\u200e' or '\u200f' or '\u00ad' => CharacterClass.Silent,
        _ when IsLetter(c) => CharacterClass.Letter,
        _ when char.IsDigit(c) => CharacterClass.Digit,
        _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => CharacterClass.Silent,
        _ => CharacterClass.Break,
    };

    private static bool IsLetter(char c) =>
        c is >= '\u0620' and <= '\u064a' or >= '\u066e' and <= '\u06d3' or '\u06d5' or >= 'a' and <= 'z' or >= 'A' and <= 'Z'
        || (c > '\u007f' && c is not (>= '\u0600' and <= '\u06ff') && char.IsLetter(c));
}
