namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>What a form of a verb is.</summary>
public enum VerbTense
{
    /// <summary><c>رفتن</c></summary>
    Infinitive,

    /// <summary><c>رفتم</c></summary>
    Past,

    /// <summary><c>می‌رفتم</c></summary>
    Imperfect,

    /// <summary><c>رفته</c></summary>
    Participle,

    /// <summary><c>رفته‌ام</c></summary>
    Perfect,

    /// <summary><c>می‌رفته‌ام</c></summary>
    ImperfectPerfect,

    /// <summary><c>می‌روم</c></summary>
    Present,

    /// <summary><c>بروم</c></summary>
    Subjunctive,

    /// <summary><c>برو</c>, <c>بروید</c></summary>
    Imperative,

    /// <summary><c>دارم</c>, <c>گیرد</c>: the bare present, as in <c>برگیرد</c> and in solemn prose.</summary>
    BarePresent,

    /// <summary><c>روند</c> + <c>ه</c>: <c>رونده</c></summary>
    ActiveParticiple,
}

/// <summary>A form of a verb as one word.</summary>
/// <param name="Written">Its spelling, half-spaces included.</param>
/// <param name="Tense">What it is.</param>
/// <param name="Negative">True with <c>ن</c>.</param>
/// <param name="Person">1 to 6: <c>م ی د یم ید ند</c>; 0 where it has none.</param>
/// <param name="Stem">The verb.</param>
public readonly record struct VerbForm(string Written, VerbTense Tense, bool Negative, int Person, VerbStem Stem);
