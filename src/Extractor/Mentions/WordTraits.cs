using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>What the tables of names, verbs and function words say of a word by itself.</summary>
internal sealed class WordTraits
{
    /// <summary>The traits of most words: nouns that are no names. One object serves them all.</summary>
    private static readonly WordTraits Plain = new();

    private static readonly LexemeMemo<WordTraits> Memo = new(word => new WordTraits(word) is { IsPlain: false } own ? own : Plain);

    private static readonly object[] FamilyKinds = [.. Enum.GetValues<FamilyKind>().Cast<object>()];

    private static readonly LexemeMemo<object> Families = new(word => FamilyKinds[(int)NameWords.FamilyKindOf(word.Key)]);

    private static readonly WordMap<TokenRole> FunctionWords = new([.. LanguageTable.Read("Mentions/function-words.tsv")
        .DistinctBy(row => Fold.Key(row[0])).Select(row => KeyValuePair.Create(Fold.Key(row[0]), row.Name<TokenRole>(1)))]);

    private static readonly FrozenSet<string> Sayyid = new[] { "سید", "سیده", "سیدہ", "میر", "ملا" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SecondHalves = new[] { "الله", "اله", "الدین", "علی", "رضا", "حسین", "حسن", "محمد", "اکبر", "اصغر", "سادات", "السادات", "زهرا", "فاطمه", "مهدی", "قلی", "محمدی" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FirstHalves = new[] { "ماه", "مه", "گل", "غلام", "نور", "پیر", "نیک", "شیر", "دوست", "بی", "ام", "آی", "آن", "پری", "مهر", "فرخ", "روح", "عزت", "شکر", "خدا", "یار", "جان", "کرم", "قربان", "صفر", "نوروز" }.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private WordTraits()
    {
    }

    private WordTraits(Lexeme word)
    {
        var key = word.Key;
        Role = FunctionWords.TryGet(word.Fingerprint, out var role) ? role : TokenRole.Content;
        Verb = VerbLexicon.Find(word.Fingerprint);
        Will = VerbLexicon.FutureAuxiliary(key);
        MayBeVerb = Verb is not null || Will.Person > 0 || key is "می" or "نمی";
        Given = NameWords.GivenKindOf(key);
        IsBoundary = MentionLexicons.Boundaries.Contains(key);
        IsNamedAfter = MentionLexicons.NamedAfter.Contains(key);
        IsSayyid = Sayyid.Contains(key);
        IsFirstHalf = FirstHalves.Contains(key);
        IsSecondHalf = SecondHalves.Contains(key);
        MayOpenName = Given != GivenKind.None || IsSayyid || IsFirstHalf || MentionLexicons.Honorifics.MayBegin(word);
    }

    /// <summary>The part the word plays where nothing beside it says otherwise.</summary>
    public TokenRole Role { get; }

    /// <summary>What the word says as a verb, or null.</summary>
    public VerbForm? Verb { get; }

    /// <summary>Of خواهد and its kin, negative or not, the person; 0 for other words.</summary>
    public (int Person, bool Negative) Will { get; }

    /// <summary>True for a finite verb, a participle or what stands before one: «می», «خواهد».</summary>
    public bool MayBeVerb { get; }

    /// <summary>How surely the word is a given name.</summary>
    public GivenKind Given { get; }

    /// <summary>True for a word no name goes on through.</summary>
    public bool IsBoundary { get; }

    /// <summary>True for a word that makes the name behind it that of a thing or of somebody of the past.</summary>
    public bool IsNamedAfter { get; }

    /// <summary>True for «سید» and its kin.</summary>
    public bool IsSayyid { get; }

    /// <summary>True for the first word of given names in two words: «غلام نبی».</summary>
    public bool IsFirstHalf { get; }

    /// <summary>True for the second word of given names in two words: «لطف الله».</summary>
    public bool IsSecondHalf { get; }

    /// <summary>False for a word no name begins with, its titles included, unless the next word is a second half.</summary>
    public bool MayOpenName { get; }

    private bool IsPlain => Role == TokenRole.Content && !MayBeVerb && Given == GivenKind.None && !IsBoundary && !IsNamedAfter && !IsSayyid && !IsFirstHalf && !IsSecondHalf && !MayOpenName;

    /// <summary>The traits of a token's word.</summary>
    public static WordTraits Of(in Token token) => Memo.Of(token.Lexeme);

    /// <summary>How well a token's word alone serves as a family name.</summary>
    public static FamilyKind FamilyOf(in Token token) => (FamilyKind)Families.Of(token.Lexeme);
}
