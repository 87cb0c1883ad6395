using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>A person of an article, under all the ways it names them.</summary>
internal sealed class Person(PersonMention first, int paragraph)
{
    /// <summary>The fullest mention of the name so far.</summary>
    public PersonMention Mention { get; private set; } = first;

    /// <summary>The paragraph of the first mention.</summary>
    public int Paragraph { get; } = paragraph;

    /// <summary>The post the text gives, or null.</summary>
    public PostMention? Post { get; private set; }

    /// <summary>True where the text says what the person is, and it is no post: «X، دانش‌آموز، …», «X، ۶۷ ساله».</summary>
    public bool IsOtherwiseKnown { get; set; }

    /// <summary>How the post was found.</summary>
    public string Rule { get; private set; } = "official: name";

    public string Name => Mention.Name;

    /// <summary>Takes another mention of the same person; the fuller name stays.</summary>
    public void Add(PersonMention mention)
    {
        if (mention.IsFull && !Mention.IsFull || mention.Key.Length > Mention.Key.Length && mention.IsFull == Mention.IsFull) Mention = mention;
    }

    /// <summary>Gives the person a post, or fills in what the known one lacks.</summary>
    public void Take(PostMention post, string rule)
    {
        if (Post is null || (!Post.IsSpecific && post.IsSpecific)) (Post, Rule) = (post, rule);
        else if (Post.Role == post.Role && Post.Place is null && post.Place is not null && (post.Organisation is null || Post.Organisation is null || post.Organisation == Post.Organisation))
            Post = Post with { Place = post.Place, PlaceKind = post.PlaceKind, Organisation = Post.Organisation ?? post.Organisation };
    }

    /// <summary>True where a word or two can be this person's family name.</summary>
    public bool IsCalled(string key) => Mention.FamilyKey == key || Mention.Key == key || (Mention.IsFull && key.Length >= 5 && Mention.Key.EndsWith(key, StringComparison.Ordinal)) || IsFirstOfFamily(key);

    /// <summary>«مجتهدزاده» for «محمد مجتهدزاده فارابی»: a family name of two words is cut to its first.</summary>
    private bool IsFirstOfFamily(string key)
    {
        if (!Mention.IsFull || key.Length < 5 || !Mention.Key.Contains(key, StringComparison.Ordinal) || NameWords.GivenKindOf(key) == GivenKind.Sure) return false;
        var words = Mention.Name.Split(' ');
        return words.Length > 2 && Array.FindIndex(words, 1, words.Length - 2, word => Fold.Key(word) == key) > 0;
    }

    /// <summary>True where a mention can be this person: the same name, or the family name alone.</summary>
    public bool Is(PersonMention mention) => mention.Key == Mention.Key
        || (mention.FamilyKey == Mention.FamilyKey && (!mention.IsFull || !Mention.IsFull || Mention.Key.EndsWith(mention.Key, StringComparison.Ordinal) || mention.Key.EndsWith(Mention.Key, StringComparison.Ordinal)))
        || (!mention.IsFull && mention.Key.Length >= 4 && Mention.Key.EndsWith(mention.Key, StringComparison.Ordinal))
        // «حمزه فرج اللهی … / فرج اللهی گفت»: what reads like a full name is the end of a fuller one.
        || (mention.IsFull && Mention.IsFull && mention.Key.Length >= 6 && Mention.Key.EndsWith(mention.Key, StringComparison.Ordinal))
        || (mention.IsFull && Mention.IsFull && IsMisspelt(mention.Key, Mention.Key))
        || (!mention.IsFull && (IsMisspelt(mention.Key, Mention.FamilyKey) || IsFirstOfFamily(mention.Key)));

    /// <summary>Names of some length that differ in one letter, not the first: a slip of the pen rather than two persons.</summary>
    private static bool IsMisspelt(string first, string second)
    {
        if (Math.Min(first.Length, second.Length) < 9 || Math.Abs(first.Length - second.Length) > 1 || first[0] != second[0]) return false;
        var head = 0;
        while (head < first.Length && head < second.Length && first[head] == second[head]) head++;
        var tail = 0;
        while (tail < first.Length - head && tail < second.Length - head && first[^(tail + 1)] == second[^(tail + 1)]) tail++;
        return Math.Max(first.Length, second.Length) - head - tail <= 1;
    }
}

/// <summary>All persons of an article, and which post is whose.</summary>
internal sealed class People(TokenizedText text, PostReader posts, PersonReader names)
{
    private static readonly HashSet<string> Soles = ["وزیر", "استاندار", "فرماندار", "بخشدار", "شهردار", "دادستان", "امام جمعه", "نماینده", "مدیرعامل"];

    /// <summary>Events that open a sentence in the name of the one who speaks at them.</summary>
    private static readonly HashSet<string> Events = ["نشست", "سخنان", "سخنرانی", "پیام", "نامه", "دیدار", "بازدید", "سفر", "پاسخ", "واکنش", "توضیح", "توضیحات", "گزارش", "وعده", "انتقاد", "گلایه", "هشدار", "تاکید", "روایت", "ایین", "معارفه"];

    /// <summary>First words of what says when, where or on what occasion something was.</summary>
    private static readonly HashSet<string> Openings = ["در", "به", "با", "پس", "پیش", "بعد", "همزمان", "ضمن", "طی", "امروز", "دیروز", "صبح", "عصر", "ظهر", "شامگاه", "شب", "روز", "شنبه", "یکشنبه", "دوشنبه", "سهشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "هفته", "سرانجام", "بامداد"];

    private static readonly HashSet<string> Homes = ["فرزند", "فرزندش", "فرزندانش", "خانهاش", "همسرش", "شوهرش", "مادرش", "پدرش", "دخترش", "پسرش", "کودکش", "نوهاش", "برادرش", "خواهرش", "نوزادش", "پایش", "دستش"];

    /// <summary>No opening of a sentence that only says the occasion is longer; tokens.</summary>
    private const int LongestOccasion = 14;

    private readonly List<Person> all = [];
    private readonly TokenList tokens = text.Tokens;
    private readonly bool[] isInPost = new bool[text.Tokens.Count];
    private readonly PostMention?[] postBefore = new PostMention?[text.Tokens.Count + 1];

    /// <summary>In order of first appearance.</summary>
    public IReadOnlyList<Person> All => all;

    /// <summary>The posts of each sentence that begin at a token.</summary>
    public Dictionary<int, PostMention> Posts { get; } = [];

    /// <summary>The names that begin at a token.</summary>
    public Dictionary<int, (PersonMention Mention, Person Person)> Names { get; } = [];

    /// <summary>Finds posts and full names, and joins those that stand side by side.</summary>
    public void Find()
    {
        FindPosts();
        FindShared();
        FindNames();
    }

    private void FindShared()
    {
        var shared = new SharedPosts(text, posts);
        foreach (var sentence in text.Sentences)
        {
            foreach (var (name, post) in shared.Find(sentence, (at, end) => isInPost[at] ? null : NameAt(at, end, isBeside: true))) Add(name, sentence.Paragraph).Take(post, "official: names, shared posts");
        }
    }

    private void FindPosts()
    {
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                if (posts.At(at, sentence.EndToken) is not { } post) continue;
                Posts[at] = post;
                at = Math.Max(at, post.End - 1);
            }
        }
        // «به گفته معاون توانبخشی سهم زنجان …»: a post whose body is not named ends with the words it shares with one that is.
        foreach (var vague in Posts.Values.Where(post => !post.IsKnownBody && post.End > post.First + 2).ToArray())
        {
            foreach (var known in Posts.Values.Where(post => post.IsKnownBody && post.Role == vague.Role && post.Unit is not null))
            {
                var shared = 1;
                while (vague.First + shared < vague.End && known.First + shared < known.End && tokens[vague.First + shared].Key == tokens[known.First + shared].Key) shared++;
                if (shared == 1) continue;
                Posts[vague.First] = known with { First = vague.First, End = vague.First + shared };
                break;
            }
        }
        // «مؤسس و مدیر مرکز …»: the body stands once, behind the second post.
        foreach (var bare in Posts.Values.Where(post => !post.IsSpecific && post.End + 1 < tokens.Count && tokens[post.End].Key == "و").ToArray())
        {
            if (Posts.GetValueOrDefault(bare.End + 1) is { IsKnownBody: true } second) Posts[bare.First] = second with { First = bare.First, End = bare.End, Role = bare.Role };
        }
        foreach (var post in Posts.Values)
        {
            Array.Fill(isInPost, true, post.First, post.End - post.First);
            postBefore[post.End] ??= post;
        }
    }

    private void FindNames()
    {
        var taken = new HashSet<PostMention>(ReferenceEqualityComparer.Instance);
        PostMention Used(PostMention post)
        {
            taken.Add(post);
            return post;
        }
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                if (isInPost[at]) continue;
                var beside = FollowsPost(at, sentence.FirstToken);
                if (NameAt(at, sentence.EndToken, beside is not null) is not { } mention) continue;
                var person = Add(mention, sentence.Paragraph);
                if (PostAs(mention.End, sentence.EndToken) is { } named) person.Take(named, "official: name as post");
                // «X معاون A، Y شهردار B، …»: in a list each post stands right behind its name.
                else if (beside is not null && !taken.Contains(beside) && !(tokens[at - 1].Form == "،" && Posts.ContainsKey(mention.End))) person.Take(beside, "official: post, name");
                // «X؛ رئیس … گفت»
                else if (at == sentence.FirstToken && mention.End < sentence.EndToken && tokens[mention.End].Form == "؛" && Posts.GetValueOrDefault(mention.End + 1) is { IsKnownBody: true } parted) person.Take(Used(parted), "official: name, post");
                else if (PostAfter(mention.End, sentence.EndToken) is { } behind) person.Take(Used(behind), "official: name, post");
                at = mention.End - 1;
            }
            // «اسفندیاری، رئیس …»: a family name alone is vouched for by the post set beside it.
            if (!Names.ContainsKey(sentence.FirstToken) && names.FamilyAt(sentence.FirstToken, sentence.EndToken, FamilyKind.Unknown) is { } alone && alone.End < sentence.EndToken
                && tokens[alone.End].Form is "،" or "," && PostAfter(alone.End, sentence.EndToken) is { IsSpecific: true } post2 && (post2.IsKnownBody || names.FamilyAt(sentence.FirstToken, sentence.EndToken) is not null))
                Add(alone, sentence.Paragraph).Take(post2, "official: family name, post");
        }
    }

    /// <summary>
    /// What news of appointments says far from the name: «X با رأی هیئت امنا به عنوان رئیس انجمن انتخاب شد», and «X جایگزین Y شد», by which X
    /// gets the post of Y where nothing else gives him one.
    /// </summary>
    public void SettleAppointments()
    {
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            {
                if (!Names.TryGetValue(at, out var named)) continue;
                if (named.Person.Post is null && AppointedTo(named.Mention.End, sentence.EndToken) is { } post) named.Person.Take(post, "official: name as post");
                else if (named.Person.Post is null && Predecessor(named.Mention.End, sentence.EndToken)?.Post is { } left) named.Person.Take(left with { IsFormer = false }, "official: name as post");
                at = named.Mention.End - 1;
            }
        }
    }

    /// <summary>The post that a clause behind a name appoints to, or null.</summary>
    private PostMention? AppointedTo(int at, int end)
    {
        for (var next = at; next + 1 < Math.Min(end, at + 14); next++)
        {
            if (Names.ContainsKey(next) || tokens[next].Kind == TokenKind.Mark || WordTraits.Of(tokens[next]).Verb is { MayBeNoun: false }) return null;
            if (tokens[next].Key is not ("عنوان" or "سمت" or "بهعنوان" or "بهسمت") || Posts.GetValueOrDefault(next + 1) is not { IsSpecific: true } post) continue;
            for (var verb = post.End; verb < Math.Min(end, post.End + 4); verb++)
            {
                if (tokens[verb].Key is "منصوب" or "معرفی" or "انتخاب" or "برگزیده" or "معارفه" or "گمارده" or "ابقا" or "مشغول" or "منصوبشد" or "برگزید") return post;
            }
            return null;
        }
        return null;
    }

    /// <summary>«X جایگزین Y شد»: Y.</summary>
    private Person? Predecessor(int at, int end)
    {
        if (at + 1 >= end || tokens[at].Key is not ("جایگزین" or "جانشین")) return null;
        for (var next = at + 1; next < Math.Min(end, at + 12); next++)
        {
            if (Names.TryGetValue(next, out var named)) return named.Person;
        }
        return null;
    }

    /// <summary>A name at a token; a post right before or behind vouches for one that alone would be doubtful.</summary>
    private PersonMention? NameAt(int at, int end, bool isBeside)
    {
        var opening = names.OpeningAt(at, end);
        // «خبرنگار مهر»: what one is, not what one is called.
        if (opening is { } called && called.Start == called.First && MentionLexicons.Occupations.At(tokens, called.First, end).Tokens > 0) return null;
        if (opening is { } begun && names.At(begun, end, isBeside ? 2 : 0) is { } mention) return mention;
        if (names.Quoted(at, end) is { } quoted && (isBeside || PostAfter(quoted.End, end) is { IsKnownBody: true })) return quoted;
        return opening is { } vouched && names.At(vouched, end, 2.5) is { IsFull: true } weak && (PostAfter(weak.End, end) ?? PostAs(weak.End, end)) is { IsKnownBody: true } ? weak : null;
    }

    /// <summary>Adds a mention to the person it names, or a new one.</summary>
    public Person Add(PersonMention mention, int paragraph)
    {
        var person = all.FirstOrDefault(known => known.Is(mention));
        if (person is null) all.Add(person = new(mention, paragraph));
        else person.Add(mention);
        if (IsOrdinary(mention.End, tokens.Count) || FollowsOrdinary(mention.Start)) person.IsOtherwiseKnown = true;
        Names[mention.Start] = (mention, person);
        return person;
    }

    /// <summary>True for the tokens of a post.</summary>
    public bool IsInPost(int token) => isInPost[token];

    /// <summary>The person whose family name alone stands at a token.</summary>
    public Person? FamilyAt(int at, int end) => Family(at, end).Person;

    /// <summary>Where the family name of a known person that begins at a token ends, or 0.</summary>
    public int FamilyEnd(int at, int end) => Family(at, end).End;

    private (Person? Person, int End) Family(int at, int end)
    {
        var key = "";
        for (var stop = at; stop < Math.Min(end, at + 3); stop++)
        {
            if (tokens[stop].Kind != TokenKind.Word) break;
            key += tokens[stop].Key;
            if (key.Length < 4) continue;
            foreach (var person in all)
            {
                if (person.IsCalled(key)) return (person, stop + 1);
            }
        }
        return default;
    }

    /// <summary>The person who holds a post, by role and, where both say so, body and place.</summary>
    public Person? Holder(PostMention post)
    {
        var holders = all.Where(person => person.Post is { } held && held.Role == post.Role
            && (post.Organisation is null || held.Organisation is null || SameBody(held.Organisation, post.Organisation))
            && (post.Place is null || held.Place is null || Fold.Key(held.Place) == Fold.Key(post.Place))
            && (post.Unit is null || held.Unit is null || Fold.Key(held.Unit) == Fold.Key(post.Unit))).ToArray();
        if (holders.Length > 0) return holders.OrderBy(person => person.Post!.IsFormer == post.IsFormer ? 0 : 1).ThenByDescending(person => person.Post!.Unit == post.Unit).First();
        // «وزیر رفاه» of «وزیر تعاون، کار و رفاه اجتماعی»: a role that one person of the article has needs no more.
        var sole = all.Where(person => person.Post?.Role == post.Role).Take(2).ToArray();
        if (post.Role == "نماینده" && post is { Organisation: not null, IsKnownBody: false }) return null;
        return sole.Length == 1 && Soles.Contains(post.Role) ? sole[0] : null;
    }

    /// <summary>«مدیرکل بهزیستی قزوین از مرکز بازدید کرد. / وارثی در این بازدید گفت»: the post that led a sentence shortly before the first mention of a person, and that nobody holds.</summary>
    public PostMention? UnheldBefore(Person person)
    {
        if (!person.Mention.IsFull) return null;
        var subjects = Posts.Values.Where(post => post is { IsSpecific: true, IsKnownBody: true, IsFormer: false } && post.Role is not ("رئیس‌جمهور" or "نخست‌وزیر") && post.First < person.Mention.Start && IsSubject(post)).OrderBy(post => post.First);
        return subjects.FirstOrDefault(post => ParagraphOf(post.First) is var at && at < person.Paragraph && person.Paragraph - at <= 3 && Holder(post) is null);
    }

    private int ParagraphOf(int token) => text.Sentences.First(sentence => sentence.FirstToken <= token && token < sentence.EndToken).Paragraph;

    /// <summary>True for a post that begins its sentence, or is joined by «و» to one that does.</summary>
    private bool IsSubject(PostMention post)
    {
        if (post.First == 0) return true;
        var before = tokens[post.First - 1];
        var first = text.Sentences.First(sentence => sentence.FirstToken <= post.First && post.First < sentence.EndToken).FirstToken;
        // «نشست خبری مدیرکل …»: the event is his.
        if (first == post.First || post.First - first <= 2 && Events.Contains(tokens[first].Key)) return true;
        // «در این نشست مدیر … گزارشی داد»
        if (post.First == first + 3 && tokens[first].Key == "در" && tokens[first + 1].Key is "این" or "همین" or "ان") return true;
        return before.Key == "و" && Posts.Values.Any(other => other.End == post.First - 1 && IsSubject(other)) || before.Form == "،" && IsOccasion(first, post.First - 1);
    }

    /// <summary>«در آستانه روز جهانی سالمند، معاون …»: an opening that only says when, where or on what occasion, in which nobody is named.</summary>
    private bool IsOccasion(int first, int comma)
    {
        if (comma - first > LongestOccasion || !Openings.Contains(tokens[first].Key)) return false;
        for (var at = first + 1; at < comma; at++)
        {
            if (tokens[at].Kind == TokenKind.Mark || Posts.ContainsKey(at) || Names.ContainsKey(at) || WordTraits.Of(tokens[at]).Verb is { MayBeNoun: false } || ReportingVerbs.At(tokens, at, comma).Tokens > 0) return false;
        }
        return true;
    }

    private static bool SameBody(string first, string second)
    {
        var (a, b) = (Core(first), Core(second));
        return a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
    }

    /// <summary>A body without the words that only its full name has: «شورای شهر» of «شورای اسلامی شهر».</summary>
    private static string Core(string body) => Fold.Key(body).Replace("انقلاباسلامی", "", StringComparison.Ordinal).Replace("اسلامی", "", StringComparison.Ordinal).Replace("امامخمینی", "", StringComparison.Ordinal).Replace("وزارت", "", StringComparison.Ordinal);

    private PostMention? FollowsPost(int at, int start)
    {
        var before = at - 1;
        while (before >= start && tokens[before].Form is "،" or "," or "«" or "\"" or "-" or "–" or "(") before--;
        return postBefore[before + 1] is { IsSpecific: true } post && post.First >= start && !(before < at - 1 && tokens[at - 1].Form != "(" && IsAnothersAct(post, start)) ? post : null;
    }

    /// <summary>«با حکم استاندار، X …»: whose order it is, not X's post.</summary>
    private bool IsAnothersAct(PostMention post, int start) =>
        post.First > start && tokens[post.First - 1].Key is "حکم" or "دستور" or "پیشنهاد" or "موافقت" or "نظر" or "معرفی" or "سوی" or "توسط" or "نامه" or "ابلاغ" or "احکام" or "دعوت" or "حضور";

    /// <summary>«X به عنوان Y»، «X به سمت Y».</summary>
    private PostMention? PostAs(int end, int limit) =>
        end + 2 < limit && tokens[end].Key is "به" or "را" ? Posts.GetValueOrDefault(tokens[end].Key == "را" ? end + 3 : end + 2) is { } post && tokens[post.First - 1].Key is "عنوان" or "سمت" ? post : null : null;

    private PostMention? PostAfter(int end, int limit)
    {
        while (end < limit && tokens[end].Form is "،" or "," or "»" or "\"" or "-" or "–" or "(") end++;
        if (end < limit && tokens[end].Key is "نیز" or "هم") end++;
        if (end >= limit) return null;
        return tokens[end].Key == "که" ? HeldPost(end + 1, limit) : Posts.GetValueOrDefault(end) ?? PostBesideCalling(end, limit);
    }

    /// <summary>«X، متخصص قلب و رئیس مرکز بهداشت …», «X، نویسنده و مدیر کانون …»: a calling of a few words before the post.</summary>
    private PostMention? PostBesideCalling(int at, int limit)
    {
        if (tokens[at - 1].Form is not ("،" or ",")) return null;
        for (var next = at; next + 1 < Math.Min(limit, at + 5); next++)
        {
            if (tokens[next].Key == "و") return next > at && Posts.GetValueOrDefault(next + 1) is { IsSpecific: true, IsKnownBody: true } post ? post : null;
            if (tokens[next].Kind != TokenKind.Word || Names.ContainsKey(next) || isInPost[next] || names.OpeningAt(next, limit) is not null || WordTraits.Of(tokens[next]).IsBoundary || WordTraits.Of(tokens[next]).Verb is { MayBeNoun: false }) return null;
        }
        return null;
    }

    /// <summary>«X، قالیباف روستای …», «X، ۶۷ ساله», «X، ساکن خیابان …», «X که شصت سال دارد»: what the words behind a name say of one who holds no post.</summary>
    private bool IsOrdinary(int end, int limit)
    {
        while (end < limit && tokens[end].Form is "،" or "," or "»" or "\"" or "(") end++;
        if (end < limit && tokens[end].Key is "یک" or "که") end++;
        if (end >= limit) return false;
        if (tokens[end - 1].Key == "که" && TellsOfHome(end, limit)) return true;
        if (IsAge(end, limit)) return true;
        // «X، از شهروندان», but «X از شهروندان خواست».
        return !(tokens[end].Key == "از" && tokens[end - 1].Kind == TokenKind.Word) && MentionLexicons.Occupations.At(tokens, end, limit).Tokens > 0;
    }

    /// <summary>«X که سه فرزند معلول دارد», «X که سیل خانه‌اش را برد»: home and family, of which news of officials seldom tells.</summary>
    private bool TellsOfHome(int at, int limit)
    {
        for (var next = at; next < Math.Min(limit, at + 10) && tokens[next].Kind != TokenKind.Mark; next++)
        {
            if (Homes.Contains(tokens[next].Key)) return true;
        }
        return false;
    }

    /// <summary>«کشاورز ۵۰ ساله، X», «راننده آمبولانس، X», «مادر یکی از معلولان به نام X»: the words before the name begin with what one is.</summary>
    private bool FollowsOrdinary(int start)
    {
        var end = start;
        while (end > 0 && tokens[end - 1].Form is "،" or "," or "«" or "\"" or "(") end--;
        var first = end;
        while (first > 0 && end - first < 8 && tokens[first - 1].Kind != TokenKind.Mark && !isInPost[first - 1]) first--;
        if (first == end || first > 0 && tokens[first - 1].Kind != TokenKind.Mark) return false;
        return MentionLexicons.Occupations.At(tokens, first, end).Tokens > 0;
    }

    /// <summary>«۶۷ ساله», «شصت و هفت سال دارد».</summary>
    private bool IsAge(int at, int limit)
    {
        var stop = at;
        while (stop < limit && stop < at + 5 && (tokens[stop].Kind == TokenKind.Number || stop > at && tokens[stop].Key == "و" || NumeralTable.TryGet(tokens[stop].Key, out _))) stop++;
        if (stop == at || stop >= limit) return false;
        return tokens[stop].Key is "ساله" or "سالهای" or "سالهٔ" || stop + 1 < limit && tokens[stop].Key == "سال" && tokens[stop + 1].Key is "دارد" or "سن" or "داشت";
    }

    /// <summary>«X که مدیرکل بهزیستی قزوین است»: a post in a clause of its own that only says who holds it.</summary>
    private PostMention? HeldPost(int at, int limit)
    {
        while (at < limit && (tokens[at].Key is "هماکنون" or "اکنون" or "خود" or "نیز" or "پیشتر" or "سمت" or "مسئولیت" or "به" or "عنوان" or "عهدهدار" || tokens[at].Form == "،")) at++;
        // «که به تازگی مدیرکل … شده است», «که سه سال است رئیس …».
        for (var words = 0; words < 4 && at < limit && !Posts.ContainsKey(at) && (tokens[at].Kind == TokenKind.Number || tokens[at].Key is "به" or "تازگی" or "بهتازگی" or "اخیرا" or "حدود" or "چند" or "سال" or "سالها" or "سالهاست" or "ماه" or "هفته" or "روز" or "است" or "سه" or "دو" or "پیش" or "از" or "این" or "ان" or "تا" or "دیروز" or "قبلا" or "پیشتر"); words++) at++;
        if (at >= limit || Posts.GetValueOrDefault(at) is not { IsSpecific: true } post || post.End >= limit) return null;
        for (var next = post.End; next < Math.Min(limit, post.End + 5); next++)
        {
            // «که نایب‌رئیس … نیز هست»: a post beside the one that counts.
            if (tokens[next].Key is "نیز" or "هم" || tokens[next].Kind == TokenKind.Mark) return null;
            if (tokens[next].Key is "است" or "بود" or "بوده" or "میباشد" or "هست" or "داشت" or "دارد") return post;
        }
        return null;
    }
}
