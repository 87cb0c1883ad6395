using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>
/// The endings of nouns and adjectives (<c>lemma-endings.tsv</c>): plural, comparative, «ی» of indefiniteness and of the ezafe,
/// possessive and copula clitics. An ending behind a half-space is one for certain; a joined one goes only from a word no
/// dictionary lists, and only where one lists the rest.
/// </summary>
internal static class NominalEnding
{
    private const int Deepest = 3;

    /// <summary>The frequency from which on a word counts as known though no dictionary lists it.</summary>
    private const int Common = 15;

    /// <summary>How much rarer, in powers of two, a word may be than its form with an ending.</summary>
    private const int Rarer = 2;

    private static readonly Ending[] Endings = [.. LanguageTable.Read("Text/Morphology/lemma-endings.tsv")
        .Select(row => new Ending(row[0], row.Name<Rest>(1), row[2])).OrderByDescending(ending => ending.Letters.Length)];

    private static readonly Ending[][] ByLastLetter = Index();

    private enum Rest
    {
        /// <summary>Any known word, not much rarer than with the ending, and no name.</summary>
        Word,

        /// <summary>A known word that ends in «ه».</summary>
        Heh,

        /// <summary>A known word that ends in «ا» or «و».</summary>
        Vowel,

        /// <summary>An adjective, or a plural without an ending of its own.</summary>
        Quality,

        /// <summary>An adjective where the ending is joined; behind a half-space whatever its letters.</summary>
        Degree,

        /// <summary>Whatever its letters behind a half-space; joined, any known word.</summary>
        Any,
    }

    private readonly record struct Ending(string Letters, Rest Rest, string Instead);

    /// <summary>True where a half-space parts an ending that is never a word's own.</summary>
    public static bool IsSure(ReadOnlySpan<char> form)
    {
        var cut = form.LastIndexOf(CharacterTable.HalfSpace);
        if (cut < 2 || cut == form.Length - 1) return false;
        var last = form[(cut + 1)..];
        foreach (var ending in ByLastLetter[last[^1] & 0xFF])
        {
            if (last.SequenceEqual(ending.Letters)) return ending.Rest is Rest.Any or Rest.Degree || ending.Rest == Rest.Heh && form[cut - 1] == 'ه' && !VerbEnding(last);
        }
        return false;
    }

    /// <summary>The word without its endings; null where it has none.</summary>
    public static string? Strip(string form, bool listed)
    {
        var word = Strip(form, listed, 0);
        return word == form ? null : word;
    }

    private static string Strip(string form, bool listed, int depth)
    {
        if (depth == Deepest || form.Length < 3) return form;
        // A rest that a dictionary lists goes before one that is only known: «انتهای» is «انتها» and no plural of «انت».
        if ((RestOf(form, listed, sure: true) ?? RestOf(form, listed, sure: false)) is not { } rest) return form;
        return WordLemma.InTables(rest) ?? Strip(rest, WordLemma.Find(rest).Is(WordLemma.Listed), depth + 1);
    }

    private static string? RestOf(string form, bool listed, bool sure)
    {
        foreach (var ending in ByLastLetter[form[^1] & 0xFF])
        {
            if (!form.EndsWith(ending.Letters, StringComparison.Ordinal)) continue;
            var length = form.Length - ending.Letters.Length;
            var parted = length > 2 && form[length - 1] == CharacterTable.HalfSpace;
            if (parted) length--;
            if (length < 2 || listed && !(parted && ending.Rest is Rest.Any or Rest.Degree)) continue;
            var rest = ending.Instead.Length == 0 ? form[..length] : string.Concat(form.AsSpan(0, length), ending.Instead);
            if (parted ? GoesAfterHalfSpace(ending, rest) : GoesJoined(ending, form, rest, sure)) return rest;
        }
        return null;
    }

    private static bool GoesAfterHalfSpace(Ending ending, string rest) => ending.Rest is Rest.Any or Rest.Degree || ending.Rest == Rest.Heh && rest[^1] == 'ه';

    private static bool GoesJoined(Ending ending, string form, string rest, bool sure)
    {
        var known = WordLemma.Find(rest);
        if (!known.Is(WordLemma.Listed) && (sure || known.Mask == 0 && known.Frequency < Common)) return false;
        return ending.Rest switch
        {
            Rest.Heh => rest[^1] == 'ه',
            Rest.Vowel => rest[^1] is 'ا' or 'و' && (ending.Letters != "یی" || WordLemma.Find(form).Frequency < Common),
            Rest.Quality => known.Is(WordClasses.Adjective) && !known.Is(WordClasses.Noun) || WordLemma.InTables(rest) is { } singular && singular != rest,
            Rest.Degree => rest.Length > 2 && known.Is(WordClasses.Adjective),
            Rest.Any => true,
            _ => rest.Length > 2 && known.Frequency + Rarer >= WordLemma.Find(form).Frequency && !WordLemma.IsName(rest) && !WordLemma.IsName(form),
        };
    }

    private static bool VerbEnding(ReadOnlySpan<char> ending) => ending is "اند" or "ایم" or "اید" or "ام";

    private static Ending[][] Index()
    {
        var index = new Ending[256][];
        Array.Fill(index, []);
        foreach (var group in Endings.GroupBy(ending => ending.Letters[^1] & 0xFF)) index[group.Key] = [.. group];
        return index;
    }
}
