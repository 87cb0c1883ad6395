using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>The letters of a word, without half-spaces, and what is known of them.</summary>
internal readonly ref struct KnownWord(ReadOnlySpan<char> letters, WordEntry entry, AffixKinds affix)
{
    public ReadOnlySpan<char> Letters { get; } = letters;

    public WordEntry Entry { get; } = entry;

    public AffixKinds Affix { get; } = affix;

    /// <summary>Looks the letters up, once for both tables.</summary>
    public static KnownWord Of(ReadOnlySpan<char> letters)
    {
        var hash = WordTable.Hash(letters);
        return new(letters, WordRepair.Words.Find(hash), Affixes.Of(hash));
    }

    /// <summary>True where any of the kinds applies.</summary>
    public bool Is(AffixKinds kinds) => (Affix & kinds) != 0;
}
