using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>
/// Finds the verb a word is a form of, by taking off what <see cref="Conjugator"/> puts on: particle, «می» or «نمی», negation,
/// «ب», personal ending, the «ه» of the participle. Works on words without half-spaces in the house's letters.
/// </summary>
internal static class VerbAnalyzer
{
    private const int LongestForm = 40;

    private static readonly string[] PastEndings = ["", "م", "ی", "یم", "ید", "ند"];
    private static readonly string[] PerfectEndings = ["ه", "هام", "های", "هایم", "هاید", "هاند", "هاست"];
    private static readonly string[] PresentEndings = ["م", "ی", "د", "یم", "ید", "ند"];

    /// <summary>The endings that show a verb even without a prefix; «کارم» and «کاری» are nouns more often.</summary>
    private static readonly string[] BareEndings = ["د", "ند", "یم"];
    private static readonly string[] Objects = ["شان", "مان", "تان", "ش", "ت", "م"];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Pasts, Presents;
    private static readonly string[] Particles;

    static VerbAnalyzer()
    {
        var words = WordRepair.Words;
        // Of two verbs with one present stem («شو»: شد and شست) the more frequent one is meant.
        VerbStem[] stems = [.. VerbStems.All.Where(stem => !stem.Rare).OrderByDescending(stem => words.Find(stem.Past).Frequency)];
        var pasts = new Dictionary<string, string>(StringComparer.Ordinal);
        var presents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            pasts.TryAdd(stem.Past, stem.Past);
            if (stem.Present.Length > 0) presents.TryAdd(stem.Present, stem.Past);
        }
        Particles = [.. stems.Select(stem => stem.Prefix).Where(prefix => prefix.Length > 0).Distinct().OrderByDescending(prefix => prefix.Length)];
        Pasts = pasts.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Presents = presents.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The past stem behind a form with «می» or «نمی», with its particle before it; null for any other word.</summary>
    public static string? Imperfective(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestForm) return null;
        if (AfterMi(word) is { } plain) return plain;
        foreach (var particle in Particles)
        {
            if (word.StartsWith(particle) && AfterMi(word[particle.Length..]) is { } past) return particle + past;
        }
        return null;
    }

    /// <summary>The past stem behind a form without «می»; null where the letters are no such form.</summary>
    public static string? Perfective(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestForm) return null;
        if (Simple(word) is { } plain) return plain;
        // «بده», «نکن»
        if (word[0] is 'ب' or 'ن' && Presents.TryGetValue(word[1..], out var told)) return told;
        foreach (var particle in Particles)
        {
            if (word.Length > particle.Length + 1 && word.StartsWith(particle) && Simple(word[particle.Length..]) is { } past) return particle + past;
        }
        return null;
    }

    /// <summary>The past stem behind a participle, «کرده» or «برنگشته»; null for any other word.</summary>
    public static string? Participle(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] == 'ه' ? Perfective(word) : null;

    private static string? AfterMi(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("نمی")) word = word[3..];
        else if (word.StartsWith("می")) word = word[2..];
        else return null;
        if (Finite(word) is { } past) return past;
        foreach (var clitic in Objects)
        {
            if (word.Length > clitic.Length + 1 && word.EndsWith(clitic) && Finite(word[..^clitic.Length]) is { } host) return host;
        }
        return null;
    }

    private static string? Finite(ReadOnlySpan<char> word) => Past(word) ?? Present(word);

    private static string? Simple(ReadOnlySpan<char> word)
    {
        if (Past(word) is { } past) return past;
        if (word[0] is not ('ن' or 'ب')) return Present(word, bare: true);
        var rest = word[1..];
        if (word[0] == 'ن' && Past(rest) is { } negated) return negated;
        if (Present(rest) is { } mood) return mood;
        if (rest.Length > 2 && rest[0] == 'ی')
        {
            // «بیاید», «نیفتاد»: a ی parts the prefix from a long vowel, and takes the place of a short one.
            Span<char> opened = stackalloc char[LongestForm];
            opened[0] = rest[1] == 'ا' ? 'آ' : 'ا';
            rest = rest[1] == 'ا' ? rest[2..] : rest[1..];
            rest.CopyTo(opened[1..]);
            if (Opened(opened[..(rest.Length + 1)], word[0]) is { } found) return found;
        }
        return Present(word, bare: true);
    }

    private static string? Opened(ReadOnlySpan<char> stem, char prefix) => prefix == 'ن' && Past(stem) is { } past ? past : Present(stem);

    private static string? Past(ReadOnlySpan<char> word)
    {
        foreach (var ending in PastEndings)
        {
            if (word.EndsWith(ending) && Pasts.TryGetValue(word[..^ending.Length], out var stem)) return stem;
        }
        foreach (var ending in PerfectEndings)
        {
            if (word.EndsWith(ending) && Pasts.TryGetValue(word[..^ending.Length], out var stem)) return stem;
        }
        return null;
    }

    private static string? Present(ReadOnlySpan<char> word, bool bare = false)
    {
        foreach (var ending in bare ? BareEndings : PresentEndings)
        {
            if (word.Length < ending.Length + 1 || !word.EndsWith(ending)) continue;
            var stem = word[..^ending.Length];
            if (Presents.TryGetValue(stem, out var past)) return past;
            // The glide of «می‌آید» and «می‌گوید».
            if (stem.Length > 1 && stem[^1] == 'ی' && Presents.TryGetValue(stem[..^1], out var glided)) return glided;
        }
        return null;
    }
}
