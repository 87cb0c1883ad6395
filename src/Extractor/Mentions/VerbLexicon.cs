using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>When an act lies, as the form of its verb says.</summary>
internal enum VerbTense
{
    /// <summary>شد, می‌شد, شده است, شده بود.</summary>
    Past,

    /// <summary>می‌شود, است.</summary>
    Present,

    /// <summary>بشود, شود.</summary>
    Subjunctive,

    /// <summary>خواهد شد.</summary>
    Future,

    /// <summary>شده, before the rest of the verb or standing for it.</summary>
    Participle,
}

/// <summary>What one written form of a verb says.</summary>
/// <param name="Stem">The past stem, folded; with its preverb.</param>
/// <param name="Tense">When the act lies.</param>
/// <param name="Person">1 to 3 singular, 4 to 6 plural.</param>
/// <param name="Negative">True for نمی‌شود, نشد.</param>
/// <param name="MayBeNoun">True for forms such as ساخت, پرداخت.</param>
internal readonly record struct VerbForm(string Stem, VerbTense Tense, int Person, bool Negative, bool MayBeNoun);

/// <summary>All forms of the verbs of <c>verbs.tsv</c>, by their folded spelling.</summary>
internal static class VerbLexicon
{
    // The second person singular is left out: its ی makes it look like a noun, and news does not use it.
    private static readonly (string Ending, int Person)[] PastEndings = [("م", 1), ("", 3), ("یم", 4), ("ید", 5), ("ند", 6)];
    private static readonly (string Ending, int Person)[] PresentEndings = [("م", 1), ("د", 3), ("یم", 4), ("ید", 5), ("ند", 6)];
    private static readonly (string Form, int Person)[] Will = [("خواهم", 1), ("خواهد", 3), ("خواهیم", 4), ("خواهید", 5), ("خواهند", 6)];

    // Plain presents that are other words far more often.
    private static readonly FrozenSet<string> OtherWords = Keys("مانند", "مردم", "خرد", "خرند", "گذرد", "رود", "برد", "بند", "بندند", "نهد", "نهند", "نهم", "کارد", "کارند", "پرند", "بارند", "زیم", "زید", "زیند", "جوید", "گرد", "چشم", "چرخند", "کاهد", "رویم", "روند", "روید", "رویند", "پزند", "کارم", "میرد", "دهم", "گردم", "سازمان", "کشند", "خوانند", "تازند", "نام", "نامم", "نامد", "پیوندد", "بارد", "شدید");

    // Pasts with a preverb that are nouns too, and nouns far more often.
    private static readonly FrozenSet<string> Nouns = Keys("درآمد", "برداشت", "بازداشت", "دریافت", "بازگشت", "برخورد", "بازدید", "درخواست", "برآورد");

    private static readonly WordMap<VerbForm> Forms = Build();

    /// <summary>What a folded word says as a verb, or null.</summary>
    public static VerbForm? Find(string key) => Find(WordHash.Of(key));

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="fingerprint">The word's fingerprint.</param>
    public static VerbForm? Find(ulong fingerprint) => Forms.TryGet(fingerprint, out var form) ? form : null;

    /// <summary>The person of خواهد and its kin, negative or not; 0 for other words.</summary>
    public static (int Person, bool Negative) FutureAuxiliary(string key)
    {
        var isNegative = key.StartsWith('ن');
        var will = key.AsSpan(isNegative ? 1 : 0);
        if (!will.StartsWith("خواه")) return default;
        foreach (var (form, person) in Will)
        {
            if (will.SequenceEqual(form)) return (person, isNegative);
        }
        return default;
    }

    private static FrozenSet<string> Keys(params string[] words) => words.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static WordMap<VerbForm> Build()
    {
        var forms = new Dictionary<string, VerbForm>(StringComparer.Ordinal);
        foreach (var row in LanguageTable.Read("Mentions/verbs.tsv"))
        {
            if (row.Cells.Length < 2) throw row.Bad("a past and a present stem are needed");
            var (past, present, isNoun) = (Fold.Key(row[0]), Fold.Key(row[1]), row[3] == "noun");
            foreach (var preverb in row[2].Split(',').Select(cell => Fold.Key(cell)).Prepend("").Distinct())
                AddVerb(forms, preverb, past, present, isNoun);
        }
        foreach (var (form, person, negative) in new[] { ("است", 3, false), ("هست", 3, false), ("هستند", 6, false), ("هستیم", 4, false), ("هستم", 1, false), ("نیست", 3, true), ("نیستند", 6, true), ("نیستیم", 4, true), ("میباشد", 3, false), ("میباشند", 6, false) })
            forms[form] = new("بود", VerbTense.Present, person, negative, false);
        foreach (var (form, person) in new[] { ("باشد", 3), ("باشند", 6), ("باشیم", 4), ("نباشد", 3), ("نباشند", 6) })
            forms[form] = new("بود", VerbTense.Subjunctive, person, form[0] == 'ن', false);
        foreach (var (ending, person) in PastEndings)
        {
            forms["بود" + ending] = new("بود", VerbTense.Past, person, false, false);
            forms["نبود" + ending] = new("بود", VerbTense.Past, person, true, false);
        }
        forms["بوده"] = new("بود", VerbTense.Participle, 3, false, false);
        return new(forms);
    }

    private static void AddVerb(Dictionary<string, VerbForm> forms, string preverb, string past, string present, bool isNoun)
    {
        var stem = preverb + past;
        void Add(string form, VerbTense tense, int person, bool negative, bool noun = false)
        {
            if (!OtherWords.Contains(form)) forms.TryAdd(form, new(stem, tense, person, negative, noun));
        }
        // «می‌ماند», «می‌رساند»: where the imperfect looks like the present, news means the present.
        foreach (var (ending, person) in PresentEndings)
        {
            if (!present.EndsWith('ی')) Add(preverb + "می" + present + ending, VerbTense.Present, person, false);
            if (!present.EndsWith('ی')) Add(preverb + "نمی" + present + ending, VerbTense.Present, person, true);
        }
        foreach (var (ending, person) in PastEndings)
        {
            Add(preverb + past + ending, VerbTense.Past, person, false, ending.Length == 0 && (isNoun || Nouns.Contains(preverb + past)));
            Add(preverb + "ن" + past + ending, VerbTense.Past, person, true);
            Add(preverb + "می" + past + ending, VerbTense.Past, person, false);
            Add(preverb + "نمی" + past + ending, VerbTense.Past, person, true);
        }
        foreach (var (ending, person) in PresentEndings)
        {
            // «می‌آید» from آی, «می‌گوید» from گوی, «می‌شود» from شو.
            var bare = present.EndsWith('ی') && ending[0] == 'ی' ? present[..^1] + ending : present + ending;
            Add(preverb + "می" + bare, VerbTense.Present, person, false);
            // «بیفزاییم», «نیندازد»: the alef of the stem falls behind ب and ن.
            if (preverb.Length == 0 && present[0] == 'ا' && present.Length > 2)
            {
                Add("بی" + bare[1..], VerbTense.Subjunctive, person, false);
                Add("نی" + bare[1..], VerbTense.Subjunctive, person, true);
                if (bare != present + ending) Add("بی" + present[1..] + ending, VerbTense.Subjunctive, person, false);
            }
            // «می‌گوییم», «می‌افزاییم»
            if (bare != present + ending) Add(preverb + "می" + present + ending, VerbTense.Present, person, false);
            Add(preverb + "نمی" + bare, VerbTense.Present, person, true);
            Add(preverb + "ب" + bare, VerbTense.Subjunctive, person, false);
            Add(preverb + "بی" + bare, VerbTense.Subjunctive, person, false);
            Add(preverb + "ن" + bare, preverb.Length == 0 && past == "داشت" ? VerbTense.Present : VerbTense.Subjunctive, person, true);
            Add(preverb + "نی" + bare, VerbTense.Subjunctive, person, true);
            if (preverb.Length > 0 || present is not ("ا" or "ای")) Add(preverb + bare, preverb.Length == 0 && past == "داشت" ? VerbTense.Present : VerbTense.Subjunctive, person, false);
        }
        var participle = preverb + past + "ه";
        Add(participle, VerbTense.Participle, 3, false, true);
        Add(preverb + "ن" + past + "ه", VerbTense.Participle, 3, true, true);
        foreach (var (ending, person) in new[] { ("است", 3), ("اند", 6), ("ایم", 4), ("ام", 1), ("اید", 5) })
        {
            Add(participle + ending, VerbTense.Past, person, false);
            Add(preverb + "ن" + past + "ه" + ending, VerbTense.Past, person, true);
        }
        foreach (var (form, person) in Will) Add(preverb + form + past, VerbTense.Future, person, false);
    }
}
