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

/// <summary>How two words become one.</summary>
/// <param name="HalfSpace">True where a half-space belongs between them, false where nothing does.</param>
/// <param name="Sure">True where the space cannot be right.</param>
internal readonly record struct WordJoint(bool HalfSpace, bool Sure);

/// <summary>Decides by lexicon and morphology which half-spaces a word has lost, and which two words are one.</summary>
internal static class WordRepair
{
    /// <summary>Longer runs of letters are no words and are left alone.</summary>
    public const int LongestWord = 40;

    /// <summary>A word of this frequency (binary logarithm) or more is sure enough to be parted from one it is glued to.</summary>
    private const int Common = 21;

    /// <summary>A word of this frequency or less may be a mistake that the counted texts held too.</summary>
    private const int Rare = 17;

    /// <summary>The likelihood (of 31) from which on two words are one in every text.</summary>
    private const int AlwaysOneWord = 28;

    /// <summary>The likelihood (of 31) from which on two words are one though the second may be a verb: «رسول زاده», «بسته بندی».</summary>
    private const int LikelyOneWord = 16;

    /// <summary>The sum of what two parts add, 18 for even odds, from which on an unknown word is a compound of them.</summary>
    private const int LikelyCompound = 19;

    /// <summary>The least that the second part of such a compound adds.</summary>
    private const int LikelySecond = 9;

    /// <summary>A word of this frequency or more is one that a text may well hold.</summary>
    private const int Known = 14;

    /// <summary>A word that is so many doublings rarer than another of the same letters is not meant: «معیاره» beside «معیار».</summary>
    private const int MuchRarer = 7;

    /// <summary>Endings that are joined to a noun and leave it what it is.</summary>
    private static readonly string[] NounEndings = ["ی", "ان", "انی", "ش", "شان", "مان"];

    public static readonly WordTable Words = WordTable.ReadEmbedded();

    /// <summary>What a word without half-spaces lacks.</summary>
    /// <param name="word">Its letters.</param>
    /// <param name="repairs">Whether spellings that are right both ways are put right.</param>
    public static WordCuts Inside(ReadOnlySpan<char> word, WordRepairs repairs) => word.Length is < 3 or > LongestWord ? default : Inside(word, Words.Find(word), repairs);

    /// <summary>The same, with what the table of words says of the word.</summary>
    public static WordCuts Inside(ReadOnlySpan<char> word, WordEntry entry, WordRepairs repairs)
    {
        if (word.Length is < 3 or > LongestWord) return default;
        if (entry.Lost == LostHalfSpace.Certain) return new(Seen(word, entry.Mask), 0) { Sure = Seen(word, entry.Mask) != 0 };
        if (entry.Lost == LostHalfSpace.Variant && (repairs == WordRepairs.All || repairs == WordRepairs.Likely && IsLikelyLost(word, entry))) return new(Seen(word, entry.Mask), 0);
        if (word.EndsWith("را") && Affixes.Is(word[..^2], AffixKinds.Demonstrative)) return new(0, 1UL << word.Length - 3);
        if (FutureEnd(word) is > 0 and var future) return new(0, 1UL << future - 1);
        if (entry.Frequency > 0) return default;
        if (Prefixed(word) is { Any: true } prefixed) return prefixed;
        if (BehindSilentHe(word, repairs) is { Any: true } parted) return parted;
        if (Ending(word, repairs) is { } ending) return ending;
        if (Descent(word) is not 0 and var descent) return new(descent, 0) { Sure = true };
        if (repairs == WordRepairs.All && Compound(word) is > 0 and var cut && !CharacterTable.EndsJoin(word[cut - 1])) return new(1UL << cut - 1, 0);
        return new(0, Glued(word)) { Unknown = !entry.Known };
    }

    /// <summary>
    /// The half-space of a word in «های» that stands where no genitive can, «نامه‌ای که», if it is a word in silent «ه» with «ای»
    /// no less than a plural; where it is only one of them, or neither, its letters decide.
    /// </summary>
    public static WordCuts InsideUnbound(ReadOnlySpan<char> word, WordRepairs repairs)
    {
        if (word.Length is > 5 and <= LongestWord && word.EndsWith("های") && Words.Find(word[..^2]).Frequency is >= Known and var silent && silent + MuchRarer > Words.Find(word[..^3]).Frequency && Inside(word[..^2], repairs) is { Spaces: 0 } inner)
            return inner with { HalfSpaces = inner.HalfSpaces | 1UL << word.Length - 3, Sure = true };
        return Inside(word, repairs);
    }

    /// <summary>How two words with one space between them are one; <c>null</c> where they are two.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="second">The second word.</param>
    /// <param name="oneWord">How likely, of 31, a compound of the lexicon must be one word where a space stands in it.</param>
    public static WordJoint? Joins(KnownWord first, KnownWord second, int oneWord)
    {
        var left = first.Letters;
        var right = second.Letters;
        if (left.Length + right.Length > LongestWord) return null;
        if (right is "ی") return left.Length > 2 && left[^1] == 'ه' && first.Entry.Known && !first.Is(AffixKinds.Bare) ? new(HalfSpace: true, Sure: false) : null;
        if (left.Length < 2 || right.Length < 2 || !IsPersian(left[0])) return null;
        var halfSpace = !CharacterTable.EndsJoin(left[^1]);
        if (second.Is(AffixKinds.Possessive) && left.Length > 4 && left.EndsWith("های")) return new(halfSpace, Sure: true);
        if (second.Is(AffixKinds.Plural)) return TakesPlural(first) && (halfSpace || Glue(left, right).Lost == LostHalfSpace.None) ? new(halfSpace, Sure: false) : null;
        if (EndsInMi(left))
        {
            if (Whole(first, second).Is(WordClasses.Verb)) return new(halfSpace, Sure: true);
            if (left is "می" or "نمی" || IsParticleWithMi(left)) return second.Entry.Is(WordClasses.AfterMi) || IsRareVerb(second) ? new(halfSpace, Sure: false) : null;
        }
        if (second.Is(AffixKinds.Vowel | AffixKinds.Ye | AffixKinds.Degree) && TakesEnding(first, second)) return new(halfSpace, Sure: true);
        if (right is "اند" && left.Length > 2 && !first.Is(AffixKinds.Bare) && (left[^1] == 'ه' || IsNominal(first))) return new(halfSpace, Sure: false);
        // Names of persons and titles, whose spelling news never settled: «روح الله», «نصر الدین».
        if (right is "الله" or "اللهی" or "الدین" or "الدینی" || right is "السلام" && oneWord < AlwaysOneWord) return Whole(first, second).Known ? new(halfSpace, Sure: false) : null;
        if (left is "بر" or "در" or "باز" or "فرا" or "فرو" or "وا" && (right.StartsWith("می") || right.StartsWith("نمی")) && Glue(left, right) is { Mask: not 0 } verb && verb.Is(WordClasses.Verb))
            return new(HalfSpace: false, Sure: false);
        if (second.Is(AffixKinds.Agent) && IsNominal(first)) return new(halfSpace, Sure: false);
        if (!MayCompound(first, second, oneWord)) return null;
        if (first.Is(AffixKinds.Prefix) && oneWord < AlwaysOneWord && right.Length > 2 && second.Entry.Frequency >= Known) return new(halfSpace, Sure: false);
        return Compound(first, second, oneWord) is { Known: true } whole && whole.OneWord >= oneWord ? new(halfSpace, Sure: whole.OneWord >= AlwaysOneWord) : null;
    }

    /// <summary>True for a noun or an adjective that may stand before the second part of a compound.</summary>
    public static bool IsNominal(KnownWord word) => word.Entry.Is(WordClasses.Noun | WordClasses.Adjective) && !word.Entry.Is(WordClasses.Function) && !word.Is(AffixKinds.Bare);

    /// <summary>The compound of two words, the second with or, where spaces are in doubt, without an ending of nouns: «سیاست گذاران».</summary>
    private static WordEntry Compound(KnownWord first, KnownWord second, int oneWord)
    {
        if (!first.Entry.Begins) return default;
        if (Whole(first, second) is { Known: true } whole) return whole;
        if (oneWord > HalfSpaceHabit.SpacedOneWord) return default;
        var right = second.Letters;
        foreach (var ending in NounEndings)
        {
            if (right.Length > ending.Length + 2 && right.EndsWith(ending) && Whole(first, KnownWord.Of(right[..^ending.Length])) is { Known: true } bare) return bare;
        }
        return default;
    }

    /// <summary>«شد های» would be taken for «شده‌ای»: what is glued must not read as another word.</summary>
    private static WordEntry Glue(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<char> both = stackalloc char[LongestWord];
        left.CopyTo(both);
        right.CopyTo(both[left.Length..]);
        return Words.Find(both[..(left.Length + right.Length)]);
    }

    /// <summary>The word that the lexicon writes with a half-space between these two; nothing where it has none.</summary>
    private static WordEntry Whole(KnownWord first, KnownWord second) =>
        first.Entry.Begins && second.Entry.Ends && Glue(first.Letters, second.Letters) is var whole && (whole.Mask >> first.Letters.Length - 1 & 1) != 0 ? whole : default;

    private static bool TakesPlural(KnownWord word) => !word.Is(AffixKinds.Plural) && (!word.Is(AffixKinds.Bare) || word.Letters is "این" or "آن");

    private static bool TakesEnding(KnownWord word, KnownWord ending)
    {
        var known = word.Entry.Known && !word.Is(AffixKinds.Bare);
        if (known && word.Letters.Length > 2 && ending.Is(word.Letters[^1] switch { 'ه' => AffixKinds.Vowel, 'ی' => AffixKinds.Ye, _ => AffixKinds.None })) return true;
        return ending.Is(AffixKinds.Degree) && (TakesDegree(word.Letters, word.Entry) || known && ending.Letters.StartsWith("ترین"));
    }

    private static bool MayCompound(KnownWord first, KnownWord second, int oneWord) =>
        !first.Is(AffixKinds.Bare) && !second.Is(AffixKinds.Bare | AffixKinds.Alone) && !(first.Is(AffixKinds.Letters) && second.Is(AffixKinds.Letters) && oneWord > HalfSpaceHabit.SpacedOneWord)
        && !(second.Entry.Is(WordClasses.AfterMi) && second.Letters[^1] is 'د' or 'ت')
        && (!MayBeVerb(first, second) || oneWord < AlwaysOneWord && !second.Is(AffixKinds.Passive) && second.Entry.Mask == 0 && Whole(first, second).OneWord >= LikelyOneWord);

    /// <summary>True where the second word may be a part of a verb, with the first or without.</summary>
    private static bool MayBeVerb(KnownWord first, KnownWord second) =>
        second.Entry.Is(WordClasses.Participle) || first.Entry.Is(WordClasses.Participle) && second.Entry.Is(WordClasses.Verb);

    /// <summary>How much a word that is right as it stands tells of a text that has lost its half-spaces: «کتابها» more than «موضعگیری».</summary>
    public static int SignOfLoss(ReadOnlySpan<char> word, WordEntry entry) =>
        IsLikelyLost(word, entry) ? 2 : IsVariant(entry) && Seen(word, entry.Mask) != 0 ? 1 : 0;

    /// <summary>True for «کتابها»: right as it stands, but seldom joined on purpose, unlike «بزرگتر», «موضعگیری» and «آنها».</summary>
    private static bool IsLikelyLost(ReadOnlySpan<char> word, WordEntry entry) =>
        IsVariant(entry) && BitOperations.Log2(entry.Mask) is var last && !CharacterTable.EndsJoin(word[last]) && Affixes.Is(word[(last + 1)..], AffixKinds.Plural | AffixKinds.Vowel);

    /// <summary>True for a word that is written with a half-space or without; «آنها» tells nothing of a text.</summary>
    private static bool IsVariant(WordEntry entry) => entry.Lost == LostHalfSpace.Variant && !entry.Is(WordClasses.Function);

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

    /// <summary>True for a word of no list that ends like a verb: «می فشانید».</summary>
    private static bool IsRareVerb(KnownWord word) => word.Letters.Length > 3 && word.Entry is { Frequency: 0, Classes: 0 } && word.Letters[^1] is 'د' or 'م';

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
            var kinds = Affixes.Of(right);
            if ((kinds & (AffixKinds.Plural | AffixKinds.Degree | AffixKinds.Vowel | AffixKinds.Ye)) == 0) continue;
            var vowel = right is "اند" && left.Length > 3 && !CharacterTable.EndsJoin(left[^1])
                || (kinds & (left[^1] switch { 'ه' => AffixKinds.Vowel, 'ی' when left.Length > 3 => AffixKinds.Ye, _ => AffixKinds.None })) != 0;
            if (!vowel && (kinds & (AffixKinds.Plural | AffixKinds.Degree)) == 0) continue;
            var entry = Words.Find(left);
            // «عنها» and «منها» are Arabic.
            if (left.Length == 2 && !entry.Is(WordClasses.Noun)) continue;
            if (!vowel && (kinds & AffixKinds.Plural) == 0 && !TakesDegree(left, entry)) continue;
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
            if (Affixes.Is(word[(length - 1)..], AffixKinds.Plural)) continue;
            if (!(Affixes.Is(right, AffixKinds.Plural) || Affixes.Is(right, AffixKinds.Degree)) && !(right.Length > 3 && Words.Find(right).Frequency >= Known && Words.Find(word[..length]).Frequency >= Known)) continue;
            var (before, behind) = (Inside(word[..length], repairs), Inside(right, repairs));
            if ((before.Spaces | behind.Spaces) == 0) return new(before.HalfSpaces | 1UL << length - 1 | behind.HalfSpaces << length, 0) { Sure = true };
        }
        return default;
    }

    /// <summary>The half-spaces of two names that «بن» makes one of: «حسین‌بن‌علی».</summary>
    private static ulong Descent(ReadOnlySpan<char> word)
    {
        if (word.Length < 7 || word[2..^2].IndexOf("بن") is not (>= 0 and var at)) return 0;
        return Words.Find(word[..(at + 2)]).Is(WordClasses.Name) && Words.Find(word[(at + 4)..]).Is(WordClasses.Name) ? Seen(word, 1UL << at + 1 | 1UL << at + 3) : 0;
    }

    /// <summary>True for adjectives, those made with «ی» among them: «اصلی».</summary>
    private static bool TakesDegree(ReadOnlySpan<char> word, WordEntry entry) => entry.Is(WordClasses.Adjective) || word.Length > 3 && word[^1] == 'ی' && entry.Frequency > 0;

    /// <summary>The number of letters of the first part of a compound the lexicon does not hold itself; 0 where it is none.</summary>
    private static int Compound(ReadOnlySpan<char> word)
    {
        var (best, cut) = (LikelyCompound - 1, 0);
        if (word.Length < 5) return 0;
        for (var length = 2; length <= word.Length - 2; length++)
        {
            var left = Words.Find(word[..length]);
            if (left.AsFirst == 0 || CharacterTable.EndsJoin(word[length - 1]) || Affixes.IsEnding(word[length..]) || Words.Find(word[length..]) is not { AsSecond: >= LikelySecond } right || (right.Classes & ~WordClasses.Name) == WordClasses.Verb) continue;
            var score = left.AsFirst + right.AsSecond;
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
            if (right.Length >= 4 && Affixes.Is(left, AffixKinds.Before) && IsCommon(right)
                || left.Length >= 4 && Affixes.Is(right, AffixKinds.Behind) && IsCommon(left)) return 1UL << length - 1;
        }
        return 0;
    }

    /// <summary>The number of letters of an auxiliary glued to its verb, «خواهدشد»; 0 where there is none.</summary>
    private static int FutureEnd(ReadOnlySpan<char> word)
    {
        if (word.Length < 7 || word[0] is not ('خ' or 'ن')) return 0;
        for (var length = 5; length <= 7 && length < word.Length - 1; length++)
        {
            if (Affixes.Is(word[..length], AffixKinds.Future) && Words.Find(word[length..]).Is(WordClasses.Verb)) return length;
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
