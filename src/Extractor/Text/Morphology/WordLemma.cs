using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>The lemma of one word by itself: irregular forms and plurals by table, verbs by their stems, other words by their endings.</summary>
internal static class WordLemma
{
    private const char HalfSpace = CharacterTable.HalfSpace;
    private const int LongestWord = 60;
    /// <summary>What a dictionary lists as a word of its own. Lists of function words hold inflected ones, too.</summary>
    public const WordClasses Listed = WordClasses.Noun | WordClasses.Adjective;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular =
        Table("Text/Morphology/lemmas.tsv", "Text/Morphology/broken-plurals.tsv", "Text/Morphology/plurals.tsv").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        LanguageTable.Read("Lexicons/places.tsv").Select(row => row[0]).Concat(LanguageTable.Read("Lexicons/sure-given-names.tsv").Select(row => row[0]))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lemma of a word in the house's spelling.</summary>
    public static string Of(string form)
    {
        if (form.Length > LongestWord) return form;
        Span<char> buffer = stackalloc char[LongestWord];
        var letters = Letters(form, buffer);
        if (InTables(letters) is { } irregular) return irregular;
        var listed = WordRepair.Words.Find(letters).Is(Listed);
        if ((!listed || HasMi(form)) && VerbAnalyzer.Imperfective(letters) is { } going) return going;
        if (!listed && !NominalEnding.IsSure(form) && VerbAnalyzer.Perfective(letters) is { } past) return past;
        return NominalEnding.Strip(form, listed) ?? form;
    }

    /// <summary>The past stem where the word can be a participle, else null.</summary>
    public static string? OfParticiple(string form)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        return form.Length > LongestWord || form[^1] != 'ه' ? null : VerbAnalyzer.Participle(Letters(form, buffer));
    }

    /// <summary>The lemma the tables give for the letters of a word, if any.</summary>
    public static string? InTables(ReadOnlySpan<char> letters) => Irregular.TryGetValue(letters, out var lemma) ? lemma : null;

    /// <summary>True for a name of a place or a common given name, whose ending is its own.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => Names.Contains(word);

    /// <summary>What the lexicon knows of a word, whatever its half-spaces.</summary>
    public static WordEntry Find(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        return WordRepair.Words.Find(Letters(word, buffer));
    }

    private static bool HasMi(string form) => form.Contains("می\u200c", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> form, Span<char> buffer)
    {
        if (!form.Contains(HalfSpace)) return form;
        var length = 0;
        foreach (var c in form)
        {
            if (c != HalfSpace) buffer[length++] = c;
        }
        return buffer[..length];
    }

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<string> tables)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var row in LanguageTable.Read(table))
            {
                if (row.Cells.Length < 2) throw row.Bad("a form and its lemma are expected");
                words.TryAdd(row[0].Replace("\u200c", "", StringComparison.Ordinal), row[1]);
            }
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
