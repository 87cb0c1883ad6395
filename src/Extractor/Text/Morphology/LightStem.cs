using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>
/// The stem by which inflections of one word meet: without plural, comparative, possessive and copula endings, broken plurals in the
/// singular, verb forms as their past stem. Derivation is kept apart: «اجتماعی» is not «اجتماع».
/// </summary>
/// <remarks>
/// An ending goes only where the whole is no word by itself and the rest is one, so «ایران» keeps its «ان» and «مدیران» does not.
/// Works on folded joined forms (<see cref="Token.Key"/>), so that every spelling of a word has one stem.
/// </remarks>
public static class LightStem
{
    private const int Deepest = 4;

    private static readonly WordMap<KnownWord> Lexicon = ReadLexicon();

    private static readonly Suffix[] Suffixes = [.. LanguageTable.Read("Text/Morphology/stem-suffixes.tsv")
        .Select(row => new Suffix(Fold.Key(row[0]), row.Name<Rest>(1), Fold.Key(row[2]))).OrderBy(suffix => suffix.Ending.Length)];

    private static readonly string[] Agents = ["گر", "کار", "مند", "جوی", "دار", "ورز", "نشین", "ساز", "گذار", "پذیر", "گیر", "پرست", "آموز", "نگار", "آور", "یار", "بان", "رسان", "نواز", "کننده", "دهنده"];

    private enum Rest
    {
        Word, Heh, Vowel, Any,
    }

    /// <summary>The stem of a folded word without half-spaces; the word itself where it has no ending to lose.</summary>
    public static string Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length < 3) return Lexicon.TryGet(key, out var word) && word.IsIrregular ? word.Stem ?? key : key;
        return Resolve(key, 0) ?? Unknown(key) ?? key;
    }

    /// <summary>True for a word that stands in the lexicon as it is.</summary>
    public static bool IsWord(string key) => Lexicon.Contains(key);

    /// <summary>The stem where the lexicon answers for it, else null.</summary>
    private static string? Resolve(string word, int depth)
    {
        if (Lexicon.TryGet(word, out var known)) return known.Stem ?? word;
        if (PluralAmongWords(word, IsBase) is { } singular) return singular;
        if (depth == Deepest) return null;
        foreach (var suffix in Suffixes)
        {
            if (suffix.Strip(word) is { } rest && IsBase(rest) && !IsUnsafe(suffix, rest)) return Resolve(rest, depth + 1);
        }
        for (var i = Suffixes.Length - 1; i >= 0; i--)
        {
            if (Suffixes[i].Strip(word) is { Length: > 2 } rest && Resolve(rest, depth + 1) is { } stem && (stem != rest || IsIrregular(rest)) && !IsUnsafe(Suffixes[i], rest)) return stem;
        }
        return null;
    }

    /// <summary>Some lists of words hold plurals: «مسئولین», «نویسندگان».</summary>
    private static string? PluralAmongWords(string word, Predicate<string> isBase)
    {
        if (word.EndsWith("ندگان", StringComparison.Ordinal) && word.Length > 7) return string.Concat(word.AsSpan(0, word.Length - 3), "ه");
        if (word[0] == 'م' && word.EndsWith("ین", StringComparison.Ordinal) && word.Length >= 6 && isBase(word[..^2])) return word[..^2];
        return null;
    }

    /// <summary>A short rest under a short ending is more often chance than grammar: «بارش», «کارت», «نامت».</summary>
    private static bool IsUnsafe(Suffix suffix, string rest) => suffix.Ending.Length == 1 && suffix.Rule == Rest.Word && rest.Length < 4;

    /// <summary>Words outside the lexicon lose what is never part of a stem, and the plural of productive agent nouns.</summary>
    private static string? Unknown(string word)
    {
        for (var i = Suffixes.Length - 1; i >= 0; i--)
        {
            if (Suffixes[i].Rule == Rest.Any && Suffixes[i].Strip(word) is { Length: >= 2 } rest) return Resolve(rest, Deepest) ?? Unknown(rest) ?? rest;
        }
        if (!word.EndsWith("ان", StringComparison.Ordinal) || word.Length < 7) return null;
        var agent = word[..^2];
        if (agent.EndsWith("جوی", StringComparison.Ordinal)) return agent[..^1];
        if (agent.EndsWith('گ') && Array.Exists(Agents, ending => (agent[..^1] + "ه").EndsWith(ending, StringComparison.Ordinal))) return agent[..^1] + "ه";
        return Array.Exists(Agents, ending => agent.EndsWith(Fold.Key(ending), StringComparison.Ordinal)) ? agent : null;
    }

    private static bool IsBase(string word) => Lexicon.TryGet(word, out var known) && known.IsBase;

    private static bool IsIrregular(string word) => Lexicon.TryGet(word, out var known) && known.IsIrregular;

    private static WordMap<KnownWord> ReadLexicon()
    {
        var bases = ReadBases().ToHashSet(StringComparer.Ordinal);
        var words = bases.ToDictionary(word => word, word => new KnownWord(PluralAmongWords(word, bases.Contains), true, false), StringComparer.Ordinal);
        foreach (var (form, stem) in VerbForms.All(bases.Contains)) words[form] = new(stem == form ? null : stem, bases.Contains(form), false);
        foreach (var (form, stem) in ReadIrregular()) words[form] = new(stem == form ? null : stem, bases.Contains(form), true);
        return new(words);
    }

    private static IEnumerable<string> ReadBases() =>
        LanguageTable.Read("Text/Morphology/base-words.tsv").Select(row => row[0])
            .Concat(LanguageTable.Read("Lexicons/places.tsv").Select(row => Fold.Key(row[0])))
            .Concat(LanguageTable.Read("Lexicons/given-names.tsv").Where(row => row[1] == "sure").Select(row => Fold.Key(row[0])));

    private static Dictionary<string, string> ReadIrregular()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new[] { "Text/Morphology/stem-overrides.tsv", "Text/Morphology/broken-plurals.tsv" })
        {
            foreach (var row in LanguageTable.Read(table)) words.TryAdd(Fold.Key(row[0]), Fold.Key(row[1].Length > 0 ? row[1] : row[0]));
        }
        return words;
    }

    /// <summary>What the lexicon says of a word: its stem, null where that is the word itself; whether endings hang on it, and whether a table gives the stem.</summary>
    private readonly record struct KnownWord(string? Stem, bool IsBase, bool IsIrregular);

    private sealed record Suffix(string Ending, Rest Rule, string Instead)
    {
        /// <summary>The word without the ending where the rule allows it, whether it is a word or not.</summary>
        public string? Strip(string word)
        {
            var length = word.Length - Ending.Length;
            if (length < 2 || !word.EndsWith(Ending, StringComparison.Ordinal)) return null;
            var allowed = Rule switch
            {
                Rest.Heh => word[length - 1] == 'ه',
                Rest.Vowel => word[length - 1] is 'ا' or 'و',
                _ => length + Instead.Length > 2 || Rule == Rest.Any,
            };
            return allowed ? string.Concat(word.AsSpan(0, length), Instead) : null;
        }
    }
}
