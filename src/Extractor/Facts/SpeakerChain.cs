using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// Follows who is speaking through an article: names, posts, family names alone, «وی» and «این مسئول». A post that speaks before its
/// holder is named waits; the next new name that speaks takes it.
/// </summary>
internal sealed class SpeakerChain(TokenizedText text, People people, PersonReader names)
{
    private static readonly HashSet<string> Pronouns = ["وی", "او", "ایشان", "نامبرده", "ویهمچنین"];

    private static readonly HashSet<string> Demonstrated =
        ["مسئول", "مسوول", "مقام", "نماینده", "کارشناس", "بانوی", "بانو", "مدیر", "عضو", "فعال", "پزشک", "روحانی", "فرمانده", "عضوی", "خیر", "نیکوکار", "دبیر", "معاون", "رئیس", "استاندار", "فرماندار", "شهردار", "بخشدار", "وزیر", "جراح", "متخصص", "روانشناس", "استاد", "سخنگو", "مدیرکل", "مدیرعامل", "دادستان", "قاضی", "سرپرست"];

    private static readonly HashSet<string> Oblique = ["با", "به", "از", "در", "برای", "بر", "جمع", "دیدار", "حضور", "همراه", "درباره", "توسط", "سوی", "میزبانی", "مدیران", "روسای", "معاونان", "و", "دعوت", "استقبال", "خطاب"];

    private readonly IReadOnlyList<Token> tokens = text.Tokens;
    private readonly List<Speaker> waiting = [];

    /// <summary>The last one who spoke.</summary>
    public Speaker? Current { get; private set; }

    /// <summary>Who speaks in [<paramref name="first"/>, <paramref name="end"/>): the subject before a reporting verb, or the words after «به گفته».</summary>
    public Speaker? Read(int first, int end, int paragraph)
    {
        var found = Subject(first, end, paragraph);
        if (found is not null) Current = found;
        return found ?? Current;
    }

    /// <summary>True where the tokens name somebody or point back to somebody.</summary>
    public bool NamesSomebody(int first, int end, int paragraph) => Subject(first, end, paragraph) is not null;

    /// <summary>Where the words that name the speaker at the beginning of a stretch end; its beginning where none stand there.</summary>
    public int EndOfSubject(int first, int end)
    {
        var at = first;
        var moved = true;
        while (moved && at < end)
        {
            moved = true;
            if (people.Names.TryGetValue(at, out var named)) at = named.Mention.End;
            else if (people.Posts.TryGetValue(at, out var post)) at = Math.Max(post.End, at + 1);
            else if (Pronouns.Contains(tokens[at].Key)) at++;
            else if (tokens[at].Key == "این" && at + 1 < end && Demonstrated.Contains(tokens[at + 1].Key)) at += at + 2 < end && tokens[at + 2].Key is "مسئول" or "مدیر" or "نیکوکار" or "کل" ? 3 : 2;
            else if (people.FamilyAt(at, end) is not null) at++;
            else if (at > first && tokens[at].Form is "،" && at + 1 < end && (people.Names.ContainsKey(at + 1) || people.Posts.ContainsKey(at + 1))) at++;
            else if (at > first && tokens[at].Key is "همچنین" or "نیز" or "هم") at++;
            else moved = false;
        }
        return Math.Min(at, end);
    }

    private Speaker? Subject(int first, int end, int paragraph)
    {
        PostMention? oblique = null;
        for (var at = first; at < end; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Mark) continue;
            var isOblique = at > first && Oblique.Contains(tokens[at - 1].Key);
            if (at == first && waiting.Exists(speaker => speaker.Person is null) && !people.Names.ContainsKey(at) && !people.Posts.ContainsKey(at) && names.At(at, end, expected: 1) is { } awaited)
                return Named(people.Add(awaited, paragraph), paragraph);
            if (people.Names.TryGetValue(at, out var named))
            {
                if (!isOblique) return Named(named.Person, paragraph);
                at = named.Mention.End - 1;
                continue;
            }
            if (people.Posts.TryGetValue(at, out var post))
            {
                if (!isOblique) return Posted(post, end, paragraph);
                oblique ??= post;
                at = post.End - 1;
                continue;
            }
            if (Pronouns.Contains(token.Key) && !isOblique) return Current;
            if (token.Key == "این" && at + 1 < end && Demonstrated.Contains(tokens[at + 1].Key)) return Demonstrative(at + 1) ?? Current;
            if (!isOblique && people.FamilyAt(at, end) is { } family) return Named(family, paragraph);
            // A word built like a family name, first in its clause, where a post waits for its holder.
            if (at == first && waiting.Count > 0 && names.FamilyAt(at, end) is { } alone && (alone.End == end || MentionLexicons.Boundaries.Contains(tokens[alone.End].Key))) return Named(people.Add(alone, paragraph), paragraph);
        }
        return null;
    }

    private Speaker Named(Person person, int paragraph)
    {
        if (person.Post is null && waiting.LastOrDefault(speaker => speaker.Person is null) is { } post && paragraph >= person.Paragraph)
        {
            person.Take(post.Post!, "official: post before, name later");
            post.Person = person;
        }
        return Speaker.Of(person);
    }

    private Speaker Posted(PostMention post, int end, int paragraph)
    {
        var after = post.End < end && tokens[post.End].Form == "،" ? post.End + 1 : post.End;
        if (people.Names.TryGetValue(after, out var named) && after < end) return Named(named.Person, paragraph);
        if (people.Holder(post) is { } holder)
        {
            holder.Take(post, "official: name, post elsewhere");
            return Speaker.Of(holder);
        }
        // Somebody who has been speaking without a post is the holder of the post that goes on speaking.
        if (Current?.Person is { Post: null } speaking && post.IsSpecific)
        {
            speaking.Take(post, "official: name before, post later");
            return Speaker.Of(speaking);
        }
        if (waiting.FirstOrDefault(known => known.Person is null && known.Post!.Role == post.Role && (known.Post.Organisation == post.Organisation || post.Organisation is null)) is { } same) return same;
        var speaker = Speaker.Of(post, text.OriginalText(post.First, post.End));
        waiting.Add(speaker);
        return speaker;
    }

    /// <summary>«این استاندار»: the one who holds such a post, of several the last who spoke.</summary>
    private Speaker? Demonstrative(int at)
    {
        var (role, _) = MentionLexicons.Roles.At(tokens, at, Math.Min(tokens.Count, at + 2));
        if (role is null || Current?.Person?.Post?.Role == role.Name || Current?.Post?.Role == role.Name || role.Name is "مسئول" or "مدیر" or "کارشناس") return null;
        return people.All.FirstOrDefault(person => person.Post?.Role == role.Name) is { } holder ? Speaker.Of(holder) : null;
    }
}
