using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>How surely a word is a given name.</summary>
internal enum GivenKind : byte
{
    /// <summary>No given name.</summary>
    None,

    /// <summary>Borne as a name, but another word far more often: «دانه», «بهار».</summary>
    Doubtful,

    /// <summary>Borne as a name by some.</summary>
    Possible,

    /// <summary>A name to any reader.</summary>
    Sure,
}

/// <summary>How well a word alone serves as a family name, whatever stands around it.</summary>
internal enum FamilyKind : byte
{
    /// <summary>A frequent word or a verb.</summary>
    None,

    /// <summary>A noun of the dictionary, or one in ی, as many names are: «درویش», «کارگری».</summary>
    Common,

    /// <summary>No frequent word.</summary>
    Unknown,

    /// <summary>Built like a name, but other words are too: ی, یان, فر.</summary>
    Likely,

    /// <summary>Built as only names are, or one borne by many.</summary>
    Sure,
}

/// <summary>What single words say about being parts of names of persons; keys are folded words.</summary>
internal static class NameWords
{
    private static readonly string[] SureEndings =
        ["پور", "زاده", "نژاد", "نسب", "نیا", "تبار", "کیا", "منش", "خواه", "پناه", "وند", "زهی", "ابادی", "الدینی", "مقدم", "اقدم", "طلب", "زادگان", "الاسلامی", "اللهی", "الهی", "ضمیر", "السادات", "بیگی", "قلی"];

    private static readonly string[] LikelyEndings = ["یان", "فر", "راد", "لو", "چی", "مهر", "دوست", "پرست", "جو", "گر", "بخش", "فرد", "اصل", "کلاه", "خمیس", "پرور", "نام", "یار", "ور", "کار", "دار", "گل", "بان", "چیان"];

    private static readonly string[] TownEndings = ["اباد", "شهر", "دشت", "کلا", "محله", "دره", "کوه", "رود", "آباد", "سرا", "بندر", "کند", "بلاغ", "گرد", "جرد", "ده"];

    private static readonly string[] Plurals = ["ها", "هایی", "هایش", "ترین", "اند"];

    /// <summary>Binary logarithms of the counts from which on a noun is one first of all, and a name only beside better evidence.</summary>
    private const int FrequentNoun = 20, MoreOftenNoun = 22, VeryFrequentNoun = 24, MostFrequentFamily = 26;

    private static readonly FrozenSet<string> Tails = Keys(
        "پور", "زاده", "نژاد", "نسب", "فر", "نیا", "راد", "تبار", "کیا", "منش", "خواه", "پناه", "مقدم", "اصل", "زند", "فرد", "مهر", "اقدم", "دوست", "زادگان", "وند", "لو", "زهی", "پرست", "طلب", "شناس", "ضمیر", "آبادی", "الاسلام", "اسلام", "الاسلامی", "دین", "گو", "جو", "گر", "فام", "نهاد", "فروز", "دار", "سیرت", "سرشت", "پیشه", "گهر", "دل", "جاه", "قدم", "آرا", "فرجام", "بخش", "یار", "خو", "پرور");

    private static readonly FrozenSet<string> Heads = Keys("بنی", "آل", "پور", "میر", "شیخ", "حاجی", "ملا", "خدا", "حق", "خوش", "نیک", "ابو", "ابن", "صدر", "ملک", "خان", "شاه", "فخر", "گل", "قاضی", "ضیا", "کد", "نور", "نواب", "امام", "علم", "سید", "میرزا", "حسن", "حسین", "علی", "محمد", "قلی", "رضا", "کاظم", "قاسم", "عباس", "اسد", "نبی", "رجب", "ولی", "عبد", "مهدی", "یزدان", "جهان", "شریف", "نقی", "تقی", "کریم", "رحیم", "ابراهیم", "مصطفی", "حاج", "طاهر", "صالح", "نصر", "شه", "قره", "عرب", "پاک", "رستم", "عزیز", "نعمت", "فتح", "فرج", "سیف", "شمس", "جلال", "کمال", "جمال", "برات", "بهرام", "قربان", "عین", "زین", "رفیع", "نجف", "کرم", "لطف", "رحمت", "سعادت", "هدایت", "حیدر", "صفدر", "اسکندر", "کربلایی", "مشهدی", "آقا", "بابا", "مراد", "الله", "داد", "شکر", "سبز", "سیاه", "زرین", "نیکو", "ده", "سه", "سلطان", "حاتم", "نادر", "یوسف", "جعفر", "سلیمان", "اسماعیل", "موسی", "عیسی", "یحیی", "تاج", "امیر", "جان", "شیر");

    private static readonly WordTrie Given = new([.. LanguageTable.Read("Lexicons/sure-given-names.tsv").Select(row => KeyValuePair.Create(Fold.Key(row[0]), 0)).DistinctBy(name => name.Key)]);

    /// <summary>All words of the lists of given names, weighed once.</summary>
    private static readonly WordMap<GivenKind> Listed = WeighGivenNames();

    private static readonly FrozenSet<string> Families = LanguageTable.Read("Lexicons/family-names.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a second word of a family name: «رستمی نسب».</summary>
    public static bool IsTail(string key) => Tails.Contains(key);

    /// <summary>True for a second word that hardly ends anything but a name: «زاده», «نژاد».</summary>
    public static bool IsTailOfMany(string key) => IsTail(key) && key is "پور" or "زاده" or "نژاد" or "نسب" or "نیا" or "تبار" or "زادگان";

    /// <summary>True for a word built like the name of a town: «یوسف‌آباد», «گرمدره».</summary>
    public static bool IsTown(string key) => EndsWith(key, TownEndings);

    /// <summary>True for a first word that a family name seldom stops at: «بنی هاشمی».</summary>
    public static bool IsHead(string key) => Heads.Contains(key);

    /// <summary>How surely a word is a given name.</summary>
    public static GivenKind GivenKindOf(string key) =>
        key.Length < 2 ? GivenKind.None : Listed.TryGet(key, out var kind) ? kind : IsMadeOfNames(key, GivenKindOf) ? GivenKind.Sure : GivenKind.None;

    /// <summary>«سیدمحمد», «حاج‌رحیم», «عبدالله», «محمدرضا».</summary>
    private static bool IsMadeOfNames(string key, Func<string, GivenKind> kindOf)
    {
        if (key.Length > 6 && key.StartsWith("حاج", StringComparison.Ordinal) && kindOf(key[3..]) >= GivenKind.Possible) return true;
        if (key.Length > 5 && key.StartsWith("سید", StringComparison.Ordinal) && (kindOf(key[3..]) >= GivenKind.Doubtful || (key[3] == 'ه' && kindOf(key[4..]) >= GivenKind.Doubtful))) return true;
        return key.Length >= 7 && (key.EndsWith("سادات", StringComparison.Ordinal) || key.EndsWith("الملوک", StringComparison.Ordinal) || key.EndsWith("الزمان", StringComparison.Ordinal) || key.StartsWith("عبدال", StringComparison.Ordinal) || IsTwoNames(key));
    }

    private static WordMap<GivenKind> WeighGivenNames()
    {
        // True for names that are borne by many and mean nothing else often.
        var names = LanguageTable.Read("Lexicons/given-names.tsv").ToDictionary(row => row[0], row => row[1] == "sure", StringComparer.Ordinal);
        var sure = LanguageTable.Read("Lexicons/sure-given-names.tsv").Select(row => Fold.Key(row[0]));
        return new([.. sure.Concat(names.Keys).Distinct().Select(key => KeyValuePair.Create(key, Weigh(key, names)))]);
    }

    private static GivenKind Weigh(string key, Dictionary<string, bool> names)
    {
        if (key.Length < 2) return GivenKind.None;
        if (Given.Find(key) >= 0 || IsMadeOfNames(key, word => Weigh(word, names))) return GivenKind.Sure;
        if (!names.TryGetValue(key, out var sure)) return GivenKind.None;
        if (sure && !IsNoun(key, VeryFrequentNoun)) return GivenKind.Sure;
        return MentionLexicons.CommonWords.Contains(key) || MentionLexicons.Places.TryGet(key, out _) || IsNoun(key, MoreOftenNoun) ? GivenKind.Doubtful : GivenKind.Possible;
    }

    /// <summary>True for the family names that many bear.</summary>
    public static bool IsBorneByMany(string key) => Families.Contains(key);

    /// <summary>How well a word alone serves as a family name.</summary>
    public static FamilyKind FamilyKindOf(string key)
    {
        if (key.Length < 2) return FamilyKind.None;
        if (Families.Contains(key)) return FamilyKind.Sure;
        if (EndsWith(key, Plurals) || IsPlural(key)) return FamilyKind.None;
        var word = WordRepair.Words.Find(key);
        if (word.Is(WordClasses.Function)) return FamilyKind.None;
        var noun = IsNoun(key, FrequentNoun);
        var common = MentionLexicons.CommonWords.Contains(key);
        if (!common && EndsWith(key, SureEndings)) return noun ? FamilyKind.Common : FamilyKind.Sure;
        if (key[^1] == 'ی')
        {
            if (IsFromName(key)) return common ? FamilyKind.Likely : FamilyKind.Sure;
            if (common) return FamilyKind.Common;
            var stem = WordRepair.Words.Find(key.AsSpan(0, key.Length - 1));
            if (stem.Is(WordClasses.Noun) && stem.Frequency >= VeryFrequentNoun) return FamilyKind.Common;
            return key.Length >= 4 ? FamilyKind.Likely : FamilyKind.Unknown;
        }
        if (common || VerbLexicon.Find(key) is { MayBeNoun: false }) return FamilyKind.None;
        if (EndsWith(key, LikelyEndings)) return noun ? FamilyKind.Common : FamilyKind.Likely;
        return noun ? FamilyKind.Common : FamilyKind.Unknown;
    }

    /// <summary>True for a word that no dictionary has, or that is borne as a name: a part of a name of which nothing else is known.</summary>
    public static bool MayBeForeign(string key) => GivenKindOf(key) >= GivenKind.Possible || FamilyKindOf(key) >= FamilyKind.Likely || !IsNoun(key, FrequentNoun) && !IsPlural(key) && !EndsWith(key, Plurals);

    /// <summary>True for a word that is far more often a noun than anybody's or any town's name.</summary>
    public static bool IsCommonNoun(string key) => IsNoun(key, MoreOftenNoun);

    private static bool IsNoun(string key, int least) => WordRepair.Words.Find(key) is var word && word.Is(WordClasses.Noun | WordClasses.Adjective) && word.Frequency >= least;

    /// <summary>True for a noun that may yet be a family name where a given name and a post vouch for it: «مزرعه», «ارشاد».</summary>
    public static bool MayBeFamily(string key) =>
        key.Length >= 3 && VerbLexicon.Find(key) is null && WordRepair.Words.Find(key) is { Frequency: < MostFrequentFamily } word && !word.Is(WordClasses.Function | WordClasses.Verb) && !EndsWith(key, Plurals) && !IsPlural(key);

    /// <summary>«کشورهای», but not «ستاره‌ای».</summary>
    private static bool IsPlural(string key) => key.Length > 4 && key.EndsWith("های", StringComparison.Ordinal) && !IsFromName(key)
        && WordRepair.Words.Find(key.AsSpan(0, key.Length - 3)) is { Frequency: >= FrequentNoun } singular && singular.Is(WordClasses.Noun) && singular.Frequency > WordRepair.Words.Find(key.AsSpan(0, key.Length - 2)).Frequency;

    /// <summary>«محمدی» from محمد, «رضایی» from رضا, «دهکردی» and «زواره‌ای» from places.</summary>
    private static bool IsFromName(string key)
    {
        if (IsName(key.AsSpan(0, key.Length - 1))) return true;
        return (key.EndsWith("یی", StringComparison.Ordinal) || key.EndsWith("های", StringComparison.Ordinal)) && IsName(key.AsSpan(0, key.Length - 2));
    }

    private static bool IsName(ReadOnlySpan<char> stem) => stem.Length >= 3 && (Given.Find(stem) >= 0 || MentionLexicons.Places.TryGet(stem, out _));

    private static bool IsTwoNames(string key)
    {
        var node = WordTrie.Root;
        for (var cut = 1; cut <= key.Length - 3; cut++)
        {
            node = Given.Step(node, key[cut - 1]);
            if (node == WordTrie.Root) return false;
            if (cut >= 3 && Given.ValueAt(node) >= 0 && Given.Find(key.AsSpan(cut)) >= 0) return true;
        }
        return false;
    }

    private static bool EndsWith(string key, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (key.Length > ending.Length + 1 && key.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static FrozenSet<string> Keys(params string[] words) => words.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);
}
