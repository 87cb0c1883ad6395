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

    /// <summary>What one sighting in the encyclopaedia weighs beside the counts of the lists.</summary>
    private const long SeenWeight = 1000;

    /// <summary>A word of no list that the encyclopaedia holds as often as this is one.</summary>
    private const long SeenOften = 20;

    /// <summary>So many sightings of a word tell how it is spelt.</summary>
    private const long Telling = 10;

    /// <summary>Shares of the sightings with a half-space: from the first on a word cannot be without, from the second on it is written both ways.</summary>
    private const double MostlyJoined = 0.85, OftenJoined = 0.4;

    /// <summary>The same for a place that the list of divisions writes as one word: «پلدختر» stays, «میان‌دورود» has lost its half-space.</summary>
    private const double PlaceJoined = 0.6;

    /// <summary>The same for a word whose parts add at least so much to the odds of a compound.</summary>
    private const double SometimesJoined = 0.1;
    private const int LikelyParts = 20;

    /// <summary>Words seen less often are not counted for what their parts say.</summary>
    private const long PartsSeen = 5;

    /// <summary>A part of no list that stands so often at a half-space is one.</summary>
    private const long PartSeen = 20;

    /// <summary>The step in which the log odds of a part are kept.</summary>
    private const double OddsStep = 0.75;

    /// <summary>Endings, which are joined to a word by rule.</summary>
    private static readonly HashSet<string> Endings = ["ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "تر", "ترین", "تری", "ای", "ام", "ات", "اش", "اند", "ایم", "اید"];

    /// <summary>Endings that are also written joined to their word.</summary>
    private static readonly HashSet<string> Attached = ["ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "تر", "ترین", "تری"];

    /// <summary>Words whose comparative is always one: «بیشتر».</summary>
    private static readonly HashSet<string> WrittenWithDegree = ["بیش", "به", "کم", "مه", "که"];

    /// <summary>Modal stems that take <c>می</c> without a person, which no conjugation gives.</summary>
    private static readonly string[] Impersonal = ["توان", "باید", "بایست", "بایستی", "شاید"];

    /// <summary>Demonstratives, whose plural is one word as a pronoun, and the endings it has.</summary>
    private static readonly string[] Demonstratives = ["آن", "این", "همان", "همین"];
    private static readonly string[] PronounEndings = ["ها", "هایی", "هاست"];

    /// <summary>Numerals that are one word whatever a list says: «نهصدمین».</summary>
    private static readonly string[] Hundreds = ["سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد", "دویست"];

    /// <summary>Endings of nouns and adjectives that are always written joined.</summary>
    private static readonly string[] JoinedEndings = ["انی", "ان", "ین", "مین", "ی"];

    private readonly Dictionary<string, WordFacts> words = new(StringComparer.Ordinal);

    /// <summary>Places by the names that the list of the country's divisions gives them.</summary>
    private readonly HashSet<string> places;

    public WordTableSource(string folder, IReadOnlyCollection<VerbStem> verbs)
    {
        places = [.. PlaceTable.Rows(Path.Combine(folder, "iran-divisions-mit")).Select(row => row.Split('\t')[0])];
        foreach (var line in Tables.Lines(folder, "hazm-lexicon/words.dat"))
        {
            var cells = line.Split('\t');
            var lexeme = cells[2] != "0";
            var count = long.Parse(cells[1], CultureInfo.InvariantCulture);
            if (lexeme || count > 0 || HasHalfSpace(cells[0])) Add(cells[0], Math.Max(count, lexeme ? 2000 : 500), lexeme ? WordSources.Dictionary : WordSources.Unclassed, ClassesOf(cells[2]));
        }
        foreach (var line in Tables.Lines(folder, "shekar-lexicon/vocab.csv"))
        {
            var cells = line.Split(',');
            if (cells.Length == 2 && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) Add(cells[0], count, WordSources.Counted);
        }
        foreach (var line in Tables.Lines(folder, "shekar-lexicon/compound_words.csv").Where(HasHalfSpace)) Add(line, Listed, WordSources.Compounds);
        foreach (var line in Tables.Lines(folder, "snowball-persian/voc.txt")) Add(line, Listed, WordSources.Encyclopaedia);
        foreach (var list in new[] { "Dic1_new.txt", "Dic2_new.txt", "Dic3_new.txt" })
            foreach (var line in Tables.Lines(folder, "parsivar-lexicon/" + list))
                if (line.Split(' ') is [_, var joined]) Add(joined, Listed, WordSources.Corrections);
        foreach (var line in Tables.Lines(folder, "lucene-fa/stopwords.txt").Concat(Tables.Lines(folder, "hazm-lexicon/stopwords.dat")))
            if (!line.StartsWith('#') && line.Length > 0 && !HasHalfSpace(line)) Add(line, 1, WordSources.None, WordClasses.Function);
        foreach (var verb in verbs)
            foreach (var form in Conjugator.Forms(verb)) Add(form);
        foreach (var stem in Impersonal)
            foreach (var mi in new[] { "می", "نمی" }) Add($"{mi}\u200c{stem}", 20_000_000, WordSources.Verbs, WordClasses.Verb);
        foreach (var demonstrative in Demonstratives)
            foreach (var ending in PronounEndings) Add(demonstrative + ending, 100_000_000, WordSources.Dictionary, WordClasses.Function);
        foreach (var row in GivenNameTable.Rows(Path.Combine(folder, "persian-given-names")))
            if (words.TryGetValue(row.Split('\t')[0], out var name)) name.Classes |= WordClasses.Name;
        // Words with half-spaces first: what is seen without them counts where it may have lost some.
        foreach (var cells in Tables.Embedded("encyclopaedia.tsv").Select(line => line.Split('\t')).OrderByDescending(cells => HasHalfSpace(cells[0]))) See(cells[0], long.Parse(cells[1], CultureInfo.InvariantCulture));
        WeighParts();
        LearnPairs(verbs);
    }

    public IEnumerable<KeyValuePair<string, WordEntry>> Entries()
    {
        var entries = words.Select(word => KeyValuePair.Create(word.Key, Weigh(word.Key, word.Value))).Where(word => word.Value.Known).ToDictionary(StringComparer.Ordinal);
        foreach (var (letters, entry) in entries.ToArray())
        {
            for (var rest = entry.Mask; rest != 0; rest &= rest - 1)
            {
                var cut = BitOperations.TrailingZeroCount(rest) + 1;
                entries[letters[..cut]] = entries.GetValueOrDefault(letters[..cut]).AsPart(begins: true, ends: false);
                entries[letters[cut..]] = entries.GetValueOrDefault(letters[cut..]).AsPart(begins: false, ends: true);
            }
        }
        return entries;
    }

    private static bool HasHalfSpace(string text) => text.Contains('\u200c', StringComparison.Ordinal);

    private void Add(VerbForm form)
    {
        // «نهاده‌ای» of the second person is rarer than «نهاده» with an article and «نهاد» in the plural, which look the same.
        var common = !form.Stem.Rare && form is not { Tense: VerbTense.Perfect, Person: 2 };
        Add(form.Written, common ? 20_000 : 200, common ? WordSources.Verbs : WordSources.None, WordClasses.Verb);
        var mi = form.Written.IndexOf('\u200c', StringComparison.Ordinal);
        if (form.Tense is VerbTense.Present or VerbTense.Imperfect && mi > 0 && common) Of(form.Written[(mi + 1)..]).Classes |= WordClasses.AfterMi;
        if (form.Tense == VerbTense.Participle && common) Of(form.Written).Classes |= WordClasses.Participle;
    }

    private WordFacts Of(string letters) => words.TryGetValue(letters, out var word) ? word : words[letters] = new();

    private void Add(string written, long count, WordSources source, WordClasses classes = WordClasses.None)
    {
        written = Tables.Spelling(written).Trim('\u200c');
        var letters = written.Replace("\u200c", "", StringComparison.Ordinal);
        if (letters.Length is < 1 or > 30 || !letters.All(c => c is >= '\u0621' and <= '\u06CC')) return;
        if (IsVerbBehindWord(written) || IsSubjunctive(written)) return;
        var word = Of(letters);
        word.Classes |= classes;
        if (letters.Length == written.Length)
        {
            word.Plain = Math.Max(word.Plain, count);
            word.Lexeme |= source is WordSources.Dictionary or WordSources.Corrections;
            if (source == WordSources.Encyclopaedia) word.PlainListed = count;
            return;
        }
        if (Hundreds.Any(hundred => letters.StartsWith(hundred, StringComparison.Ordinal))) return;
        // «همین‌ان»: an ending that is always joined is no part of its own.
        if (written.IndexOf('\u200c', StringComparison.Ordinal) is > 2 and var half && JoinedEndings.Contains(written[(half + 1)..])) return;
        var mask = MaskOf(written);
        word.Joined[mask] = Math.Max(word.JoinedCount(mask), count);
        word.JoinedIn |= source;
    }

    /// <summary>Counts a spelling of the encyclopaedia.</summary>
    private void See(string written, long count)
    {
        if (!HasHalfSpace(written))
        {
            if (words.TryGetValue(written, out var plain) || count >= SeenOften) (plain ?? Of(written)).PlainSeen += count;
            return;
        }
        if (written[1] == '\u200c' || written[^2] == '\u200c' || IsGluedVerb(written) || Array.TrueForAll(written.Split('\u200c'), PairModel.Numerals.Contains)) return;
        Add(written, count * SeenWeight, WordSources.Encyclopaedia);
        var word = Of(written.Replace("\u200c", "", StringComparison.Ordinal));
        var mask = MaskOf(written);
        word.JoinedSeen[mask] = word.JoinedSeen.GetValueOrDefault(mask) + count;
        foreach (var (first, second) in SpacedPairs.PairsOf(written))
        {
            Of(first).FirstSeen += count;
            Of(second).SecondSeen += count;
        }
    }

    /// <summary>True for «می‌شودو»: a verb and the word behind it.</summary>
    private bool IsGluedVerb(string written) => written[^1] == 'و' && words.TryGetValue(written[..^1].Replace("\u200c", "", StringComparison.Ordinal), out var verb) && verb.JoinedIn.HasFlag(WordSources.Verbs);

    /// <summary>True for «استفاده‌می‌شود»: a verb and what stands before it are two words.</summary>
    private static bool IsVerbBehindWord(string written) => written.Contains("\u200cمی\u200c", StringComparison.Ordinal) || written.Contains("\u200cنمی\u200c", StringComparison.Ordinal);

    /// <summary>True for «بی‌انجامد»: a «بیانجامد», whose «بی» is no prefix of nouns.</summary>
    private bool IsSubjunctive(string written) => written.StartsWith("بی\u200c", StringComparison.Ordinal) && written[^1] == 'د' && words.TryGetValue(written[3..], out var verb)
        && verb.Classes.HasFlag(WordClasses.Verb) && (verb.Classes & (WordClasses.Noun | WordClasses.Adjective | WordClasses.Participle)) == 0;

    private static uint MaskOf(string written)
    {
        uint mask = 0;
        var letter = 0;
        foreach (var c in written)
        {
            if (c == '\u200c') mask |= 1u << letter - 1;
            else letter++;
        }
        return mask;
    }

    private void WeighParts()
    {
        var seen = words.Where(word => word.Value.PlainSeen + word.Value.JoinedSeen.Values.Sum() >= PartsSeen && !word.Value.JoinedIn.HasFlag(WordSources.Verbs))
            .Select(word => (word.Key, MaskSeen(word.Value)));
        var model = new PartModel(seen, part => words.TryGetValue(part, out var word) && (word.Plain > 0 || word.PlainSeen > 0 || word.SecondSeen > PartSeen || word.FirstSeen > PartSeen));
        foreach (var (part, first, second) in model.Parts())
        {
            var word = Of(part);
            word.First = Quantize(first);
            word.Second = Quantize(second);
        }
    }

    /// <summary>Log odds in steps, 9 for even odds.</summary>
    private static int Quantize(double odds) => double.IsNegativeInfinity(odds) ? 0 : Math.Clamp((int)Math.Round(odds / OddsStep) + 9, 1, 15);

    /// <summary>The half-spaces with which the encyclopaedia mostly writes a word.</summary>
    private static uint MaskSeen(WordFacts word)
    {
        var most = word.JoinedSeen.OrderByDescending(joined => joined.Value).ThenBy(joined => joined.Key).FirstOrDefault();
        return most.Value > word.PlainSeen ? most.Key : 0;
    }

    /// <summary>
    /// The most frequent spelling with half-spaces; among equals the one whose first part is the more frequent word. Of «گوش‌های»
    /// and «گوشه‌ای», where no dictionary decides, too.
    /// </summary>
    private uint Best(string letters, WordFacts word)
    {
        if (word.Joined.Count == 0) return 0;
        var best = word.Joined.OrderByDescending(joined => joined.Value)
            .ThenByDescending(joined => words.TryGetValue(letters[..(BitOperations.TrailingZeroCount(joined.Key) + 1)], out var first) ? first.Plain : 0).ThenBy(joined => joined.Key).First().Key;
        return IsPlural(letters, word, best) ? best >> 1 : best;
    }

    private bool IsPlural(string letters, WordFacts word, uint mask) => letters.Length > 4 && letters.EndsWith("های", StringComparison.Ordinal) && mask == 1u << letters.Length - 3
        && !word.JoinedIn.HasFlag(WordSources.Dictionary) && PlainOf(letters[..^3]) > PlainOf(letters[..^2]);

    private void LearnPairs(IReadOnlyCollection<VerbStem> verbs)
    {
        var sightings = PairSighting.Read().Where(row => words.TryGetValue(row.First + row.Second, out var whole) && (Best(row.First + row.Second, whole) >> row.First.Length - 1 & 1) != 0).ToArray();
        var common = verbs.Where(verb => !verb.Rare).ToArray();
        var model = new PairModel([.. common.Select(verb => verb.Present)], [.. verbs.Select(verb => verb.Prefix + verb.Past + "ن")]);
        CompoundPair PairOf(string first, string second) => new(first, second, Of(first), Of(second), words[first + second], Best(first + second, words[first + second]));
        model.Train([.. sightings.Where(row => !Endings.Contains(row.Second) && row.First is not ("می" or "نمی")).Select(row => (PairOf(row.First, row.Second), row))]);
        var counts = sightings.GroupBy(row => (row.First, row.Second)).ToDictionary(rows => rows.Key, rows => (Apart: rows.Sum(row => row.Apart), Together: rows.Sum(row => row.Together)));
        foreach (var (letters, word) in words.ToArray())
        {
            if (Best(letters, word) is not (not 0 and var mask)) continue;
            var cut = BitOperations.Log2(mask) + 1;
            var (apart, together) = counts.GetValueOrDefault((letters[..cut], letters[cut..]));
            word.OneWord = model.OneWord(PairOf(letters[..cut], letters[cut..]), apart, together);
        }
    }

    private WordEntry Weigh(string letters, WordFacts word)
    {
        var mask = Best(letters, word);
        var lost = mask == 0 ? LostHalfSpace.None : LostIn(letters, word, mask);
        if (lost == LostHalfSpace.Variant && places.Contains(letters) && word.JoinedSeen.GetValueOrDefault(mask) < PlaceJoined * (word.JoinedSeen.GetValueOrDefault(mask) + word.PlainSeen)) lost = LostHalfSpace.None;
        return new(WordEntry.Log(word.Plain), (int)Math.Round(31 * word.OneWord), mask, lost, word.Classes, word.First, word.Second);
    }

    private LostHalfSpace LostIn(string letters, WordFacts word, uint mask)
    {
        var joined = word.JoinedCount(mask);
        var cut = BitOperations.Log2(mask) + 1;
        var last = letters[cut..];
        if (last is "شان" or "مان" or "تان" && letters[cut - 1] != 'ه') return LostHalfSpace.None;
        // «آنها»: the Academy writes the plural of a demonstrative apart, like any other; most news does not.
        if (last is "ها" or "هایی" && Demonstratives.Contains(letters[..cut])) return LostHalfSpace.Variant;
        if (HasLexemeUnder(letters, mask)) return LostHalfSpace.None;
        var joinedSeen = word.JoinedSeen.GetValueOrDefault(mask);
        if (joinedSeen + word.PlainSeen >= Telling && !Attached.Contains(last) && !(letters[cut - 1] == 'ه' && last == "ای") && !word.JoinedIn.HasFlag(WordSources.Verbs))
        {
            var share = (double)joinedSeen / (joinedSeen + word.PlainSeen);
            return share > MostlyJoined ? LostHalfSpace.Certain
                : share > OftenJoined || share > SometimesJoined && Of(letters[..cut]).First + Of(last).Second >= LikelyParts ? LostHalfSpace.Variant : LostHalfSpace.None;
        }
        // «جناحها»: an ending that may be joined is no mistake where it is seen to stand off only by chance.
        if (word.Plain == 0) return Attached.Contains(last) && !IsSilent(letters, cut - 1) ? LostHalfSpace.Variant : LostHalfSpace.Certain;
        if (word.JoinedIn.HasFlag(WordSources.Verbs)) return word.Lexeme && word.Plain > joined ? LostHalfSpace.None : LostHalfSpace.Certain;
        if (letters[cut - 1] == 'ه' && last == "ای") return word.Lexeme ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (Attached.Contains(last)) return word.Lexeme || WrittenWithDegree.Contains(letters[..cut]) || joined > Listed && word.Plain > 100 * joined || letters.Length <= 3 ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (word.Lexeme) return !word.JoinedLexeme || word.Plain * 4 > joined ? LostHalfSpace.None : LostHalfSpace.Variant;
        if (word.PlainListed > 0 && word.JoinedLexeme && joined >= word.Plain) return LostHalfSpace.Variant;
        if (word.PlainListed > 0 || word.Plain > (word.JoinedLexeme ? 30 : 3) * joined) return LostHalfSpace.None;
        if (!word.JoinedListed && !word.JoinedLexeme) return LostHalfSpace.None;
        return word.Plain * 8 > joined && !IsSilent(letters, cut - 1) ? LostHalfSpace.Variant : LostHalfSpace.Certain;
    }

    /// <summary>True for «خانه», unlike «راه» and «گروه»: a «ه» that an ending is never joined to.</summary>
    private static bool IsSilent(string letters, int at) => letters[at] == 'ه' && at > 0 && letters[at - 1] is not ('ا' or 'و');

    /// <summary>True for «پژوهشگران», «میدانی»: a joined ending behind a word that is mostly written as one.</summary>
    private bool HasLexemeUnder(string letters, uint mask)
    {
        foreach (var ending in JoinedEndings)
        {
            if (!letters.EndsWith(ending, StringComparison.Ordinal) || mask >> letters.Length - ending.Length - 1 != 0) continue;
            if (words.TryGetValue(letters[..^ending.Length], out var word) && word.Lexeme && word.Plain > 4 * word.Joined.Values.DefaultIfEmpty().Max()) return true;
        }
        return false;
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
