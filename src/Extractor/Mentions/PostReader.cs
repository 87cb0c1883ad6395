using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Reads posts: a role, the unit and body it heads, and the place it covers.</summary>
internal sealed class PostReader(TokenizedText text, string? province)
{
    /// <summary>No post runs longer than this; tokens.</summary>
    private const int Reach = 14;

    private static readonly HashSet<string> LeadIns = ["اداره", "کل", "ادارهکل", "سازمان", "جمعیت", "شرکت", "ستاد", "نهاد", "دفتر"];

    private static readonly HashSet<string> Skipped = ["سابق", "پیشین", "اسبق", "وقت", "جدید", "محترم"];

    private static readonly HashSet<string> Levels = ["استان", "شهرستان", "شهر", "بخش", "کشور", "منطقه"];

    private readonly IReadOnlyList<Token> tokens = text.Tokens;

    /// <summary>The post that begins at a token, or null.</summary>
    public PostMention? At(int first, int end)
    {
        if (first > 0 && tokens[first - 1].Key is "این" or "ان") return null;
        var (role, length) = MentionLexicons.Roles.At(tokens, first, end);
        if (role is null) return null;
        var at = first + length;
        while (at < end && Skipped.Contains(tokens[at].Key)) at++;
        end = Math.Min(end, at + Reach);
        if (role.Name == "نماینده") return Representative(first, at, end);
        if (role.Name == "وزیر") return Minister(first, at, end);
        if (role.Body is not null || role.PlaceKind == "city")
        {
            var (named, kind, placeEnd) = PlaceAt(at, end, role.PlaceKind);
            if (named is null && role.PlaceKind == "city" && at < end && IsName(at) && !Levels.Contains(tokens[at].Key))
            {
                placeEnd = at + 1;
                if (placeEnd + 1 < end && tokens[placeEnd].Key == "و" && IsName(placeEnd + 1)) placeEnd += 2;
                (named, kind) = (text.OriginalText(at, placeEnd), "city");
            }
            return new(first, placeEnd, role.Name, role.Body, null, named, named is null ? null : kind);
        }
        return WithBody(first, role, at, end);
    }

    private PostMention WithBody(int first, Role role, int at, int end)
    {
        for (var body = at; body < end && !StopsSearch(body, at); body++)
        {
            if (body > at && MentionLexicons.Roles.At(tokens, body, end).Tokens > 0 && At(body, end) is { Organisation: not null } inner && tokens[body - 1].Kind != TokenKind.Mark)
                return new(first, inner.End, role.Name, inner.Organisation, Words(at, body), inner.Place, inner.PlaceKind);
            if (body == at && MentionLexicons.Roles.At(tokens, body, end).Value is { Body: not null } && At(body, end) is { } office)
                return new(first, office.End, role.Name, office.Organisation, null, office.Place, office.PlaceKind);
            var (name, length) = MentionLexicons.Bodies.At(tokens, body, end);
            if (name is null) continue;
            var unitEnd = body;
            while (unitEnd > at && LeadIns.Contains(tokens[unitEnd - 1].Key)) unitEnd--;
            var after = SkipBracket(body + length, end);
            if (name == "دانشگاه علوم پزشکی" && after + 1 < end && IsName(after) && MentionLexicons.Places.At(tokens, after, end).Tokens == 0 && MentionLexicons.Places.At(tokens, after + 1, end).Tokens > 0)
                name += " " + text.OriginalText(after, ++after);
            if (name is "کمیته امداد" && after < end && tokens[after].Key == "امام") after = SkipBracket(Math.Min(after + 2, end), end);
            var (place, kind, placeEnd) = PlaceAt(after, end, role.PlaceKind);
            return new(first, placeEnd, role.Name, name, Words(at, unitEnd), place, kind);
        }
        return WithUnknownBody(first, role, at, end);
    }

    /// <summary>A body that no table knows is named by the words up to the place or to where the phrase ends.</summary>
    private PostMention WithUnknownBody(int first, Role role, int at, int end)
    {
        var stop = at;
        while (stop < end && stop < at + 7 && IsName(stop) && !Levels.Contains(tokens[stop].Key) && !(stop > at && StartsPerson(stop, end))) stop++;
        var (place, kind, placeEnd) = PlaceAt(stop, end, role.PlaceKind);
        if (place is null && stop > at + 1 && MentionLexicons.Places.At(tokens, stop - 1, stop) is { Value: { } last }) return new(first, stop, role.Name, Words(at, stop - 1), null, last.Name, last.Kind);
        return stop == at && place is not null && kind != "country"
            ? new(first, placeEnd, role.Name, null, null, place, kind)
            : new(first, place is null && kind is null ? stop : placeEnd, role.Name, Words(at, stop), null, place, kind);
    }

    private PostMention? Representative(int first, int at, int end)
    {
        end = Math.Min(tokens.Count, at + 22);
        if (at < end && tokens[at].Key is "ولی" or "ولیفقیه") return new(first, at + 1, "نماینده ولی‌فقیه", null, null, null, null);
        if (at < end && tokens[at].Key == "مردم") at++;
        var (place, _, placeEnd) = PlaceAt(at, end, "city");
        for (var body = placeEnd; body < end && tokens[body].Kind != TokenKind.Mark | tokens[body].Form == "،" && MentionLexicons.Verbs.At(tokens, body, end).Tokens == 0; body++)
        {
            if (MentionLexicons.Bodies.At(tokens, body, end) is { Value: "مجلس شورای اسلامی", Tokens: var length }) return new(first, body + length, "نماینده", "مجلس شورای اسلامی", null, place, place is null ? null : "city");
        }
        return place is null ? null : new(first, placeEnd, "نماینده", "مجلس شورای اسلامی", null, place, "city");
    }

    private PostMention Minister(int first, int at, int end)
    {
        var stop = at;
        while (stop < end && (IsName(stop) || (tokens[stop].Form == "،" && stop + 1 < end && IsName(stop + 1) && stop < at + 4) || (tokens[stop].Key == "و" && stop + 1 < end && IsName(stop + 1)))) stop++;
        return new(first, stop, "وزیر", stop > at ? "وزارت " + text.OriginalText(at, stop) : null, null, null, "country");
    }

    /// <summary>The place at a token: «استان قزوین», «میاندورود», «استان» (the article's own) or «کشور».</summary>
    private (string? Name, string? Kind, int End) PlaceAt(int at, int end, string? defaultKind)
    {
        string? level = null;
        var start = at;
        if (at < end && tokens[at].Key is "این" && at + 1 < end && Levels.Contains(tokens[at + 1].Key)) at++;
        if (at < end && Levels.Contains(tokens[at].Key))
        {
            level = tokens[at].Key switch { "استان" => "province", "شهرستان" => "county", "کشور" => "country", _ => "city" };
            if (level == "country") return (null, "country", at + 1);
            at++;
        }
        var (place, length) = MentionLexicons.Places.At(tokens, at, end);
        if (place is not null) return (place.Name, level ?? (defaultKind is "county" or "city" && place.Kind == "province" ? defaultKind : defaultKind is "city" ? "city" : place.Kind), at + length);
        if (level == "province") return (province, province is null ? null : "province", at);
        if (level is not null && at < end && IsName(at)) return (text.OriginalText(at, at + 1), level, at + 1);
        return (null, null, start);
    }

    /// <summary>A name after the body begins where a given name is followed by what may be a family name.</summary>
    private bool StartsPerson(int at, int end) => MentionLexicons.Honorifics.At(tokens, at, end).Tokens > 0
        || (MentionLexicons.GivenNames.ContainsKey(tokens[at].Key) && at + 1 < end && IsName(at + 1) && PersonReader.IsFamilyLike(tokens[at + 1].Key));

    private bool StopsSearch(int at, int start)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark) return token.Form != "،" || at > start + 5 || at == start || (at + 1 < tokens.Count && (MentionLexicons.Roles.At(tokens, at + 1, tokens.Count).Tokens > 0 || StartsPerson(at + 1, tokens.Count)));
        return token.Kind == TokenKind.Number || (token.Key is not ("و" or "از" or "با" or "به") && MentionLexicons.Boundaries.Contains(token.Key)) || MentionLexicons.Verbs.At(tokens, at, tokens.Count).Tokens > 0;
    }

    private bool IsName(int at) => tokens[at].Kind == TokenKind.Word && !MentionLexicons.Boundaries.Contains(tokens[at].Key);

    private int SkipBracket(int at, int end)
    {
        if (at + 2 < end && tokens[at].Form == "(" && tokens[at + 2].Form == ")") return at + 3;
        return at;
    }

    private string? Words(int first, int end) => end > first ? text.OriginalText(first, end) : null;
}
