using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Reads names of persons by given names, family endings, titles before and what stands around them.</summary>
internal sealed class PersonReader(TokenizedText text)
{
    private static readonly HashSet<string> Sayyid = ["سید", "سیده", "سیدہ", "میر", "ملا"];

    private static readonly HashSet<string> NamedAfter =
        ["شهید", "شهدای", "خیابان", "بلوار", "میدان", "کوچه", "کوی", "مسجد", "حسینیه", "مدرسه", "دبستان", "دبیرستان", "بیمارستان", "درمانگاه", "ورزشگاه", "سالن", "مجتمع", "شهرک", "روستای", "پل", "مرحوم", "مرحومه", "حضرت", "امام", "دانشگاه", "کتابخانه", "سالروز", "یادواره", "جایزه"];

    private static readonly string[] FamilyEndings =
        ["پور", "زاده", "نژاد", "نسب", "فر", "نیا", "راد", "تبار", "کیا", "منش", "خواه", "پناه", "دوست", "مهر", "یان", "وند", "لو", "زهی", "چی", "طلب", "پرست", "آبادی", "ابادی", "ضمیر", "جو", "گر", "بخش", "الدینی", "اصل", "فرد", "مقدم", "کلاه", "اقدم", "خمیس"];

    private static readonly HashSet<string> FamilyTails =
        ["پور", "زاده", "نژاد", "نسب", "فر", "نیا", "راد", "تبار", "کیا", "منش", "خواه", "پناه", "مقدم", "اصل", "زند", "فرد", "مهر", "اقدم", "دوست", "زادگان", "یزدی", "تهرانی"];

    private readonly IReadOnlyList<Token> tokens = text.Tokens;

    /// <summary>True where a word is built like a family name.</summary>
    public static bool IsFamilyLike(string key) =>
        key.Length >= 4 && (key.EndsWith('ی') || FamilyEndings.Any(ending => key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>The name that begins at a token (its titles first), or null. <paramref name="awaited"/>: a speaker is expected here, so weak evidence does.</summary>
    public PersonMention? At(int start, int end, bool awaited = false)
    {
        if (start > 0 && NamedAfter.Contains(tokens[start - 1].Key)) return null;
        var first = start;
        while (MentionLexicons.Honorifics.At(tokens, first, end) is { Tokens: > 0 and var length } && first + length < end) first += length;
        var titled = first > start;
        var at = first;
        var sayyid = at + 1 < end && Sayyid.Contains(tokens[at].Key);
        if (sayyid) at++;
        var given = Given(at, end);
        if (given == 0 && !titled && !sayyid) return null;
        var afterGiven = at + given;
        // «محمد حسین موسی‌پور»: a second given name, where a name still follows.
        if (given > 0 && Given(afterGiven, end) is > 0 and var second && afterGiven + second < end && IsNameWord(afterGiven + second, end)) afterGiven += second;
        var familyEnd = Family(afterGiven, end);
        if (familyEnd == afterGiven)
        {
            // A title before it or «سید» lets a single word stand as a name; a bare given name is nobody.
            if (!titled || given == 0 || afterGiven == first) return null;
            return Make(start, first, afterGiven, isFull: false);
        }
        if (given == 0 && !titled && !sayyid) return null;
        if (!titled && !sayyid && !IsPlausible(at, afterGiven, familyEnd, end) && !(awaited && EndsName(familyEnd, end))) return null;
        return Make(start, first, familyEnd, isFull: given > 0);
    }

    /// <summary>A family name standing alone at a token, by its build.</summary>
    public PersonMention? FamilyAt(int at, int end)
    {
        if (at >= end || !IsNameWord(at, end) || !IsFamilyLike(tokens[at].Key) || tokens[at].Key.Length < 5 || MentionLexicons.Places.At(tokens, at, end).Tokens > 0) return null;
        var stop = at + 1 < end && FamilyTails.Contains(tokens[at + 1].Key) ? at + 2 : at + 1;
        return Make(at, at, stop, isFull: false);
    }

    private int Given(int at, int end)
    {
        if (at >= end || tokens[at].Kind != TokenKind.Word || MentionLexicons.Roles.At(tokens, at, end).Tokens > 0) return 0;
        // «لطف الله», «حجت‌الله» in two words.
        if (at + 1 < end && tokens[at + 1].Key is "الله" or "اله" or "الدین" or "علی" or "رضا" or "حسین" or "حسن" or "محمد" or "اکبر" or "اصغر" && MentionLexicons.GivenNames.ContainsKey(tokens[at].Key + tokens[at + 1].Key) && at + 2 < end && IsNameWord(at + 2, end)) return 2;
        return IsGiven(tokens[at].Key) && !MentionLexicons.Boundaries.Contains(tokens[at].Key) ? 1 : 0;
    }

    private static bool IsGiven(string key) => MentionLexicons.GivenNames.ContainsKey(key)
        || ((key.StartsWith("سیده", StringComparison.Ordinal) && MentionLexicons.GivenNames.ContainsKey(key[4..])) || (key.StartsWith("سید", StringComparison.Ordinal) && key.Length > 5 && MentionLexicons.GivenNames.ContainsKey(key[3..])))
        || key.StartsWith("عبدال", StringComparison.Ordinal);

    private int Family(int at, int end)
    {
        if (at >= end || !IsNameWord(at, end)) return at;
        var stop = at + 1;
        while (stop < end && stop < at + 3 && IsNameWord(stop, end) && (FamilyTails.Contains(tokens[stop].Key) || (IsFamilyLike(tokens[stop].Key) && EndsName(stop + 1, end)))) stop++;
        return stop;
    }

    /// <summary>
    /// Without a title, a given name borne by many vouches for a family name that is no frequent word; a given name that may be another word
    /// needs a family name built like one.
    /// </summary>
    private bool IsPlausible(int given, int family, int end, int limit)
    {
        var key = tokens[family].Key;
        if (HasFamilyEnding(key) || (end > family + 1 && FamilyTails.Contains(tokens[end - 1].Key))) return true;
        var sure = family - given > 1 || (MentionLexicons.GivenNames.TryGetValue(tokens[given].Key, out var common) && common) || tokens[given].Key.StartsWith("عبدال", StringComparison.Ordinal) || tokens[given].Key.StartsWith("سید", StringComparison.Ordinal);
        if (MentionLexicons.CommonWords.Contains(key)) return sure && key.EndsWith('ی') && EndsName(end, limit);
        return sure ? IsFamilyLike(key) || EndsName(end, limit) : key.EndsWith('ی') && EndsName(end, limit);
    }

    private static bool HasFamilyEnding(string key) => FamilyEndings.Any(ending => key.Length > ending.Length + 1 && key.EndsWith(ending, StringComparison.Ordinal)) && !MentionLexicons.CommonWords.Contains(key);

    /// <summary>What stands after a name: a mark, a word no name goes on through, a post, a verb of saying.</summary>
    private bool EndsName(int at, int end) => at >= end || tokens[at].Kind != TokenKind.Word || MentionLexicons.Boundaries.Contains(tokens[at].Key) || MentionLexicons.Roles.At(tokens, at, end).Tokens > 0;

    private bool IsNameWord(int at, int end) => at < end && tokens[at].Kind == TokenKind.Word && tokens[at].Key.Length >= 2
        && !MentionLexicons.Boundaries.Contains(tokens[at].Key) && MentionLexicons.Roles.At(tokens, at, end).Tokens == 0 && MentionLexicons.Bodies.At(tokens, at, end).Tokens == 0;

    private PersonMention Make(int start, int first, int end, bool isFull)
    {
        var key = string.Concat(tokens.Skip(first).Take(end - first).Select(token => token.Key));
        var familyStart = end - 1;
        while (familyStart > first && FamilyTails.Contains(tokens[familyStart].Key)) familyStart--;
        return new(start, first, end, text.OriginalText(first, end), key, string.Concat(tokens.Skip(familyStart).Take(end - familyStart).Select(token => token.Key)), isFull);
    }
}
