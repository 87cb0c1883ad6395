namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>Makes the forms of a verb that are one word; compound tenses (<c>خواهم رفت</c>, <c>رفته بودم</c>) are words of their own.</summary>
public static class Conjugator
{
    private static readonly string[] PastEndings = ["م", "ی", "", "یم", "ید", "ند"];
    private static readonly string[] PresentEndings = ["م", "ی", "د", "یم", "ید", "ند"];
    private static readonly string[] PerfectEndings = ["\u200cام", "\u200cای", "", "\u200cایم", "\u200cاید", "\u200cاند"];

    /// <summary>All forms of one word of the verb, each spelling possibly more than once.</summary>
    public static IEnumerable<VerbForm> Forms(VerbStem stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return [.. PastForms(stem), .. PresentForms(stem)];
    }

    private static IEnumerable<VerbForm> PastForms(VerbStem stem)
    {
        foreach (var negative in new[] { false, true })
        {
            var past = stem.Prefix + (negative ? Negated(stem.Past) : stem.Past);
            var imperfect = stem.Prefix + (negative ? "نمی\u200c" : "می\u200c") + stem.Past;
            yield return new(past + "ن", VerbTense.Infinitive, negative, 0, stem);
            yield return new(past + "ه", VerbTense.Participle, negative, 0, stem);
            for (var person = 0; person < 6; person++)
            {
                yield return new(past + PastEndings[person], VerbTense.Past, negative, person + 1, stem);
                yield return new(imperfect + PastEndings[person], VerbTense.Imperfect, negative, person + 1, stem);
                yield return new($"{past}ه{PerfectEndings[person]}", VerbTense.Perfect, negative, person + 1, stem);
                yield return new($"{imperfect}ه{PerfectEndings[person]}", VerbTense.ImperfectPerfect, negative, person + 1, stem);
            }
        }
    }

    private static IEnumerable<VerbForm> PresentForms(VerbStem stem)
    {
        if (stem.Present.Length == 0) yield break;
        var glide = NeedsGlide(stem) ? "ی" : "";
        foreach (var negative in new[] { false, true })
        {
            var mood = negative ? Negated(stem.Present) : WithB(stem.Present);
            for (var person = 0; person < 6; person++)
            {
                var ending = glide + PresentEndings[person];
                // The glide before «ی» is written with a hamza by some: «می‌گوئی», which folds to the same letters.
                yield return new($"{stem.Prefix}{(negative ? "نمی" : "می")}\u200c{stem.Present}{ending}", VerbTense.Present, negative, person + 1, stem);
                yield return new(stem.Prefix + mood + ending, VerbTense.Subjunctive, negative, person + 1, stem);
                if (stem.Prefix.Length > 0 || !negative) yield return new(stem.Prefix + (negative ? mood : stem.Present) + ending, VerbTense.BarePresent, negative, person + 1, stem);
            }
            yield return new(stem.Prefix + mood, VerbTense.Imperative, negative, 2, stem);
        }
        yield return new($"{stem.Prefix}{stem.Present}{glide}نده", VerbTense.ActiveParticiple, false, 0, stem);
    }

    /// <summary>«آ» and «ا» take a «ی» after a prefix: نیامد، بیندازد.</summary>
    private static string Negated(string stem) => WithPrefix("ن", stem);

    private static string WithB(string stem) => WithPrefix("ب", stem);

    private static string WithPrefix(string prefix, string stem) => stem[0] switch
    {
        'آ' => $"{prefix}یا{stem.AsSpan(1)}",
        'ا' when stem.Length > 2 && stem[1] != 'ی' => $"{prefix}ی{stem.AsSpan(1)}",
        _ => prefix + stem,
    };

    /// <summary>After «ا», and after «و» that is a vowel, the endings need a «ی»: می‌آید، می‌گوید; not می‌رود.</summary>
    private static bool NeedsGlide(VerbStem stem) => stem.Present[^1] is 'ا' or 'آ' || stem.Present is "گو" or "جو";
}
