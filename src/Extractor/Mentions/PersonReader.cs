using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>The words before a family name: titles from Start on, «سید» at First where Given stands behind it, given names in [Given, AfterGiven) with what they count.</summary>
internal readonly record struct NameOpening(int Start, int First, int Given, int AfterGiven, double Points);

/// <summary>Reads names of persons by given names, the build of family names, titles before and what stands around them.</summary>
internal sealed class PersonReader(TokenizedText text)
{
    /// <summary>Points a name without a title needs.</summary>
    private const double Enough = 5;

    /// <summary>Binary logarithm of the count from which on a word is first of all a word.</summary>
    private const int MostFrequent = 28;

    /// <summary>No name has more given names than this.</summary>
    private const int MostGiven = 3;

    private readonly TokenList tokens = text.Tokens;

    /// <summary>What lets one look for a name at a token: titles, «سید», given names; null where none of them stands there.</summary>
    public NameOpening? OpeningAt(int start, int end)
    {
        if (tokens[start].Kind != TokenKind.Word || !WordTraits.Of(tokens[start]).MayOpenName && !(start + 1 < end && WordTraits.Of(tokens[start + 1]).IsSecondHalf)) return null;
        if (IsNamedAfter(start) || start > 0 && tokens[start - 1].Key == "در" && !text.BeginsLine(start)) return null;
        var first = start;
        while (MentionLexicons.Honorifics.At(tokens, first, end) is { Tokens: > 0 and var length } && first + length < end) first += length;
        if (WordTraits.Of(tokens[first]).IsNamedAfter || tokens[first].Kind != TokenKind.Word) return null;
        var isSayyid = first + 1 < end && WordTraits.Of(tokens[first]).IsSayyid && IsNameWord(first + 1, end);
        var given = isSayyid ? first + 1 : first;
        var (afterGiven, points) = Givens(given, end);
        return afterGiven > given || first > start || isSayyid ? new(start, first, given, afterGiven, points) : null;
    }

    /// <summary>The name that begins at a token (its titles first), or null.</summary>
    public PersonMention? At(int start, int end, double expected = 0) => OpeningAt(start, end) is { } opening ? At(opening, end, expected) : null;

    /// <summary>
    /// The name that begins so, or null. <paramref name="expected"/> says how much the place vouches for a name:
    /// 0 nothing, 1 a speaker is awaited, 2 a post stands right beside.
    /// </summary>
    public PersonMention? At(in NameOpening opening, int end, double expected)
    {
        var (start, first, at, afterGiven, points) = opening;
        var (titled, sayyid) = (first > start, at > first);
        // «پیام علی‌اصغر فانی»: a word that is seldom a name does not begin one where a plain given name follows.
        var doubtful = !titled && !sayyid && Given(at, end).Kind == GivenKind.Doubtful;
        if (doubtful && Given(at + 1, end).Kind == GivenKind.Sure && IsNameWord(at + 2, end)) return null;
        var familyEnd = Family(afterGiven, end, out var family);
        // «یوسف مزرعه، مدیرکل …»: a noun is a family name only behind a plain given name, where the place vouches for a name that ends there.
        var vouched = afterGiven > at && points >= 2 && (titled || expected >= 1) && familyEnd > afterGiven && EndsName(familyEnd, end) && NameWords.MayBeFamily(tokens[familyEnd - 1].Key);
        if (familyEnd == afterGiven || (family == FamilyKind.None && !vouched && !(titled && afterGiven == at)))
        {
            // «سعید محمد»: the last of two given names is the family's, where the name plainly ends. A bare given name is nobody.
            var lone = afterGiven - at > 1 && (titled || (EndsName(afterGiven, end) && points + Around(start, afterGiven, end) + expected >= Enough + 1));
            if (!lone && !(titled && afterGiven > at)) return null;
            return Make(start, first, afterGiven, isFull: lone);
        }
        // «جامعه اسلامی»: two words that are names more seldom than not.
        if (doubtful && (family == FamilyKind.Common || WordRepair.Words.Find(tokens[familyEnd - 1].Key).Frequency >= MostFrequent)) return null;
        points += family switch { FamilyKind.Sure => 3, FamilyKind.Likely => 2, FamilyKind.Unknown => 1, FamilyKind.Common => 0.5, _ => 0 };
        points += (titled ? 4 : 0) + (sayyid ? 3 : 0) + expected + Around(start, familyEnd, end);
        if (family is FamilyKind.None or FamilyKind.Unknown or FamilyKind.Common && !EndsName(familyEnd, end)) points -= 1;
        return points >= Enough ? Make(start, first, familyEnd, isFull: afterGiven > at) : null;
    }

    /// <summary>Two to four words in quotation marks, which are a name where a post stands beside them: «کوفی عنان».</summary>
    public PersonMention? Quoted(int at, int end)
    {
        if (at == 0 || tokens[at - 1].Form is not ("«" or "\"")) return null;
        var stop = at;
        while (stop < end && stop < at + 5 && IsNameWord(stop, end) && WordTraits.Of(tokens[stop]).Verb is null && !WordTraits.Of(tokens[stop]).IsNamedAfter && NameWords.MayBeForeign(tokens[stop].Key)) stop++;
        return stop - at is >= 2 and <= 4 && stop < end && tokens[stop].Form is "»" or "\"" ? Make(at, at, stop, isFull: true) : null;
    }

    /// <summary>A family name standing alone at a token, by its build.</summary>
    public PersonMention? FamilyAt(int at, int end, FamilyKind least = FamilyKind.Likely)
    {
        if (at >= end || !IsNameWord(at, end) || IsNamedAfter(at) || tokens[at].Key.Length < 4 || MentionLexicons.Places.At(tokens, at, end).Tokens > 0) return null;
        var stop = Family(at, end, out var kind);
        return stop > at && kind >= least ? Make(at, at, stop, isFull: false) : null;
    }

    /// <summary>Points for what stands before and behind: marks, posts and verbs of saying vouch for a name, a noun before it that it would belong to does not.</summary>
    private double Around(int start, int end, int limit)
    {
        var points = EndsName(end, limit) ? 1.0 : 0;
        if (start == 0) return points + 1;
        var before = tokens[start - 1];
        if (before.Kind != TokenKind.Word || text.BeginsLine(start)) return points + 1;
        if (WordTraits.Of(before).IsBoundary || WordTraits.Of(before).Verb is { MayBeNoun: false }) return points;
        if (start > 1 && tokens[start - 2].Key is "این" or "همین" or "ان") return points + 0.5;
        return MentionLexicons.Places.TryGet(before.Key, out _) ? points + 0.5 : points - 1;
    }

    private (int End, double Points) Givens(int at, int end)
    {
        var points = 0.0;
        var stop = at;
        for (var count = 0; count < MostGiven && stop < end; count++)
        {
            var (length, kind) = Given(stop, end);
            // A second given name is one only where a name still follows.
            if (length == 0 || (count > 0 && (kind != GivenKind.Sure || !IsNameWord(stop + length, end)))) break;
            points = count > 0 ? points + 1 : kind switch { GivenKind.Sure => 3, GivenKind.Possible => 2, _ => 0.5 };
            stop += length;
        }
        return (stop, points);
    }

    private (int Length, GivenKind Kind) Given(int at, int end)
    {
        if (at >= end || tokens[at].Kind != TokenKind.Word) return default;
        // «مه لقا», «غلام نبی»: a name in two words of which the first is seldom one alone.
        if (at + 2 < end && WordTraits.Of(tokens[at]).IsFirstHalf && IsNameWord(at + 1, end) && IsNameWord(at + 2, end) && NameWords.GivenKindOf(tokens[at].Key + tokens[at + 1].Key) >= GivenKind.Possible) return (2, GivenKind.Sure);
        if (WordTraits.Of(tokens[at]).IsBoundary || MentionLexicons.Roles.At(tokens, at, end).Tokens > 0) return default;
        // «لطف الله», «حجت‌الله» in two words.
        if (at + 2 < end && WordTraits.Of(tokens[at + 1]).IsSecondHalf && IsNameWord(at + 2, end) && NameWords.GivenKindOf(tokens[at].Key + tokens[at + 1].Key) is var joined and >= GivenKind.Possible)
            return (2, joined == GivenKind.Possible && tokens[at + 1].Key.EndsWith("له", StringComparison.Ordinal) ? GivenKind.Sure : joined);
        var kind = WordTraits.Of(tokens[at]).Given;
        return kind == GivenKind.None ? default : (1, kind);
    }

    private int Family(int at, int end, out FamilyKind kind)
    {
        kind = FamilyKind.None;
        if (!IsNameWord(at, end)) return at;
        kind = WordTraits.FamilyOf(tokens[at]);
        // «چنانه‌ای» is no plural of «چنان»: the half-space stands before the ای.
        if (kind == FamilyKind.None && tokens[at].Form.EndsWith("ه\u200cای", StringComparison.Ordinal)) kind = FamilyKind.Likely;
        var stop = at + 1;
        while (stop < end && stop < at + 3 && IsNameWord(stop, end))
        {
            var next = WordTraits.FamilyOf(tokens[stop]);
            var joins = NameWords.IsTail(tokens[stop].Key)
                || (NameWords.IsHead(tokens[stop - 1].Key) && next >= FamilyKind.Unknown)
                || (next >= FamilyKind.Likely && EndsName(stop + 1, end) && kind >= FamilyKind.Common)
                || (next == FamilyKind.Sure && kind >= FamilyKind.Likely)
                // «شه بخشی زاده»: a tail takes up what stands before it.
                || (stop + 1 < end && stop + 1 < at + 3 && NameWords.IsTail(tokens[stop + 1].Key) && IsNameWord(stop + 1, end) && next >= FamilyKind.Common && NameWords.IsTailOfMany(tokens[stop + 1].Key));
            if (!joins) break;
            kind = kind > next ? kind : next;
            if (NameWords.IsTail(tokens[stop].Key)) kind = FamilyKind.Sure;
            stop++;
        }
        return stop;
    }

    /// <summary>What stands after a name: a mark, a word no name goes on through, a post, a verb of saying.</summary>
    private bool EndsName(int at, int end) => at >= end || tokens[at].Kind != TokenKind.Word || WordTraits.Of(tokens[at]).IsBoundary || MentionLexicons.Roles.At(tokens, at, end).Tokens > 0 || ReportingVerbs.At(tokens, at, end).Tokens > 0;

    private bool IsNameWord(int at, int end) => at < end && tokens[at].Kind == TokenKind.Word && tokens[at].Key.Length >= 2
        && (!WordTraits.Of(tokens[at]).IsBoundary || IsSurnameOfVerb(at, end)) && (MentionLexicons.Roles.At(tokens, at, end).Tokens == 0 && MentionLexicons.Bodies.At(tokens, at, end).Tokens == 0 || IsSurnameOfOffice(at, end));

    /// <summary>«مهدی کلانتری، رئیس …», «سیدحسن مدرس گفت»: a word for a post or body that families bear, where it ends a name.</summary>
    private bool IsSurnameOfOffice(int at, int end) => at > 0 && tokens[at - 1].Kind == TokenKind.Word && WordTraits.Of(tokens[at - 1]).Given >= GivenKind.Possible && NameWords.IsBorneByMany(tokens[at].Key)
        && (at + 1 >= end || tokens[at + 1].Kind == TokenKind.Mark || ReportingVerbs.At(tokens, at + 1, end).Tokens > 0 || MentionLexicons.Roles.At(tokens, at + 1, end).Tokens > 0 || tokens[at + 1].Key is "در" or "با" or "نیز" or "هم");

    /// <summary>«گل‌محمد کرد، رئیس …», «عبدالامیر کرد افزود»: the verb would end its clause. «سیروس ولی نژاد»: the conjunction begins one.</summary>
    private bool IsSurnameOfVerb(int at, int end) => tokens[at].Key == "ولی" ? at + 1 < end && NameWords.IsTail(tokens[at + 1].Key) : tokens[at].Key == "کرد" && at > 0 && at + 1 < end && WordTraits.Of(tokens[at - 1]).Given >= GivenKind.Possible
        && (tokens[at + 1].Form == "،" || MentionLexicons.Roles.At(tokens, at + 1, end).Tokens > 0 || ReportingVerbs.At(tokens, at + 1, end).Tokens > 0);

    private bool IsNamedAfter(int start) => start > 0 && WordTraits.Of(tokens[start - 1]).IsNamedAfter && !text.BeginsLine(start);

    private PersonMention Make(int start, int first, int end, bool isFull)
    {
        var familyStart = end - 1;
        while (familyStart > first && (NameWords.IsTail(tokens[familyStart].Key) || NameWords.IsHead(tokens[familyStart - 1].Key) && familyStart - 1 > first)) familyStart--;
        return new(start, first, end, text.OriginalText(first, end), Key(first, end), Key(familyStart, end), isFull);
    }

    private string Key(int first, int end)
    {
        var key = tokens[first].Key;
        for (var at = first + 1; at < end; at++) key += tokens[at].Key;
        return key;
    }
}
