using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// Follows who is speaking through an article: names, posts, family names alone, «وی» and «این مسئول». A post that speaks before its
/// holder is named waits; the next new name that speaks takes it.
/// </summary>
internal sealed class SpeakerChain(TokenizedText text, People people, PersonReader names)
{
    private static readonly FrozenSet<string> Pronouns = new[] { "وی", "او", "ایشان", "نامبرده", "ویهمچنین", "ویافزود", "مشارالیه" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Demonstrated = new[]
    {
        "مسئول", "مسوول", "مقام", "نماینده", "کارشناس", "بانوی", "بانو", "مدیر", "عضو", "فعال", "پزشک", "روحانی", "فرمانده", "عضوی", "خیر", "نیکوکار", "دبیر", "معاون", "رئیس", "استاندار", "فرماندار",
        "شهردار", "بخشدار", "وزیر", "جراح", "متخصص", "روانشناس", "استاد", "سخنگو", "مدیرکل", "مدیرعامل", "دادستان", "قاضی", "سرپرست", "امام", "خطیب", "کارآفرین", "پژوهشگر", "مددکار", "دهیار", "سردار", "نویسنده", "هنرمند", "مربی", "منبع",
    }.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Oblique = new[]
    {
        "با", "به", "از", "در", "برای", "بر", "جمع", "دیدار", "حضور", "همراه", "درباره", "توسط", "سوی", "میزبانی", "مدیران", "روسای", "معاونان", "و", "دعوت", "استقبال", "خطاب", "همراهی", "نقل", "پیام", "سخنان", "دستور", "سخنرانی",
        "ریاست", "مشارکت", "همکاری", "نزد", "ضمن", "معارفه", "تودیع", "سفر", "بازدید", "حکم", "سوال", "پرسش", "دفتر", "قول", "کنار", "محضر", "خدمت", "جلسه", "نشست",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>«در نامه X آمده است»: writings that speak for the one who wrote them.</summary>
    private static readonly FrozenSet<string> Documents = new[] { "حکم", "نامه", "پیام", "بیانیه", "اطلاعیه", "یادداشت", "ابلاغیه" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>First words of subjects that are sources, but no officials.</summary>
    private static readonly FrozenSet<string> Others = new[]
    {
        "یکی", "یک", "برخی", "بعضی", "مردم", "اهالی", "شهروندان", "شهروندی", "کارشناسان", "مادر", "پدر", "مادری", "پدری", "دختر", "پسر", "زنی", "مردی", "مددجویی", "مددجویان", "همسر", "همسرش", "مادرش", "پدرش", "کشاورزی", "پرستاری", "جوانی",
        "ساکنان", "شاهدان", "خانواده", "والدین", "کارگران", "دانش‌آموزی", "اعضای", "نمایندگان", "مسئولان", "منابع", "رسانه‌ها", "روزنامه", "خبرگزاری", "پایگاه",
    }.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first words of the names of agencies.</summary>
    private static readonly FrozenSet<string> Agencies = LanguageTable.Read("Text/agencies.tsv").Select(row => Fold.Key(row[0].Split(' ')[0])).ToFrozenSet(StringComparer.Ordinal);

    private readonly TokenList tokens = text.Tokens;
    private readonly List<Speaker> waiting = [];

    /// <summary>The token from which on <see cref="Current"/> was last read.</summary>
    private int currentFrom;

    /// <summary>The last one who spoke.</summary>
    public Speaker? Current { get; private set; }

    /// <summary>Nobody has spoken yet: a title knows the persons of its article, but nobody before it.</summary>
    public void Forget() => (Current, currentFrom) = (null, 0);

    /// <summary>Who speaks in [<paramref name="first"/>, <paramref name="end"/>): the subject before a reporting verb, or the words after «به گفته».</summary>
    public Speaker? Read(int first, int end, int paragraph)
    {
        first = AfterSource(first, end);
        var found = Subject(first, end, paragraph) ?? (IsOther(first, end) ? Speaker.Unnamed : null);
        if (found is not null) Current = found;
        currentFrom = first;
        return found ?? Current;
    }

    /// <summary>«استاندار پیشین گفته بود»: what somebody said long ago, whose name is not that of the next one who speaks.</summary>
    public void LookBack(Speaker? speaker)
    {
        if (speaker is { Person: null, Post.IsFormer: true }) waiting.Remove(speaker);
    }

    /// <summary>True where the tokens name somebody or point back to somebody.</summary>
    public bool NamesSomebody(int first, int end, int paragraph) => Subject(AfterSource(first, end), end, paragraph) is not null;

    /// <summary>True for «به گزارش ایرنا، …»: from here on the outlet tells, not the one who spoke.</summary>
    public bool BeginsReport(int first, int end) =>
        first + 3 < end && tokens[first].Key == "به" && tokens[first + 1].Key == "گزارش" && (tokens[first + 2].Key is "خبرنگار" or "خبرگزاری" || Agencies.Contains(tokens[first + 2].Key));

    /// <summary>«به گزارش خبرنگار ما از کاشان، X …»: the subject begins behind the source.</summary>
    public int AfterSource(int first, int end)
    {
        if (first + 1 >= end || tokens[first].Key is not ("به" or "بهگزارش") || tokens[first].Key == "به" && tokens[first + 1].Key is not ("گزارش" or "نقل")) return first;
        var comma = first;
        for (var at = first; at < Math.Min(end, first + 20); at++)
        {
            if (tokens[at].Form is "،" or "؛" or ":" ) comma = at;
            // The last comma before somebody is named.
            if (comma > first && at > comma && (people.Names.ContainsKey(at) || people.Posts.ContainsKey(at))) break;
            if (comma > first && at > comma + 3) break;
        }
        return comma > first && comma + 1 < end ? comma + 1 : first;
    }

    /// <summary>True for the tokens of a post.</summary>
    public bool IsInPost(int token) => people.IsInPost(token);

    /// <summary>True where the tokens name somebody, or a source that is no official.</summary>
    public bool HasSubject(int first, int end, int paragraph) => IsOther(first, end) || NamesSomebody(first, end, paragraph);

    /// <summary>Where the words that name the speaker at the beginning of a stretch end; its beginning where none stand there.</summary>
    public int EndOfSubject(int first, int end)
    {
        var at = first;
        while (at < end && NextOfSubject(first, at, end) is > 0 and var next && next > at) at = next;
        return Math.Min(at, end);
    }

    private int NextOfSubject(int first, int at, int end)
    {
        if (people.Names.TryGetValue(at, out var named)) return named.Mention.End;
        if (people.Posts.TryGetValue(at, out var post)) return Math.Max(post.End, at + 1);
        if (Pronouns.Contains(tokens[at].Key)) return at + 1;
        if (tokens[at].Key is "این" or "ان" && at + 1 < end && Demonstrated.Contains(tokens[at + 1].Key)) return at + 2 < end && tokens[at + 2].Key is "مسئول" or "مسوول" or "مدیر" or "نیکوکار" or "کل" or "شورا" or "جمعه" or "عامل" or "مجلس" or "استانی" or "شهرستان" or "آگاه" or "اگاه" ? at + 3 : at + 2;
        if (people.FamilyEnd(at, end) is > 0 and var family) return family;
        if (at == first) return Awaited(at, end) is { } awaited ? awaited.End : 0;
        if (tokens[at].Form is "،" or "»" or "(" && at + 1 < end && (people.Names.ContainsKey(at + 1) || people.Posts.ContainsKey(at + 1))) return at + 1;
        if (tokens[at].Form == ")" && people.IsInPost(at - 1)) return at + 1;
        return tokens[at].Key is "همچنین" or "نیز" or "هم" ? at + 1 : 0;
    }

    private Speaker? Subject(int first, int end, int paragraph)
    {
        for (var at = first; at < end; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Mark) continue;
            var isOblique = IsOblique(first, at);
            var begins = at == first || tokens[at - 1].Kind == TokenKind.Mark;
            if (at == first && !people.Names.ContainsKey(at) && !people.Posts.ContainsKey(at) && Awaited(at, end) is { } awaited)
                return Named(people.Add(awaited, paragraph), paragraph, IsAnother(awaited.End, end));
            if (people.Names.TryGetValue(at, out var named))
            {
                if (!isOblique) return Named(named.Person, paragraph, IsAnother(named.Mention.End, end));
                at = named.Mention.End - 1;
                continue;
            }
            if (people.Posts.TryGetValue(at, out var post))
            {
                if (!isOblique) return Posted(post, end, paragraph);
                at = Math.Max(at, post.End - 1);
                continue;
            }
            if (Pronouns.Contains(token.Key) && !isOblique) return LedBefore(at, paragraph) ?? Current ?? NamedBefore(at, paragraph);
            if (token.Key is "این" or "ان" && at + 1 < end && Demonstrated.Contains(tokens[at + 1].Key) && !isOblique) return Demonstrative(at + 1) ?? Current;
            if (!isOblique && people.FamilyAt(at, end) is { } family) return Named(family, paragraph);
            if (begins && !isOblique && NewFamily(at, end, at == first) is { } alone) return Named(people.Add(alone, paragraph), paragraph);
        }
        return null;
    }

    /// <summary>«X، فرماندار …، نظر دیگری دارد. او گفت»: the official who leads a sentence of the paragraph between the last saying and the pronoun; or null.</summary>
    private Speaker? LedBefore(int at, int paragraph)
    {
        Person? led = null;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph || sentence.FirstToken <= currentFrom) continue;
            if (sentence.EndToken > at) break;
            var first = sentence.FirstToken;
            while (first < sentence.EndToken - 1 && (tokens[first].Kind == TokenKind.Mark || tokens[first].Key is "اما" or "ولی" or "همچنین" or "و" or "البته")) first++;
            if (people.Names.TryGetValue(first, out var named) && named.Person.Post is not null) led = named.Person;
        }
        return led is null ? null : Speaker.Of(led);
    }

    /// <summary>«صبح امروز X، مدیرکل …، مهمان شورا بود. او گفت»: where nobody has spoken yet, the official named last.</summary>
    private Speaker? NamedBefore(int at, int paragraph)
    {
        Person? last = null;
        var start = -1;
        foreach (var (token, named) in people.Names)
        {
            if (token < at && token > start && named.Person is { Post: not null } person && person.Paragraph == paragraph) (start, last) = (token, named.Person);
        }
        return last is null ? null : Speaker.Of(last);
    }

    /// <summary>Gives the one post that still waits to the one person who leads a sentence behind it and has none.</summary>
    public void Settle()
    {
        if (waiting.Where(speaker => speaker.Person is null).Take(2).ToArray() is not [{ Post: { IsSpecific: true } post } alone]) return;
        Person[] free = [.. text.Sentences.Where(sentence => sentence.FirstToken > post.First).Select(sentence => people.Names.GetValueOrDefault(sentence.FirstToken).Person).Where(person => person is { Post: null, IsOtherwiseKnown: false, Mention.IsFull: true }).Distinct()!];
        if (free.Length != 1 || people.All.Count(person => person.Post is null && !person.IsOtherwiseKnown) != 1) return;
        free[0].Take(post, "official: subject before, name later");
        alone.Person = free[0];
    }

    /// <summary>A name where a speaker is expected: at the head of a clause, the more so while a post waits for its holder.</summary>
    private PersonMention? Awaited(int at, int end)
    {
        if (names.At(at, end, expected: 1) is { } name)
        {
            // «جاویدان دستگیری ۹۱ سارق را … برشمرد»: the family name of somebody known, not a new name of two words.
            return people.FamilyEnd(at, end) is > 0 and var family && family < name.End && !people.All.Any(person => person.Is(name)) ? null : name;
        }
        // Behind the source of the news, before anybody has spoken, somebody must be named.
        var isFirst = Current is null && at > 1 && tokens[at - 1].Form == "،";
        if (!isFirst && !waiting.Exists(speaker => speaker.Person is null) || people.FamilyAt(at, end) is not null) return null;
        return names.At(at, end, expected: 3) is { IsFull: true } weak && (weak.End == end || WordTraits.Of(tokens[weak.End]).IsBoundary) ? weak : null;
    }

    /// <summary>True behind a preposition or a noun that makes what follows no subject: «با X», «در دیدار X»; not «در این دیدار X».</summary>
    private bool IsOblique(int first, int at) => at > first && !(at == first + 2 && tokens[first].Key == "در" && Documents.Contains(tokens[at - 1].Key)) && Oblique.Contains(tokens[at - 1].Key) && !(at > first + 1 && tokens[at - 2].Key is "این" or "ان" or "همین");

    /// <summary>A word built like a family name, first in its clause, where a post waits for its holder or the verb of saying is near.</summary>
    private PersonMention? NewFamily(int at, int end, bool isFirst)
    {
        if (names.FamilyAt(at, end, waiting.Exists(speaker => speaker.Person is null) ? FamilyKind.Likely : FamilyKind.Sure) is not { } alone) return null;
        if (alone.End != end && !WordTraits.Of(tokens[alone.End]).IsBoundary) return null;
        return isFirst || alone.End == end ? alone : null;
    }

    /// <summary>True where the clause has a subject of its own that is no official.</summary>
    private bool IsOther(int first, int end)
    {
        while (first < end && (tokens[first].Kind == TokenKind.Mark || tokens[first].Key is "همچنین" or "اما" or "و" or "البته")) first++;
        return first < end && (Others.Contains(tokens[first].Key) || MentionLexicons.Occupations.At(tokens, first, end).Tokens > 0 || MentionLexicons.Bodies.At(tokens, first, end).Tokens > 0 || Speakers.IsBody(tokens[first].Key));
    }

    /// <summary>True where the words behind a subject set it apart from the one who spoke before: «X نیز …», «X در پاسخ به وی …».</summary>
    private bool IsAnother(int at, int end)
    {
        if (at < end && tokens[at].Key is "نیز" or "هم") return true;
        for (var next = at; next + 1 < end; next++)
        {
            if (tokens[next].Key is "به" or "با" or "از" && tokens[next + 1].Key is "وی" or "او" or "ایشان") return true;
        }
        return false;
    }

    private Speaker Named(Person person, int paragraph, bool another = false)
    {
        // «عضو مجمع نمایندگان … گفت. / X، نماینده … افزود»: one person with both posts.
        if (person.Post is { } own && Current is { Person: null, Post: { } bare } && IsSecondPost(own, bare) && !another) Current.Person = person;
        // Who answers the one that spoke last is not the holder of that post.
        var current = Current?.Post;
        if (person.Post is null && !person.IsOtherwiseKnown && waiting.LastOrDefault(speaker => speaker.Person is null && speaker.Post!.Role is not ("رئیس‌جمهور" or "نخست‌وزیر") && !(another && speaker.Post == current)) is { } post && paragraph >= person.Paragraph)
        {
            person.Take(post.Post!, "official: post before, name later");
            post.Person = person;
        }
        else if (person is { Post: null, IsOtherwiseKnown: false } && people.UnheldBefore(person) is { } unheld) person.Take(unheld, "official: subject before, name later");
        return Speaker.Of(person);
    }

    private Speaker Posted(PostMention post, int end, int paragraph)
    {
        var after = post.End;
        // «نماینده ولی‌فقیه در استان و امام جمعه بوشهر، X»: both posts are X's.
        if (after + 1 < end && tokens[after].Key == "و" && people.Posts.TryGetValue(after + 1, out var second)) after = second.End;
        while (after < end && tokens[after].Form is "،" or "«" or "-" or "(") after++;
        if (after < end && people.Names.TryGetValue(after, out var named)) return Named(named.Person, paragraph);
        if (Current?.Person is { Post: { } held } current && IsSecondPost(held, post) && !IsAnother(post.End, end)) return Speaker.Of(current);
        if (people.Holder(post) is { } holder && !(holder.Post!.IsFormer && !post.IsFormer && IsAnother(post.End, end)))
        {
            holder.Take(post, "official: name, post elsewhere");
            return Speaker.Of(holder);
        }
        // Somebody who has been speaking without a post is the holder of the post that goes on speaking.
        if (Current?.Person is { Post: null, IsOtherwiseKnown: false } speaking && post.IsSpecific && !IsAnother(post.End, end))
        {
            speaking.Take(post, "official: name before, post later");
            return Speaker.Of(speaking);
        }
        if (waiting.FirstOrDefault(known => known.Post!.Role == post.Role && known.Post.IsFormer == post.IsFormer && (known.Post.Organisation == post.Organisation || post.Organisation is null)
            && (known.Post.Unit is null || post.Unit is null || Fold.Key(known.Post.Unit) == Fold.Key(post.Unit)) && (known.Post.Place is null || post.Place is null || Fold.Key(known.Post.Place) == Fold.Key(post.Place))) is { } same) return same;
        var speaker = Speaker.Of(post, text.OriginalText(post.First, post.End));
        waiting.Add(speaker);
        return speaker;
    }

    /// <summary>«نماینده مردم … / عضو کمیسیون … مجلس», «رئیس … / عضو سابق …»: posts that one person has together.</summary>
    private bool IsSecondPost(PostMention held, PostMention post)
    {
        if (post is { IsFormer: true, Role: "عضو" } && held.Role != "عضو") return true;
        if (held.Role == "امام جمعه") return post.Role == "نماینده ولی‌فقیه";
        if (held.Role == "نماینده ولی‌فقیه") return post.Role == "امام جمعه";
        if (held.Organisation is not ("مجلس شورای اسلامی" or "مجلس خبرگان رهبری") || post.Role is not ("عضو" or "نماینده" or "سخنگو" or "رئیس" or "نایب‌رئیس" or "دبیر")) return false;
        return post.Role != held.Role && Enumerable.Range(post.First, post.End - post.First).Any(at => tokens[at].Key is "مجلس" or "کمیسیون" or "فراکسیون" or "نمایندگان");
    }

    /// <summary>«این استاندار»: the one who holds such a post, of several the last who spoke.</summary>
    private Speaker? Demonstrative(int at)
    {
        var (role, _) = MentionLexicons.Roles.At(tokens, at, Math.Min(tokens.Count, at + 2));
        if (role is null || Current?.Person?.Post?.Role == role.Name || Current?.Post?.Role == role.Name || role.Name is "مسئول" or "مدیر" or "کارشناس") return null;
        return people.All.FirstOrDefault(person => person.Post?.Role == role.Name) is { } holder ? Speaker.Of(holder) : null;
    }
}
