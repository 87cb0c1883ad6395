using System.Numerics;

namespace NewsMiner.Extractor.Lexicons;

/// <summary>How sure the lexicon is that a word written without its half-spaces has lost them.</summary>
public enum LostHalfSpace
{
    /// <summary>It needs none.</summary>
    None,

    /// <summary>Both spellings are right: «کتابها»; put right only where a text writes no half-spaces at all.</summary>
    Variant,

    /// <summary>The joined spelling is no word of its own.</summary>
    Certain,
}

/// <summary>What a word can be.</summary>
[Flags]
public enum WordClasses
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>A noun.</summary>
    Noun = 1,

    /// <summary>An adjective.</summary>
    Adjective = 2,

    /// <summary>A form of a verb.</summary>
    Verb = 4,

    /// <summary>A preposition, pronoun, conjunction or another word of a closed class.</summary>
    Function = 8,

    /// <summary>The word that stands behind <c>می</c> in a form of a verb, such as <c>شود</c>.</summary>
    AfterMi = 16,

    /// <summary>A participle that takes <c>ام، ای، ایم، اید، اند</c>, such as <c>کرده</c>.</summary>
    Participle = 32,

    /// <summary>A given name, among other things.</summary>
    Name = 64,
}

/// <summary>What the lexicon knows of a word, packed into 64 bits.</summary>
public readonly record struct WordEntry(ulong Bits)
{
    /// <summary>An entry of its parts. The frequency is the binary logarithm of a count, 0 to 31; <paramref name="oneWord"/> runs from 0 to 31 too; half-spaces stand behind the letters counted by <paramref name="mask"/>.</summary>
    public WordEntry(int frequency, int oneWord, uint mask, LostHalfSpace lost, WordClasses classes, int asFirst, int asSecond)
        : this((ulong)(uint)frequency & 31 | ((ulong)(uint)oneWord & 31) << 5 | ((ulong)mask & 0xFFFFFFFF) << 10 | (ulong)lost << 42 | (ulong)classes << 44 | ((ulong)(uint)asFirst & 15) << 52 | ((ulong)(uint)asSecond & 15) << 56)
    {
    }

    private const ulong BeginsBit = 1UL << 60, EndsBit = 1UL << 61;

    /// <summary>True where the word is known as such, not only as a part of others.</summary>
    public bool Known => (Bits & ~(BeginsBit | EndsBit)) != 0;

    /// <summary>True where some word with a half-space has these letters before one.</summary>
    public bool Begins => (Bits & BeginsBit) != 0;

    /// <summary>True where some word with a half-space has these letters behind one.</summary>
    public bool Ends => (Bits & EndsBit) != 0;

    /// <summary>The same entry for letters that stand before (<paramref name="begins"/>) or behind (<paramref name="ends"/>) a half-space of some word.</summary>
    public WordEntry AsPart(bool begins, bool ends) => new(Bits | (begins ? BeginsBit : 0) | (ends ? EndsBit : 0));

    /// <summary>Binary logarithm of its count as one word without half-space; 0 where it is no such word.</summary>
    public int Frequency => (int)(Bits & 31);

    /// <summary>How likely its parts are one word where a space stands between them: 0 never, 31 always.</summary>
    public int OneWord => (int)(Bits >> 5 & 31);

    /// <summary>Bit i is set where a half-space stands behind the letter i (from 0) of the joined spelling.</summary>
    public uint Mask => (uint)(Bits >> 10);

    /// <summary>Whether the spelling without half-spaces has lost them.</summary>
    public LostHalfSpace Lost => (LostHalfSpace)(Bits >> 42 & 3);

    /// <summary>What it can be.</summary>
    public WordClasses Classes => (WordClasses)(Bits >> 44 & 255);

    /// <summary>What it adds to the odds of a compound as its first part, 1 to 15, 9 for nothing; 0 where nothing is known.</summary>
    public int AsFirst => (int)(Bits >> 52 & 15);

    /// <summary>What it adds to the odds of a compound as its second part, on the same scale.</summary>
    public int AsSecond => (int)(Bits >> 56 & 15);

    /// <summary>True where any of the classes applies.</summary>
    public bool Is(WordClasses classes) => (Classes & classes) != 0;

    /// <summary>The number a count is kept as: 1 for a single one, 31 at most.</summary>
    public static int Log(long count) => count <= 0 ? 0 : Math.Min(31, BitOperations.Log2((ulong)count) + 1);
}
