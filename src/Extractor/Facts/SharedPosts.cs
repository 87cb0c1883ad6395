using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// Deals out posts that are named together to the persons named together: «X و Y، رؤسای بهزیستی تالش و رضوانشهر», «مدیران بهزیستی و
/// کمیته امداد، X و Y», «X، Y و Z به ترتیب به عنوان رئیس، دبیر و خزانه‌دار انجمن». The n-th post goes to the n-th person; a single post to all.
/// </summary>
internal sealed class SharedPosts(TokenizedText text, PostReader posts)
{
    private static readonly JoinedPhraseTable<Role> Heads = ReadHeads();

    private readonly TokenList tokens = text.Tokens;

    /// <summary>A person named at First of a list, whose name ends at End.</summary>
    public delegate PersonMention? NameReader(int at, int end);

    /// <summary>The posts of a sentence that several persons share, with the name each belongs to.</summary>
    public IEnumerable<(PersonMention Name, PostMention Post)> Find(Sentence sentence, NameReader nameAt)
    {
        var end = sentence.EndToken;
        for (var at = sentence.FirstToken; at < end; at++)
        {
            var head = HeadAt(at, end);
            if (head is null && !(at > sentence.FirstToken && tokens[at].Key is "ترتیب" or "عنوان" or "سمت" && tokens[at - 1].Key == "به")) continue;
            var (names, posts) = head is { } plural ? AroundHead(sentence, plural, at, nameAt) : InOrder(sentence, at, nameAt);
            if (names.Count < 2 || posts.Count == 0 || posts.Count > 1 && posts.Count != names.Count) continue;
            for (var n = 0; n < names.Count; n++) yield return (names[n], posts[posts.Count == 1 ? 0 : n]);
            at = Math.Max(at, Math.Max(names[^1].End, posts[^1].End) - 1);
        }
    }

    private (Role Role, int Tokens)? HeadAt(int at, int end) => Heads.At(tokens, at, end) is { Value: { } role, Tokens: var length } ? (role, length) : null;

    /// <summary>«X و Y، مدیران …», or else «مدیران …، X و Y».</summary>
    private (List<PersonMention> Names, List<PostMention> Posts) AroundHead(Sentence sentence, (Role Role, int Tokens) head, int at, NameReader nameAt)
    {
        var held = PostsUnder(head.Role, at, at + head.Tokens, sentence.EndToken);
        if (held.Count == 0) return ([], []);
        var before = NamesBefore(sentence.FirstToken, at, nameAt);
        if (before.Count > 1) return (before, held);
        var behind = held[^1].End;
        while (behind < sentence.EndToken && (tokens[behind].Form is "،" or "(" or "«" || tokens[behind].Key is "به" or "ترتیب" or "یعنی")) behind++;
        return (NamesFrom(behind, sentence.EndToken, nameAt), held);
    }

    /// <summary>«X، Y و Z به ترتیب به عنوان رئیس …، دبیر … و …», from «ترتیب» on, and «X و Y به عنوان رئیس و دبیر …», from «عنوان» on.</summary>
    private (List<PersonMention> Names, List<PostMention> Posts) InOrder(Sentence sentence, int at, NameReader nameAt)
    {
        var first = at + 1;
        while (first < sentence.EndToken && (tokens[first].Key is "به" or "با" or "عنوان" or "سمت" or "سمتهای" or "حکم" or "بهعنوان" or "،")) first++;
        if (first >= sentence.EndToken || HeadAt(first, sentence.EndToken) is not null) return ([], []);
        return (NamesBefore(sentence.FirstToken, at - 1, nameAt), PostsOneByOne(first, sentence.EndToken));
    }

    /// <summary>The names of the list that ends right before a token, in their order.</summary>
    private List<PersonMention> NamesBefore(int first, int end, NameReader nameAt)
    {
        while (end > first && (tokens[end - 1].Form is "،" or "»" || tokens[end - 1].Key is "نیز" or "هم" or "ترتیب" or "عنوان" or "سمت" or "به" or "همگی" or "هر" or "دو")) end--;
        for (var at = first; at < end; at++)
        {
            if (at > first && tokens[at - 1].Form == "،" && tokens[at].Kind != TokenKind.Word) continue;
            if (NamesFrom(at, end, nameAt) is { Count: > 1 } names && names[^1].End == end) return names;
        }
        return [];
    }

    /// <summary>The names of the list that begins at a token: «X، Y و Z».</summary>
    private List<PersonMention> NamesFrom(int at, int end, NameReader nameAt)
    {
        var names = new List<PersonMention>();
        while (at < end && nameAt(at, end) is { IsFull: true } name)
        {
            names.Add(name);
            if (name.End + 1 >= end || !IsJoint(name.End)) break;
            at = name.End + 1;
        }
        return names;
    }

    /// <summary>The posts of one head: a body and its places, «بهزیستی تالش و رضوانشهر», or several bodies, «بهزیستی و کمیته امداد استان».</summary>
    private List<PostMention> PostsUnder(Role role, int head, int at, int limit)
    {
        var held = new List<PostMention>();
        if (posts.Under(role, head, at, limit) is not { IsSpecific: true } first) return held;
        held.Add(first);
        while (held[^1].End is var next && next + 1 < limit && IsJoint(next) && Next(held[^1], role, next + 1, limit) is { } other) held.Add(other);
        // «مدیران بهزیستی و کمیته امداد گیلان»: the place stands once, behind the last.
        for (var n = held.Count - 2; n >= 0; n--)
        {
            if (held[n].Place is null && held[n].PlaceKind is null) held[n] = held[n] with { Place = held[n + 1].Place, PlaceKind = held[n + 1].PlaceKind };
        }
        return held;
    }

    private PostMention? Next(PostMention before, Role role, int at, int limit)
    {
        if (posts.PlaceBehind(before, at, limit) is { } elsewhere) return elsewhere;
        return role.Body is null && posts.Under(role, before.First, at, limit) is { IsKnownBody: true, IsSpecific: true } post ? post : null;
    }

    /// <summary>«رئیس بهزیستی جیرفت، رودبار و کهنوج», «رئیس، دبیر و خزانه‌دار انجمن»: each post with what the next ones say for it.</summary>
    private List<PostMention> PostsOneByOne(int at, int limit)
    {
        var held = new List<PostMention>();
        Role? role = null;
        while (at < limit)
        {
            var (named, length) = MentionLexicons.Roles.At(tokens, at, limit);
            var post = named is not null ? posts.Under(named, at, at + length, limit) ?? new(at, at + length, named.Name, null, null, null, null)
                : role is not null ? Next(held[^1], role, at, limit) : null;
            if (post is null) break;
            role = named ?? role;
            held.Add(post);
            if (post.End + 1 >= limit || !IsJoint(post.End)) break;
            at = post.End + 1;
        }
        for (var n = held.Count - 2; n >= 0; n--)
        {
            if (!held[n].IsSpecific) held[n] = held[n + 1] with { First = held[n].First, End = held[n].End, Role = held[n].Role };
        }
        return held.TrueForAll(post => post.IsSpecific) ? held : [];
    }

    private bool IsJoint(int at) => tokens[at].Form is "،" or "," || tokens[at].Key == "و";

    private static JoinedPhraseTable<Role> ReadHeads()
    {
        var roles = LanguageTable.Read("Mentions/roles.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key, group => MentionLexicons.RoleOf(group.First()), StringComparer.Ordinal);
        return JoinedPhraseTable<Role>.Read("Mentions/plural-roles.tsv", row => roles.GetValueOrDefault(row[1]) ?? throw row.Bad($"no post is headed '{row[1]}'"));
    }
}
