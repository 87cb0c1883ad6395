using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>The finite forms, participles and infinitives of the verbs of <c>stem-verbs.tsv</c>, written together, as folded keys.</summary>
internal static class VerbForms
{
    private static readonly string[] PastEndings = ["", "م", "ی", "یم", "ید", "ند"];
    private static readonly string[] PresentEndings = ["", "م", "ی", "د", "یم", "ید", "ند"];
    private static readonly string[] PerfectEndings = ["", "ام", "ای", "است", "ایم", "اید", "اند"];

    /// <summary>Each form with the past stem of its verb. A form that is another word stays out, save infinitives and participles.</summary>
    public static Dictionary<string, string> All(Predicate<string> isOtherWord)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LanguageTable.Read("Text/Morphology/stem-verbs.tsv"))
        {
            var (past, present) = (row[0], row[1]);
            var stem = Fold.Key(past);
            forms.TryAdd(stem, stem);
            void Add(string form, bool sure)
            {
                var key = Fold.Key(form);
                if (key.Length > 2 && (sure || !isOtherWord(key))) forms.TryAdd(key, stem);
            }
            Add(past + "ن", sure: true);
            Add(Negated(past) + "ن", sure: false);
            foreach (var ending in PastEndings)
            {
                foreach (var form in (string[])[past + ending, "می" + past + ending, "نمی" + past + ending, Negated(past) + ending]) Add(form, sure: false);
            }
            foreach (var ending in PresentEndings)
            {
                var form = Joined(present, ending);
                Add("می" + form, sure: false);
                Add("نمی" + form, sure: false);
                if (ending.Length > 0) Add(form, sure: false);
                Add(WithPrefix('ب', form), sure: false);
                Add(WithPrefix('ن', form), sure: false);
            }
            if (row[2] == "verb") continue;
            foreach (var ending in PerfectEndings)
            {
                foreach (var form in (string[])[past + "ه" + ending, "می" + past + "ه" + ending, "نمی" + past + "ه" + ending, Negated(past) + "ه" + ending]) Add(form, sure: true);
            }
        }
        return forms;
    }

    private static string Negated(string past) => WithPrefix('ن', past);

    /// <summary>«بیاید», «نیفتاد»: a ی parts the prefix from a vowel, and takes the place of a short one.</summary>
    private static string WithPrefix(char prefix, string form) => form[0] switch
    {
        'آ' => $"{prefix}ی{form}",
        'ا' when form.Length > 1 && form[1] != 'ی' => $"{prefix}ی{form[1..]}",
        _ => prefix + form,
    };

    /// <summary>«گوی» is «گو» alone, «پیما» is «پیماید» before a vowel.</summary>
    private static string Joined(string present, string ending) => (present[^1], ending) switch
    {
        ('ی', "") when present.Length > 2 => present[..^1],
        ('ا', not "") => present + "ی" + ending,
        _ => present + ending,
    };
}
