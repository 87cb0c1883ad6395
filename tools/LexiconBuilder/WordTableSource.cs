using System.Globalization;
using System.Numerics;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.LexiconBuilder;

/// <summary>Weighs the spellings of each word with and without half-spaces, from counted words, dictionaries and conjugated verbs.</summary>
internal sealed class WordTableSource
{
    /// <summary>A spelling that only an encyclopaedia's list of words holds counts as much as this.</summary>
    private const long Listed = 30_000;

    /// <summary>Endings that are also written joined to their word.</summary>
    private static readonly HashSet<string> Attached = ["ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "تر", "ترین", "تری"];

    /// <summary>Words whose comparative is always one: «بیشتر».</summary>
    private static readonly HashSet<string> WrittenWithDegree = ["بیش", "به", "کم", "مه", "که"];

    /// <summary>Impersonal forms, which no conjugation gives, and pronouns that are written as one.</summary>
    private static readonly string[] Impersonal = ["می\u200cتوان", "نمی\u200cتوان", "می\u200cباید", "نمی\u200cباید", "می\u200cبایست", "نمی\u200cبایست", "می\u200cبایستی", "می\u200cشاید"];
    private static readonly string[] Pronouns = ["آنها", "اینها", "همانها", "همینها", "آنهایی", "اینهایی", "آنهاست", "اینهاست"];

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);

    private sealed class Word
    {
        public long Plain, PlainListed;
        public bool Lexeme;
        public WordClasses Classes;
        public Dictionary<uint, long> Joined { get; } = [];
        public bool JoinedLexeme, JoinedListed, JoinedVerb;
        public int First, Second;
    }

    public WordTableSource(string folder, IEnumerable<VerbStem> verbs)
    {
        foreach (var line in Tables.Lines(folder, "hazm-lexicon/words.dat"))
        {
            var cells = line.Split('\t');
            var lexeme = cells[2] != "0";
            var count = long.Parse(cells[1], CultureInfo.InvariantCulture);
            if (lexeme || count > 0 || HasHalfSpace(cells[0])) Add(cells[0], Math.Max(count, lexeme ? 2000 : 500), lexeme, false, ClassesOf(cells[2]));
        }
        foreach (var line in Tables.Lines(folder, "shekar-lexicon/vocab.csv"))
        {
            var cells = line.Split(',');
            if (cells.Length == 2 && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) Add(cells[0], count, false, false, 0);
        }
        foreach (var line in Tables.Lines(folder, "shekar-lexicon/compound_words.csv").Where(HasHalfSpace)) Add(line, Listed, true, true, WordClasses.None);
        foreach (var line in Tables.Lines(folder, "snowball-persian/voc.txt")) Add(line, Listed, false, true, WordClasses.None);
        foreach (var list in new[] { "Dic1_new.txt", "Dic2_new.txt", "Dic3_new.txt" })
            foreach (var line in Tables.Lines(folder, "parsivar-lexicon/" + list))
                if (line.Split(' ') is [_, var joined]) Add(joined, Listed, true, true, WordClasses.None);
        foreach (var line in Tables.Lines(folder, "lucene-fa/stopwords.txt").Concat(Tables.Lines(folder, "hazm-lexicon/stopwords.dat")))
            if (!line.StartsWith('#') && line.Length > 0 && !HasHalfSpace(line)) Add(line, 1, false, false, WordClasses.Function);
        foreach (var verb in verbs)
            foreach (var form in Conjugator.Forms(verb)) Add(form);
        foreach (var form in Impersonal) Add(form, 20_000_000, false, false, WordClasses.Verb, verb: true);
        foreach (var pronoun in Pronouns) Add(pronoun, 100_000_000, true, true, WordClasses.Function);
        CountParts();
    }

    public IEnumerable<KeyValuePair<string, WordEntry>> Entries() => words.Select(word => KeyValuePair.Create(word.Key, Weigh(word.Key, word.Value))).Where(word => word.Value.Known);

    private static bool HasHalfSpace(string text) => text.Contains('\u200c', StringComparison.Ordinal);

    private void Add(VerbForm form)
    {
        var common = !form.Stem.Rare;
        Add(form.Written, common ? 20_000 : 200, false, false, WordClasses.Verb, verb: common);
        var mi = form.Written.IndexOf('\u200c', StringComparison.Ordinal);
        if (form.Tense is VerbTense.Present or VerbTense.Imperfect && mi > 0 && common) Of(form.Written[(mi + 1)..]).Classes |= WordClasses.AfterMi;
        if (form.Tense == VerbTense.Participle && common) Of(form.Written).Classes |= WordClasses.Participle;
    }

    private Word Of(string letters) => words.TryGetValue(letters, out var word) ? word : words[letters] = new();

    private void Add(string written, long count, bool lexeme, bool listed, WordClasses classes, bool verb = false)
    {
        written = Tables.Spelling(written).Trim('\u200c');
        var letters = written.Replace("\u200c", "", StringComparison.Ordinal);
        if (letters.Length is < 1 or > 30 || !letters.All(c => c is >= '\u0621' and <= '\u06CC')) return;
        var word = Of(letters);
        word.Classes |= classes;
        if (letters.Length == written.Length)
        {
            word.Plain = Math.Max(word.Plain, count);
            word.Lexeme |= lexeme;
            if (listed) word.PlainListed = count;
            return;
        }
        uint mask = 0;
        var letter = 0;
        foreach (var c in written)
        {
            if (c == '\u200c') mask |= 1u << letter - 1;
            else letter++;
        }
        word.Joined[mask] = Math.Max(word.Joined.GetValueOrDefault(mask), count);
        word.JoinedLexeme |= lexeme;
        word.JoinedListed |= listed;
        word.JoinedVerb |= verb;
    }

    private void CountParts()
    {
        foreach (var (letters, word) in words.ToArray())
        {
            if (!word.JoinedLexeme && !word.JoinedListed) continue;
            var mask = Best(letters, word);
            if (BitOperations.PopCount(mask) != 1) continue;
            var cut = BitOperations.TrailingZeroCount(mask) + 1;
            Of(letters[..cut]).First++;
            Of(letters[cut..]).Second++;
        }
    }

    /// <summary>The most frequent spelling with half-spaces; among equals the one whose first part is the more frequent word.</summary>
    private uint Best(string letters, Word word) => word.Joined.Count == 0 ? 0 : word.Joined.OrderByDescending(joined => joined.Value)
        .ThenByDescending(joined => words.TryGetValue(letters[..(BitOperations.TrailingZeroCount(joined.Key) + 1)], out var first) ? first.Plain : 0).ThenBy(joined => joined.Key).First().Key;

    private WordEntry Weigh(string letters, Word word)
    {
        var mask = Best(letters, word);
        var joined = mask == 0 ? 0 : Math.Max(word.Joined[mask], word.JoinedLexeme ? Listed : 0);
        return new(WordEntry.Log(word.Plain), WordEntry.Log(joined), mask, mask == 0 ? LostHalfSpace.None : LostIn(letters, word, mask), word.Classes, WordEntry.Log(word.First), WordEntry.Log(word.Second));
    }

    private LostHalfSpace LostIn(string letters, Word word, uint mask)
    {
        var joined = word.Joined[mask];
        var cut = BitOperations.Log2(mask) + 1;
        var last = letters[cut..];
        if (last is "شان" or "مان" or "تان" && letters[cut - 1] != 'ه') return LostHalfSpace.None;
        if (word.Plain == 0) return LostHalfSpace.Certain;
        if (word.JoinedVerb) return word.Lexeme && word.Plain > joined ? LostHalfSpace.None : LostHalfSpace.Certain;
        if (letters[cut - 1] == 'ه' && last == "ای") return word.Lexeme || PlainOf(letters[..(cut - 1)]) > PlainOf(letters[..cut]) ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (Attached.Contains(last)) return word.Lexeme || WrittenWithDegree.Contains(letters[..cut]) || joined > Listed && word.Plain > 100 * joined || letters.Length <= 3 ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (word.Lexeme) return !word.JoinedLexeme || word.Plain * 4 > joined ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (word.PlainListed > 0 && word.JoinedLexeme && joined >= word.Plain) return LostHalfSpace.Variant;
        if (word.PlainListed > 0 || word.Plain > (word.JoinedLexeme ? 30 : 3) * joined) return LostHalfSpace.None;
        return word.JoinedListed || word.JoinedLexeme ? LostHalfSpace.Certain : LostHalfSpace.None;
    }

    private long PlainOf(string letters) => words.TryGetValue(letters, out var word) ? word.Plain : 0;

    private static WordClasses ClassesOf(string tags)
    {
        var classes = WordClasses.None;
        foreach (var tag in tags.Split(','))
            classes |= tag switch
            {
                "N" => WordClasses.Noun,
                "AJ" => WordClasses.Adjective,
                "CONJ" or "P" or "PRO" or "DET" or "POSTP" or "PREP" => WordClasses.Function,
                _ => WordClasses.None,
            };
        return classes;
    }
}
