using System.Numerics;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>The part a numeral plays in a number.</summary>
internal enum NumeralClass
{
    Zero, Unit, Teen, Ten, Hundred, Scale, Half, Ordinal, Vague, Plural, And, Sign, Point, Digits,
}

/// <summary>One numeral of a text: a word of the table, a part of a glued word, or a run of digits.</summary>
/// <param name="Class">The part it plays. A regular ordinal keeps the class of its numeral.</param>
/// <param name="Value">Its value.</param>
/// <param name="Ordinal">True where it ends in م or مین, or is an irregular ordinal.</param>
/// <param name="Emphatic">True for the ending مین, which is never a denominator.</param>
/// <param name="Token">Index of the token it is written in.</param>
/// <param name="Tokens">How many tokens it takes: 2 where its ordinal ending stands apart, otherwise 1.</param>
/// <param name="Suffix">What follows it in its token, or null.</param>
internal readonly record struct Numeral(
    NumeralClass Class, decimal Value, bool Ordinal = false, bool Emphatic = false, int Token = 0, int Tokens = 1, string? Suffix = null)
{
    /// <summary>The place below which a following numeral must lie: 100 after پانصد, 10 after بیست, 1 after نه.</summary>
    public decimal Place => Class switch { NumeralClass.Hundred => 100, NumeralClass.Ten => 10, _ => 1 };

    public int LastToken => Token + Tokens - 1;

    public bool IsSmall => Class is NumeralClass.Unit or NumeralClass.Teen or NumeralClass.Ten or NumeralClass.Hundred;
}

/// <summary>The numerals of the language, whole words and those glued together.</summary>
internal static class NumeralTable
{
    private const string Table = "Numerals/numerals.tsv";
    private const int LongestWord = 24, LongestForm = 31;
    private static readonly Dictionary<string, Numeral> Forms = ReadForms();
    private static readonly Numeral[] Numerals = [.. Forms.Values];
    private static readonly WordTrie Trie = new([.. Forms.Keys.Select((form, index) => KeyValuePair.Create(form, index))]);
    private static readonly WordTrie Suffixes = new(ReadSuffixes());

    /// <summary>The ordinal endings that digits carry: ۵م, ۲۲امین.</summary>
    public static bool IsDigitEnding(string key) => key is "م" or "مین" or "ام" or "امین";

    /// <summary>The numeral that is exactly this folded word.</summary>
    public static bool TryGet(ReadOnlySpan<char> key, out Numeral numeral)
    {
        var index = Trie.Find(key);
        numeral = index < 0 ? default : Numerals[index];
        return index >= 0;
    }

    /// <summary>Adds the numerals a folded word consists of («دوهزاروپنج», «سیصدو», «دوبرابری»); adds none where anything else is in it.</summary>
    public static void Split(string key, int token, List<Numeral> into)
    {
        if (key.Length == 0 || Trie.Step(WordTrie.Root, key[0]) == WordTrie.Root) return;
        if (TryGet(key, out var whole))
        {
            into.Add(whole with { Token = token });
            return;
        }
        // «صدو» is a hundred and more, yet «سهو» is a slip.
        if (key.Length is < 3 or > LongestWord || (key.Length == 3 && (key[^1] != 'و' || key[0] is not ('ص' or 'د')))) return;
        var start = into.Count;
        if (!SplitFrom(key, 0, token, into)) into.RemoveRange(start, into.Count - start);
    }

    private static bool SplitFrom(string key, int at, int token, List<Numeral> into)
    {
        // The lengths of all forms that begin here, a bit for each; the longest is tried first.
        var lengths = 0u;
        var node = WordTrie.Root;
        for (var length = 1; length <= LongestForm && at + length <= key.Length; length++)
        {
            node = Trie.Step(node, key[at + length - 1]);
            if (node == WordTrie.Root) break;
            if (Trie.ValueAt(node) >= 0) lengths |= 1u << length;
        }
        for (; lengths != 0; lengths &= ~(1u << BitOperations.Log2(lengths)))
        {
            var end = at + BitOperations.Log2(lengths);
            var numeral = Numerals[Trie.Find(key.AsSpan(at, end - at))];
            if (!MayGlue(numeral, at, end == key.Length)) continue;
            if (end == key.Length)
            {
                into.Add(numeral with { Token = token });
                return true;
            }
            if (numeral.Class is not (NumeralClass.And or NumeralClass.Vague) && Suffixes.Find(key.AsSpan(end)) >= 0)
            {
                into.Add(numeral with { Token = token, Suffix = key[end..] });
                return true;
            }
            into.Add(numeral with { Token = token });
            if (SplitFrom(key, end, token, into)) return true;
            into.RemoveAt(into.Count - 1);
        }
        return false;
    }

    private static bool MayGlue(Numeral numeral, int at, bool last) => numeral.Class switch
    {
        NumeralClass.Sign or NumeralClass.Plural or NumeralClass.Point => false,
        NumeralClass.Vague => at == 0,
        NumeralClass.Ordinal => last,
        _ => last || !numeral.Ordinal,
    };

    private static Dictionary<string, Numeral> ReadForms()
    {
        var forms = new Dictionary<string, Numeral>(StringComparer.Ordinal);
        foreach (var row in LanguageTable.Read(Table))
        {
            var numeral = new Numeral(row.Name<NumeralClass>(1), row.Decimal(2));
            var key = Fold.Key(row[0]);
            if (!forms.TryAdd(key, numeral with { Ordinal = numeral.Class == NumeralClass.Ordinal, Emphatic = key.EndsWith("ین", StringComparison.Ordinal) }))
                throw row.Bad($"'{row[0]}' is listed twice");
            if ((!numeral.IsSmall && numeral.Class != NumeralClass.Scale) || row[3] == "irregular") continue;
            forms.TryAdd(key + "م", numeral with { Ordinal = true });
            forms.TryAdd(key + "مین", numeral with { Ordinal = true, Emphatic = true });
        }
        return forms;
    }

    private static List<KeyValuePair<string, int>> ReadSuffixes()
    {
        string[] endings = ["", "ی", "ه", "های", "گی", "ای", "انه"];
        return [.. LanguageTable.Read("Numerals/number-suffixes.tsv").SelectMany(row => endings.Select(ending => KeyValuePair.Create(Fold.Key(row[0]) + ending, 0)))];
    }
}
