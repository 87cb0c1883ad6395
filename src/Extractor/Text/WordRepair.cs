using System.Numerics;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>Where a word needs half-spaces and spaces: bit i stands for the place behind its letter i.</summary>
internal readonly record struct WordCuts(ulong HalfSpaces, ulong Spaces)
{
    /// <summary>True for letters that neither the lexicon nor morphology knows.</summary>
    public bool Unknown { get; init; }

    /// <summary>True where the word cannot be without its half-spaces.</summary>
    public bool Sure { get; init; }

    public bool Any => (HalfSpaces | Spaces) != 0;
}

/// <summary>Decides by lexicon and morphology which half-spaces a word has lost, and which two words are one.</summary>
internal static class WordRepair
{
    /// <summary>Longer runs of letters are no words and are left alone.</summary>
    public const int LongestWord = 40;

    /// <summary>A word of this frequency (binary logarithm) or more is sure enough to be parted from one it is glued to.</summary>
    private const int Common = 21;

    /// <summary>A word of this frequency or less may be a mistake that the counted texts held too.</summary>
    private const int Rare = 17;

    /// <summary>A word of this frequency or more is one that a text may well hold.</summary>
    private const int Known = 14;

    public static readonly WordTable Words = WordTable.ReadEmbedded();

    /// <summary>What a word without half-spaces lacks.</summary>
    /// <param name="word">Its letters.</param>
    /// <param name="repairs">Whether spellings that are right both ways are put right.</param>
    public static WordCuts Inside(ReadOnlySpan<char> word, WordRepairs repairs)
    {
        if (word.Length is < 3 or > LongestWord) return default;
        var entry = Words.Find(word);
        if (entry.Lost == LostHalfSpace.Certain || entry.Lost == LostHalfSpace.Variant && Allows(repairs, word, entry)) return new(Seen(word, entry.Mask), 0) { Sure = entry.Lost == LostHalfSpace.Certain && Seen(word, entry.Mask) != 0 };
        if (word.EndsWith("را") && Affixes.Demonstrative.Contains(word[..^2])) return new(0, 1UL << word.Length - 3);
        if (FutureEnd(word) is > 0 and var future) return new(0, 1UL << future - 1);
        if (entry.Frequency > 0) return default;
        if (Prefixed(word) is { Any: true } prefixed) return prefixed;
        if (BehindSilentHe(word, repairs) is { Any: true } parted) return parted;
        if (Ending(word, repairs) is { } ending) return ending;
        if (repairs == WordRepairs.All && Compound(word) is > 0 and var cut && !CharacterTable.EndsJoin(word[cut - 1])) return new(1UL << cut - 1, 0);
        return new(0, Glued(word)) { Unknown = !entry.Known };
    }

    /// <summary>
    /// The half-space of a word in «های» that stands where no genitive can, «نامه‌ای که», if it is a word in silent «ه» with «ای»
    /// no less than a plural; where it is only one of them, or neither, its letters decide.
    /// </summary>
    public static WordCuts InsideUnbound(ReadOnlySpan<char> word, WordRepairs repairs)
    {
        if (word.Length is > 5 and <= LongestWord && word.EndsWith("های") && Words.Find(word[..^2]) is { Frequency: >= Known } && Inside(word[..^2], repairs) is { Spaces: 0 } inner)
            return inner with { HalfSpaces = inner.HalfSpaces | 1UL << word.Length - 3, Sure = true };
        return Inside(word, repairs);
    }

    /// <summary>True where two words with one space between them are one.</summary>
    /// <param name="first">The letters of the first.</param>
    /// <param name="second">The letters of the second.</param>
    /// <param name="oneWord">How likely, of 31, a compound of the lexicon must be one word where a space stands in it.</param>
    /// <param name="halfSpace">True where a half-space belongs between them, false where nothing does.</param>
    public static bool Joins(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int oneWord, out bool halfSpace, out bool sure)
    {
        halfSpace = sure = false;
        if (first.Length + second.Length > LongestWord) return false;
        if (second is "ی") return halfSpace = first.Length > 2 && first[^1] == 'ه' && Words.Find(first).Known && !Affixes.Bare.Contains(first);
        if (first.Length < 2 || second.Length < 2 || !IsPersian(first[0])) return false;
        halfSpace = !CharacterTable.EndsJoin(first[^1]);
        if (Affixes.Possessive.Contains(second) && first.Length > 4 && first.EndsWith("های")) return sure = true;
        Span<char> both = stackalloc char[first.Length + second.Length];
        first.CopyTo(both);
        second.CopyTo(both[first.Length..]);
        var joined = Words.Find(both);
        // «شد های» would be taken for «شده‌ای»: what is glued must not read as another word.
        if (Affixes.Plural.Contains(second)) return !Affixes.Plural.Contains(first) && (!Affixes.Bare.Contains(first) || first is "این" or "آن") && (halfSpace || joined.Lost == LostHalfSpace.None);
        if (EndsInMi(first) && joined.Is(WordClasses.Verb) && (joined.Mask >> first.Length - 1 & 1) != 0) return sure = true;
        if (first is "می" or "نمی" || IsParticleWithMi(first)) return Words.Find(second).Is(WordClasses.AfterMi);
        var (left, right) = (Words.Find(first), Words.Find(second));
        if (first[^1] is 'ه' or 'ی' && first.Length > 2 && !Affixes.Bare.Contains(first) && left.Known)
        {
            if (first[^1] == 'ه' ? Affixes.AfterSilentHe.Contains(second) : Affixes.AfterYe.Contains(second)) return sure = true;
        }
        if (Affixes.Degree.Contains(second) && (TakesDegree(first, left) || second.StartsWith("ترین") && left.Known && !Affixes.Bare.Contains(first))) return sure = true;
        if (!joined.Known) return false;
        // Names of persons and titles, whose spelling news never settled: «روح الله», «نصر الدین».
        if (second is "الله" or "اللهی" or "الدین" or "الدینی") return (joined.Mask >> first.Length - 1 & 1) != 0;
        if (joined.Is(WordClasses.Verb) && first is "بر" or "در" or "باز" or "فرا" or "فرو" or "وا" && second.StartsWith("می") | second.StartsWith("نمی"))
        {
            halfSpace = false;
            return joined.Mask != 0;
        }
        sure = joined.OneWord >= 28;
        return !Affixes.Bare.Contains(first) && !Affixes.Bare.Contains(second) && !(Affixes.LetterNames.Contains(first) && Affixes.LetterNames.Contains(second)) && !Affixes.Alone.Contains(second) && !right.Is(WordClasses.Participle) && !(right.Is(WordClasses.AfterMi) && second[^1] is ('د' or 'ت')) && !(left.Is(WordClasses.Participle) && right.Is(WordClasses.Verb)) && (joined.Mask >> first.Length - 1 & 1) != 0 && joined.OneWord >= oneWord;
    }

    /// <summary>«بزرگتر» and «بیشترین» are mostly joined on purpose.</summary>
    private static bool Allows(WordRepairs repairs, ReadOnlySpan<char> word, WordEntry entry) =>
        repairs == WordRepairs.All || repairs == WordRepairs.Likely && !Affixes.Degree.Contains(word[(BitOperations.Log2(entry.Mask) + 1)..]);

    /// <summary>The half-spaces of a mask that are seen: behind a letter that joins the next.</summary>
    private static ulong Seen(ReadOnlySpan<char> word, ulong mask)
    {
        var seen = mask;
        for (var rest = mask; rest != 0; rest &= rest - 1)
        {
            var at = BitOperations.TrailingZeroCount(rest);
            if (CharacterTable.EndsJoin(word[at])) seen &= ~(1UL << at);
        }
        return seen;
    }

    /// <summary>A verb with a particle before it that the lexicon holds without: «فرومی‌چکید».</summary>
    private static WordCuts Prefixed(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Affixes.VerbPrefixes)
        {
            if (!word.StartsWith(prefix) || word.Length < prefix.Length + 4) continue;
            var verb = Words.Find(word[prefix.Length..]);
            if (verb.Is(WordClasses.Verb) && verb.Lost == LostHalfSpace.Certain) return new(Seen(word, (ulong)verb.Mask << prefix.Length), 0) { Sure = true };
        }
        return default;
    }

    /// <summary>«برمی», «فرونمی»: what a prefixed verb has before its stem.</summary>
    private static bool IsParticleWithMi(ReadOnlySpan<char> word)
    {
        if (!EndsInMi(word)) return false;
        foreach (var particle in Affixes.VerbPrefixes)
        {
            if (word.StartsWith(particle) && word[particle.Length..] is "می" or "نمی") return true;
        }
        return false;
    }

    private static bool EndsInMi(ReadOnlySpan<char> word) => word.EndsWith("می") && word.Length <= 7;

    /// <summary>The word as a known word with an ending; where two readings are possible («خانهای») the one with the more frequent word.</summary>
    private static WordCuts? Ending(ReadOnlySpan<char> word, WordRepairs repairs)
    {
        WordCuts? best = null;
        var bestWeight = 0;
        for (var length = Math.Min(Affixes.Longest, word.Length - 2); length >= 2; length--)
        {
            var left = word[..^length];
            var right = word[^length..];
            var vowel = right is "اند" && left.Length > 3 && !CharacterTable.EndsJoin(left[^1]) || left[^1] == 'ه' && Affixes.AfterSilentHe.Contains(right) || left[^1] == 'ی' && left.Length > 3 && Affixes.AfterYe.Contains(right);
            var entry = Words.Find(left);
            if (!vowel && !Affixes.Plural.Contains(right) && !(Affixes.Degree.Contains(right) && TakesDegree(left, entry))) continue;
            var inner = Inside(left, repairs);
            if (inner.Spaces != 0 || inner.HalfSpaces == 0 && entry.Frequency == 0) continue;
            var weight = Math.Max(1, entry.Frequency) + (right is "هات" or "هام" or "هاش" ? 1 : 8);
            if (weight <= bestWeight) continue;
            bestWeight = weight;
            best = !vowel && (repairs == WordRepairs.Sure || CharacterTable.EndsJoin(left[^1])) ? inner : inner with { HalfSpaces = inner.HalfSpaces | 1UL << left.Length - 1, Sure = inner.Sure || vowel };
        }
        return best;
    }

    /// <summary>«واقعهنگاران», «مؤلفههای»: no word is joined to a silent «ه», so that what stands behind it is a part by itself.</summary>
    private static WordCuts BehindSilentHe(ReadOnlySpan<char> word, WordRepairs repairs)
    {
        for (var length = word.Length - 2; length >= 4; length--)
        {
            if (word[length - 1] != 'ه' || word[length - 2] is 'ا' or 'و') continue;
            var right = word[length..];
            // «کتابهایشان» is no «کتابه» of «ایشان».
            if (Affixes.Plural.Contains(word[(length - 1)..])) continue;
            if (!(Affixes.Plural.Contains(right) || Affixes.Degree.Contains(right)) && !(right.Length > 3 && Words.Find(right).Frequency >= Known && Words.Find(word[..length]).Frequency >= Known)) continue;
            var (before, behind) = (Inside(word[..length], repairs), Inside(right, repairs));
            if ((before.Spaces | behind.Spaces) == 0) return new(before.HalfSpaces | 1UL << length - 1 | behind.HalfSpaces << length, 0) { Sure = true };
        }
        return default;
    }

    /// <summary>True for adjectives, those made with «ی» among them: «اصلی».</summary>
    private static bool TakesDegree(ReadOnlySpan<char> word, WordEntry entry) => entry.Is(WordClasses.Adjective) || word.Length > 3 && word[^1] == 'ی' && entry.Frequency > 0;

    /// <summary>The number of letters of the first part of a compound the lexicon does not hold itself; 0 where it is none.</summary>
    private static int Compound(ReadOnlySpan<char> word)
    {
        var (best, cut) = (6, 0);
        for (var length = 2; length <= word.Length - 2; length++)
        {
            var (left, right) = (Words.Find(word[..length]), Words.Find(word[length..]));
            if (Affixes.IsEnding(word[length..]) || left.AsFirst == 0 || right.AsSecond < 3 || word.Length < 5) continue;
            var score = left.AsFirst + right.AsSecond + Math.Min(length, word.Length - length) - 2;
            if (score > best) (best, cut) = (score, length);
        }
        return cut;
    }

    /// <summary>Two words that lost the space between them, one of them a small word that often does, the other a common one: «بایداز», «وتقویت».</summary>
    private static ulong Glued(ReadOnlySpan<char> word)
    {
        for (var length = 1; length < word.Length; length++)
        {
            if (!CharacterTable.EndsJoin(word[length - 1]) && !(length == word.Length - 1 && word[^1] == 'و')) continue;
            var left = word[..length];
            var right = word[length..];
            if (right.Length >= 4 && Affixes.GluedBefore.Contains(left) && IsCommon(right)
                || left.Length >= 4 && Affixes.GluedBehind.Contains(right) && IsCommon(left)) return 1UL << length - 1;
        }
        return 0;
    }

    /// <summary>The number of letters of an auxiliary glued to its verb, «خواهدشد»; 0 where there is none.</summary>
    private static int FutureEnd(ReadOnlySpan<char> word)
    {
        if (word.Length < 7 || word[0] is not ('خ' or 'ن')) return 0;
        for (var length = 5; length <= 7 && length < word.Length - 1; length++)
        {
            if (Affixes.Future.Contains(word[..length]) && Words.Find(word[length..]).Is(WordClasses.Verb)) return length;
        }
        return 0;
    }

    private static bool IsCommon(ReadOnlySpan<char> word)
    {
        var entry = Words.Find(word);
        return entry.Frequency >= Common || entry.Lost == LostHalfSpace.Certain && entry.Is(WordClasses.Verb);
    }

    /// <summary>True for «حضو ریافته»: a rare word before an unknown one, which are two common ones with the space one letter later.</summary>
    public static bool IsSpaceLate(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.Length is < 2 or >= LongestWord || second.Length < 4 || Words.Find(first).Frequency > Rare) return false;
        Span<char> longer = stackalloc char[first.Length + 1];
        first.CopyTo(longer);
        longer[^1] = second[0];
        return IsCommon(longer) && IsCommon(second[1..]);
    }

    private static bool IsPersian(char c) => c is >= '\u0621' and <= '\u06CC';
}
