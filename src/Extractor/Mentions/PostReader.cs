using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Reads posts: a role, the unit and body it heads, and the place it covers.</summary>
internal sealed class PostReader(TokenizedText text, PlaceContext places)
{
    /// <summary>No post runs longer than this; tokens.</summary>
    private const int Reach = 16;

    private static readonly FrozenSet<string> LeadIns = Keys("اداره", "کل", "ادارهکل", "سازمان", "جمعیت", "شرکت", "ستاد", "نهاد", "دفتر", "مرکز");

    private static readonly FrozenSet<string> Skipped = Keys("سابق", "پیشین", "اسبق", "وقت", "جدید", "محترم", "کنونی", "فعلی", "قبلی", "منتخب", "ویژه", "موقت", "ارشد");

    private static readonly FrozenSet<string> Levels = Keys("استان", "شهرستان", "شهر", "بخش", "کشور", "منطقه", "شهرستانهای", "شهرهای", "روستای");

    /// <summary>Words that take a preposition inside the name of a body or unit: «پیشگیری از اعتیاد», «مبارزه با مواد مخدر».</summary>
    private static readonly FrozenSet<string> Governing = Keys("پیشگیری", "حمایت", "مبارزه", "مقابله", "رسیدگی", "صیانت", "جلوگیری", "نظارت", "ارتباط", "پاسخگویی", "امر", "نهی", "دفاع", "مراقبت", "کمک", "خدمت", "رسانی", "حفاظت", "تجلیل", "آموزش", "پژوهش", "تکریم", "مددکاری");

    private static readonly FrozenSet<string> BodyHeads = Keys(
        "وزارت", "سازمان", "اداره", "شرکت", "دانشگاه", "بانک", "بنیاد", "جمعیت", "مجلس", "شورای", "ستاد", "بیمارستان", "مرکز", "مؤسسه", "هیئت", "هیات", "کمیسیون", "فراکسیون", "انجمن", "شهرداری", "استانداری");

    private readonly IReadOnlyList<Token> tokens = text.Tokens;

    /// <summary>The post that begins at a token, or null.</summary>
    public PostMention? At(int first, int end)
    {
        if (first > 0 && tokens[first - 1].Key is "این" or "ان" or "همین") return null;
        var (role, length) = MentionLexicons.Roles.At(tokens, first, end);
        if (role is null) return null;
        var at = first + length;
        while (at < end && Skipped.Contains(tokens[at].Key)) at++;
        end = Math.Min(end, at + Reach);
        if (role.Name == "نماینده") return Representative(first, at);
        if (role.PlaceKind == "country" && role.Body is null) return National(first, role, at, end);
        if (role.Body is not null || role.PlaceKind == "city") return Seated(first, role, at, end);
        var post = WithBody(first, role, at, end);
        return role.NeedsBody && !post.IsKnownBody ? null : post;
    }

    /// <summary>Posts whose role names the body: «استاندار قزوین», «بخشدار خاو و میرآباد», «امام جمعه ملایر».</summary>
    private PostMention Seated(int first, Role role, int at, int end)
    {
        if (role.PlaceKind == "country") return new(first, at, role.Name, role.Body, null, null, "country");
        if (at < end && tokens[at].Key == "مرکز" && at + 1 < end) at++;
        if (at < end && tokens[at].Key is "مردمی" or "عمومی") at++;
        if (at + 2 < end && tokens[at].Key == "عمومی" && tokens[at + 1].Key == "و" && tokens[at + 2].Key == "انقلاب") at += 3;
        else if (at + 1 < end && tokens[at].Key == "و" && tokens[at + 1].Key == "انقلاب") at += 2;
        at = SkipNumbered(at, end);
        var (named, kind, placeEnd) = PlaceAt(at, end, role.PlaceKind, afterBody: true);
        if (named is null && role.PlaceKind == "city" && at < end && IsName(at) && !Levels.Contains(tokens[at].Key) && !StartsPerson(at, end))
        {
            placeEnd = at + 1;
            if (placeEnd + 1 < end && tokens[placeEnd].Key == "و" && IsName(placeEnd + 1) && MentionLexicons.Roles.At(tokens, placeEnd + 1, end).Tokens == 0) placeEnd += 2;
            (named, kind) = (text.OriginalText(at, placeEnd), "city");
        }
        return new(first, placeEnd, role.Name, role.Body, null, named, named is null ? null : kind) { IsKnownBody = role.Body is not null };
    }

    private PostMention WithBody(int first, Role role, int at, int end)
    {
        if (at + 1 < end && tokens[at].Key is "این" or "ان" && !Levels.Contains(tokens[at + 1].Key)) return OfThis(first, role, at, end);
        for (var body = at; body < end && !StopsSearch(body, at); body++)
        {
            if (MentionLexicons.Roles.At(tokens, body, end) is { Tokens: > 0, Value: { } innerRole } && (body > at || innerRole.Body is not null || innerRole.PlaceKind == "country"))
            {
                if (At(body, end) is { Organisation: not null } inner && (body == at || tokens[body - 1].Kind != TokenKind.Mark))
                    return OfDeputy(role, inner, end) is { } own ? own with { First = first } : new(first, inner.End, role.Name, inner.Organisation, Words(at, body), inner.Place, inner.PlaceKind) { IsKnownBody = true };
                if (body > at) break;
            }
            var (name, length) = MentionLexicons.Bodies.At(tokens, body, end);
            if (name is null) continue;
            var unitEnd = body;
            while (unitEnd > at && LeadIns.Contains(tokens[unitEnd - 1].Key)) unitEnd--;
            return Complete(first, role, name, Words(at, unitEnd), body + length, end);
        }
        return WithUnknownBody(first, role, at, end);
    }

    /// <summary>What follows the name of a body: a bracket, a number of its district, the name of a university, a second word, the place.</summary>
    private PostMention Complete(int first, Role role, Body body, string? unit, int after, int end)
    {
        var name = body.Name;
        after = SkipBracket(after, end);
        if (name is "دانشگاه علوم پزشکی" && after + 1 < end && IsName(after) && MentionLexicons.Places.At(tokens, after, end).Tokens == 0 && MentionLexicons.Places.At(tokens, after + 1, end).Tokens > 0)
            name += " " + text.OriginalText(after, ++after);
        if (name is "کمیته امداد" && after < end && tokens[after].Key == "امام") after = SkipBracket(Math.Min(after + 2, end), end);
        after = SkipNumbered(after, end);
        if (body.IsNational) return new(first, after, role.Name, name, unit, null, "country") { IsKnownBody = true };
        var (place, kind, placeEnd) = PlaceAt(after, end, role.PlaceKind, afterBody: true);
        if (place is null && kind is null && body.City is not null) (place, kind) = (body.City, "city");
        if (place is null && kind is null)
        {
            // «بیمارستان ولیعصر بابل»: the own name of the body stands before its place.
            var stop = after;
            while (stop < end && stop < after + 4 && IsName(stop) && !Levels.Contains(tokens[stop].Key) && !StartsPerson(stop, end) && MentionLexicons.Roles.At(tokens, stop, end).Tokens == 0 && PlaceAt(stop, end, null, afterBody: false).Name is null) stop++;
            var (far, farKind, farEnd) = PlaceAt(stop, end, role.PlaceKind, afterBody: false);
            if (stop > after && (far is not null || farKind is not null)) (place, kind, placeEnd) = (far, farKind, farEnd);
        }
        if (place is null && kind is null && name.EndsWith("شهر", StringComparison.Ordinal)) (place, kind) = (places.Town(first, isCity: true), "city");
        return new(first, placeEnd, role.Name, name, unit, place, place is null && kind != "country" ? null : kind) { IsKnownBody = true };
    }

    /// <summary>«معاون استاندار و فرماندار کاشان»: the second post is the one held.</summary>
    private PostMention? OfDeputy(Role role, PostMention inner, int end)
    {
        if (role.Name != "معاون" || inner.Role != "استاندار" || inner.End + 1 >= end || tokens[inner.End].Key != "و") return null;
        return At(inner.End + 1, end) is { Role: "فرماندار" or "سرپرست" } own ? own : null;
    }

    /// <summary>«مدیر این سرا»: a body named before, in the place named last.</summary>
    private PostMention OfThis(int first, Role role, int at, int end)
    {
        var stop = at + 2;
        while (stop < end && stop < at + 4 && IsName(stop) && MentionLexicons.Roles.At(tokens, stop, end).Tokens == 0 && !StartsPerson(stop, end)) stop++;
        var (name, key) = (tokens[at + 1].Form, tokens[at + 1].Key);
        for (var back = at - 1; back >= 0; back--)
        {
            if (tokens[back].Key != key || back + 1 >= tokens.Count || !IsName(back + 1)) continue;
            var length = 1;
            while (length < 4 && back + length < first && IsName(back + length) && MentionLexicons.Places.At(tokens, back + length, first).Tokens == 0) length++;
            if (length > 1) name = text.OriginalText(back, back + length);
        }
        var place = places.Town(first, isCity: true) ?? places.Province;
        return new(first, stop, role.Name, name, null, place, place is null ? null : "city") { IsKnownBody = true };
    }

    /// <summary>A body that no table knows is named by the words up to the place or to where the phrase ends.</summary>
    private PostMention WithUnknownBody(int first, Role role, int at, int end)
    {
        var stop = at;
        while (stop < end && stop < at + 10 && (IsName(stop) || IsInside(stop, at, end)) && !Levels.Contains(tokens[stop].Key) && !(stop > at && (StartsPerson(stop, end) || MentionLexicons.Roles.At(tokens, stop, end).Tokens > 0))) stop++;
        while (stop > at && tokens[stop - 1].Kind != TokenKind.Word || stop > at && MentionLexicons.Boundaries.Contains(tokens[stop - 1].Key)) stop--;
        var headed = stop > at && BodyHeads.Contains(tokens[at].Key);
        var (place, kind, placeEnd) = PlaceAt(stop, end, role.PlaceKind, afterBody: false);
        if (place is null && kind is null)
        {
            for (var last = Math.Max(at + 1, stop - 3); last < stop; last++)
            {
                if (MentionLexicons.Places.At(tokens, last, stop) is not { Value: { } found, Tokens: var length } || last + length != stop || PlaceContext.IsOtherWord(found)) continue;
                return new(first, stop, role.Name, Words(at, last), null, found.Name, found.Kind) { IsKnownBody = headed };
            }
        }
        // «رئیس اداره امور پستی در وزارت ارتباطات»
        if (place is null && kind is null && stop > at && stop + 1 < end && tokens[stop].Key == "در" && MentionLexicons.Bodies.At(tokens, stop + 1, end) is { Value: { } larger, Tokens: var taken })
            return Complete(first, role, larger, Words(at, stop), stop + 1 + taken, end);
        var organisation = Words(at, stop);
        var national = place is null && (kind == "country" || organisation is not null && tokens.Skip(at).Take(stop - at).Any(token => token.Key is "ملی" or "کشور" or "عالی" or "ایران" or "جهانی" or "بینالمللی" or "سراسری"));
        return new(first, place is null && kind is null ? stop : placeEnd, role.Name, organisation, null, place, place is null ? national ? "country" : null : kind) { IsKnownBody = headed };
    }

    private PostMention? Representative(int first, int at)
    {
        var end = Math.Min(tokens.Count, at + 22);
        if (at < end && tokens[at].Key is "ولی" or "ولیفقیه")
        {
            var stop = at + 1 < end && tokens[at].Key == "ولی" && tokens[at + 1].Key == "فقیه" ? at + 2 : at + 1;
            var (seat, seatKind, seatEnd) = stop + 1 < end && tokens[stop].Key == "در" ? PlaceAt(stop + 1, end, null, afterBody: true) : (null, null, stop);
            return new(first, seat is null ? stop : seatEnd, "نماینده ولی‌فقیه", null, null, seat, seatKind) { IsKnownBody = true };
        }
        while (at < end && tokens[at].Key is "مردم" or "شریف" or "عالی" or "محترم" or "ادوار" or "حوزه" or "انتخابیه") at++;
        var (place, _, placeEnd) = PlaceAt(at, end, "city", afterBody: true);
        for (var body = placeEnd; body < end && (tokens[body].Kind != TokenKind.Mark || tokens[body].Form is "،" or "(" or ")" or "-") && ReportingVerbs.At(tokens, body, end).Tokens == 0; body++)
        {
            if (MentionLexicons.Bodies.At(tokens, body, end) is { Value.Name: "مجلس شورای اسلامی" or "مجلس خبرگان رهبری", Tokens: var length } && MentionLexicons.Bodies.At(tokens, body, end).Value is { } house)
                return new(first, body + length, "نماینده", house.Name, null, place, place is null ? "country" : "city") { IsKnownBody = true };
            if (place is null && MentionLexicons.Roles.At(tokens, body, end).Tokens > 0) break;
        }
        if (place is not null) return new(first, placeEnd, "نماینده", "مجلس شورای اسلامی", null, place, "city") { IsKnownBody = true };
        return at < end && MentionLexicons.Bodies.At(tokens, at, end) is { Value: { } other, Tokens: var words } ? Complete(first, new("نماینده", null, null, false), other, null, at + words, end) : BodyHead(first, at, end);
    }

    /// <summary>«نماینده جمعیت هلال احمر»: a delegate of a body.</summary>
    private PostMention? BodyHead(int first, int at, int end) =>
        at + 1 < end && LeadIns.Contains(tokens[at].Key) && MentionLexicons.Bodies.At(tokens, at + 1, end) is { Value: { } body, Tokens: var length }
            ? Complete(first, new("نماینده", null, null, false), body, null, at + 1 + length, end)
            : null;

    /// <summary>«وزیر تعاون، کار و رفاه اجتماعی», «نخست وزیر عراق».</summary>
    private PostMention National(int first, Role role, int at, int end)
    {
        var stop = at;
        while (stop < end && !(stop > at && StartsPerson(stop, end)) && (IsName(stop) || (tokens[stop].Form == "،" && stop + 1 < end && IsName(stop + 1) && stop < at + 4 && stop > at && !StartsPerson(stop + 1, end)) || (tokens[stop].Key == "و" && stop > at && stop + 1 < end && IsName(stop + 1)))) stop++;
        // A comma belongs to the name only where و follows: «تعاون، کار و رفاه».
        var comma = -1;
        for (var at2 = at; at2 < stop; at2++)
        {
            if (tokens[at2].Form == "،") comma = at2;
        }
        if (comma > 0 && !tokens.Skip(comma).Take(stop - comma).Any(token => token.Key == "و")) stop = comma;
        return new(first, stop, role.Name, role.Name == "وزیر" && stop > at ? "وزارت " + text.OriginalText(at, stop) : null, null, null, "country") { IsKnownBody = true };
    }

    /// <summary>The place at a token: «استان قزوین», «میاندورود», «استان» (the article's own), «این شهرستان» or «کشور».</summary>
    private (string? Name, string? Kind, int End) PlaceAt(int at, int end, string? defaultKind, bool afterBody)
    {
        string? level = null;
        var start = at;
        if (at < end && tokens[at].Form == "،") return (null, null, start);
        if (at + 1 < end && tokens[at].Key is "این" && Levels.Contains(tokens[at + 1].Key)) at++;
        if (at < end && Levels.Contains(tokens[at].Key))
        {
            level = tokens[at].Key switch { "استان" => "province", "شهرستان" or "شهرستانهای" => "county", "کشور" => "country", _ => "city" };
            if (level == "country") return (null, "country", at + 1);
            at++;
        }
        var (place, length) = MentionLexicons.Places.At(tokens, at, end);
        if (place is not null && (level is not null || afterBody || !PlaceContext.IsOtherWord(place)))
            return (PlaceContext.NameAsWritten(text, at, length, place), level ?? (defaultKind is "county" or "city" && place.Kind == "province" ? defaultKind : defaultKind is "city" ? "city" : place.Kind), at + length);
        if (level is null) return (null, null, start);
        if (level == "province") return (places.Province, places.Province is null ? null : "province", at);
        // A name that no table knows, unless a person's begins here.
        if (at < end && IsName(at) && !StartsPerson(at, end) && MentionLexicons.Roles.At(tokens, at, end).Tokens == 0 && !NextIsOther(at, end)) return (text.OriginalText(at, at + 1), level, at + 1);
        return places.Town(start, level == "city") is { } town ? (town, level, at) : (null, null, at);
    }

    private bool NextIsOther(int at, int end) => MentionLexicons.Bodies.At(tokens, at, end).Tokens > 0 || MentionLexicons.CommonWords.Contains(tokens[at].Key);

    /// <summary>A name after the body begins where a title stands, or a given name before what may be a family name.</summary>
    private bool StartsPerson(int at, int end) => MentionLexicons.Honorifics.At(tokens, at, end).Tokens > 0
        || (at + 1 < end && (tokens[at].Key is "سید" or "سیده" || NameWords.GivenKindOf(tokens[at].Key) >= GivenKind.Possible) && IsName(at + 1) && MentionLexicons.Bodies.At(tokens, at + 1, end).Tokens == 0 && NameWords.FamilyKindOf(tokens[at + 1].Key) >= FamilyKind.Unknown);

    private bool StopsSearch(int at, int start)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark) return token.Form is not ("،" or "(" or ")") || at > start + 5 || at == start || (at + 1 < tokens.Count && (MentionLexicons.Roles.At(tokens, at + 1, tokens.Count).Tokens > 0 || StartsPerson(at + 1, tokens.Count)));
        if (token.Kind == TokenKind.Number || ReportingVerbs.At(tokens, at, tokens.Count).Tokens > 0) return true;
        if (token.Key == "و") return false;
        if (token.Key is "از" or "با" or "به" or "بر") return at == start || !Governing.Contains(tokens[at - 1].Key);
        return MentionLexicons.Boundaries.Contains(token.Key) || (at > start && StartsPerson(at, tokens.Count));
    }

    /// <summary>True for a preposition or «و» that stands inside the name of a body.</summary>
    private bool IsInside(int at, int start, int end) =>
        at > start && at + 1 < end && IsName(at + 1) && (tokens[at].Key is "از" or "با" or "به" or "بر" ? Governing.Contains(tokens[at - 1].Key) : tokens[at].Key == "و" && MentionLexicons.Roles.At(tokens, at + 1, end).Tokens == 0 && !StartsPerson(at + 1, end));

    private bool IsName(int at) => tokens[at].Kind == TokenKind.Word && !MentionLexicons.Boundaries.Contains(tokens[at].Key);

    private int SkipBracket(int at, int end) => at + 2 < end && tokens[at].Form == "(" && tokens[at + 2].Form == ")" ? at + 3 : at;

    /// <summary>«منطقه ۳», «ناحیه دو».</summary>
    private int SkipNumbered(int at, int end) =>
        at + 2 < end && tokens[at].Key is "منطقه" or "ناحیه" && (tokens[at + 1].Kind == TokenKind.Number || tokens[at + 1].Key is "یک" or "دو" or "سه" or "چهار" or "پنج") ? at + 2 : at;

    private string? Words(int first, int end) => end > first ? text.OriginalText(first, end) : null;

    private static FrozenSet<string> Keys(params string[] words) => words.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);
}
