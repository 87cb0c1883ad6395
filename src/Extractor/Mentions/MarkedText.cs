using System.Collections.Frozen;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>What part a token plays in its clause.</summary>
internal enum TokenRole : byte
{
    /// <summary>A noun, an adjective or a name, for all one knows.</summary>
    Content,

    /// <summary>در, به, برای.</summary>
    Preposition,

    /// <summary>و, که, اما.</summary>
    Conjunction,

    /// <summary>این, هر, برخی.</summary>
    Determiner,

    /// <summary>نیز, تاکنون, حدود.</summary>
    Adverb,

    /// <summary>میانگین, متوسط: part of a noun phrase or a qualification of the number behind it.</summary>
    Measure,

    /// <summary>وی, آنان.</summary>
    Pronoun,

    /// <summary>را.</summary>
    Object,

    /// <summary>است, بود.</summary>
    Copula,

    /// <summary>Any other finite verb, or part of one.</summary>
    Verb,

    /// <summary>Part of a number.</summary>
    Number,

    /// <summary>Part of a mention of time.</summary>
    Time,

    /// <summary>Punctuation.</summary>
    Mark,
}

/// <summary>A finite verb of the text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Form">What its form says.</param>
internal readonly record struct VerbMention(int First, int End, VerbForm Form);

/// <summary>A text with its numbers, times and verbs marked on its tokens: what figures and pledges are read from.</summary>
internal sealed class MarkedText
{
    /// <summary>«حمل و نقل»: two words that «و» makes one.</summary>
    private static readonly FrozenSet<(string First, string Last)> Compounds =
        LanguageTable.Read("Mentions/coordinated-compounds.tsv").Select(row => (Fold.Key(row[0]), Fold.Key(row[1]))).ToFrozenSet();

    private readonly TokenRole[] roles;
    private readonly int[] sentenceOf;
    private readonly int[] clauseStart;
    private readonly DateMention?[] dateAt;

    /// <summary>Marks a text; relative times are resolved against <paramref name="reference"/>.</summary>
    public MarkedText(TokenizedText text, DateOnly? reference)
    {
        Text = text;
        var numbers = NumberReader.FindSingle(text);
        Numbers = NumberRanges.Join(text, numbers);
        Dates = DateReader.Find(text, reference, numbers);
        roles = new TokenRole[text.Tokens.Count];
        sentenceOf = new int[text.Tokens.Count];
        clauseStart = new int[text.Tokens.Count];
        dateAt = new DateMention?[text.Tokens.Count];
        for (var s = 0; s < text.Sentences.Count; s++)
            Array.Fill(sentenceOf, s, text.Sentences[s].FirstToken, text.Sentences[s].EndToken - text.Sentences[s].FirstToken);
        MarkWords();
        Verbs = FindVerbs();
        foreach (var date in Dates)
        {
            for (var i = date.FirstToken; i < date.EndToken; i++)
            {
                dateAt[i] = date;
                if (date.Precision != DatePrecision.Duration && roles[i] != TokenRole.Mark) roles[i] = TokenRole.Time;
            }
        }
        foreach (var number in Numbers)
        {
            for (var i = number.FirstToken; i < number.EndToken; i++)
            {
                if (roles[i] != TokenRole.Time) roles[i] = TokenRole.Number;
            }
        }
        MarkClauses();
    }

    /// <summary>The tokens that are marked.</summary>
    public TokenizedText Text { get; }

    /// <summary>All numbers in order.</summary>
    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>All mentions of time in order.</summary>
    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>All finite verbs in order.</summary>
    public IReadOnlyList<VerbMention> Verbs { get; }

    /// <summary>The number of tokens.</summary>
    public int Count => roles.Length;

    /// <summary>The folded word at a token, "" outside the text.</summary>
    public string Key(int token) => (uint)token < (uint)roles.Length ? Text.Tokens[token].Key : "";

    /// <summary>The characters of a token, "" outside the text.</summary>
    public string Form(int token) => (uint)token < (uint)roles.Length ? Text.Tokens[token].Form : "";

    /// <summary>The part a token plays; a mark outside the text.</summary>
    public TokenRole Role(int token) => (uint)token < (uint)roles.Length ? roles[token] : TokenRole.Mark;

    /// <summary>The sentence a token stands in.</summary>
    public Sentence SentenceAt(int token) => Text.Sentences[sentenceOf[token]];

    /// <summary>The first token of the clause a token stands in.</summary>
    public int ClauseStart(int token) => clauseStart[token];

    /// <summary>The mention of time that covers a token, or null.</summary>
    public DateMention? DateAt(int token) => (uint)token < (uint)dateAt.Length ? dateAt[token] : null;

    /// <summary>The first finite verb that begins at or after <paramref name="token"/> and before <paramref name="end"/>.</summary>
    public VerbMention? VerbFrom(int token, int end)
    {
        var (low, high) = (0, Verbs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Verbs[middle].First < token) low = middle + 1; else high = middle;
        }
        return low < Verbs.Count && Verbs[low].First < end ? Verbs[low] : null;
    }

    /// <summary>The words of a token range as the source wrote them.</summary>
    public string Words(int first, int end) => Text.OriginalText(first, end);

    /// <summary>Takes a unit into the number before it, so that no phrase runs over it.</summary>
    public void MarkUnit(int first, int end) => Array.Fill(roles, TokenRole.Number, first, end - first);

    // Words that are prepositions only before or behind another word: «نسبت به», «به عنوان».
    private TokenRole RoleOf(int i, in Token word) => word.Key switch
    {
        "نسبت" when Key(i + 1) != "به" => TokenRole.Content,
        "همراه" when Key(i + 1) is not ("با" or "داشت") => TokenRole.Content,
        "عنوان" when i == 0 || Key(i - 1) is not ("به" or "تحت") => TokenRole.Content,
        "کلیه" when i > 0 && NumeralTable.TryGet(Key(i - 1), out _) => TokenRole.Content,
        "پیش" or "پس" or "بعد" or "قبل" when i > 0 && Key(i - 1) is "سال" or "ماه" or "روز" or "هفته" => TokenRole.Adverb,
        // «به طور کلی», «به طور مستقیم»: how, not what.
        _ when Key(i - 1) == "طور" && Key(i - 2) == "به" && WordTraits.Of(word).Role == TokenRole.Content => TokenRole.Adverb,
        "و" when i > 0 && i + 1 < roles.Length && Compounds.Contains((Key(i - 1), Text.Tokens[i + 1].Lexeme.Stem)) => TokenRole.Content,
        _ => WordTraits.Of(word).Role,
    };

    private void MarkWords()
    {
        for (var i = 0; i < roles.Length; i++)
        {
            ref readonly var token = ref Text.Tokens[i];
            roles[i] = token.Kind switch
            {
                TokenKind.Mark => TokenRole.Mark,
                TokenKind.Number => TokenRole.Number,
                _ => RoleOf(i, token),
            };
        }
    }

    private List<VerbMention> FindVerbs()
    {
        var verbs = new List<VerbMention>();
        for (var i = 0; i < roles.Length; i++)
        {
            if (VerbAt(i) is not { } verb) continue;
            verbs.Add(verb);
            for (var k = verb.First; k < verb.End; k++)
            {
                if (roles[k] != TokenRole.Copula) roles[k] = TokenRole.Verb;
            }
            i = verb.End - 1;
        }
        return verbs;
    }

    private VerbMention? VerbAt(int i)
    {
        if (roles[i] is TokenRole.Mark or TokenRole.Number) return null;
        var word = WordTraits.Of(Text.Tokens[i]);
        if (!word.MayBeVerb) return null;
        var key = Key(i);
        if (word.Will is { Person: > 0 } will && VerbLexicon.Find(Key(i + 1)) is { Tense: VerbTense.Past } main)
            return new(i, i + 2, main with { Tense = VerbTense.Future, Person = will.Person, Negative = will.Negative, MayBeNoun = false });
        if (key is "می" or "نمی" && VerbLexicon.Find(Key(i + 1)) is { Tense: VerbTense.Subjunctive or VerbTense.Past } rest)
            return new(i, i + 2, rest with { Tense = rest.Tense == VerbTense.Past ? VerbTense.Past : VerbTense.Present, Negative = key == "نمی", MayBeNoun = false });
        if (word.Verb is not { } form) return null;
        if (form.Tense == VerbTense.Participle)
        {
            var next = Key(i + 1);
            if (next is "است" or "بود" or "بودند" or "اند" or "ام" or "ایم" or "شد" or "شدند" or "شده" or "باشد" or "باشند")
                return new(i, i + 2, form with { Tense = VerbTense.Past, MayBeNoun = false });
            if (VerbLexicon.FutureAuxiliary(next) is { Person: > 0 } passive && Key(i + 2) == "شد") return new(i, i + 3, form with { Tense = VerbTense.Future, Person = passive.Person, Negative = passive.Negative, MayBeNoun = false });
            return form.Stem is "شد" or "کرد" or "داد" or "رسید" or "گرفت" or "یافت" or "داشت" && Role(i + 1) is TokenRole.Mark or TokenRole.Conjunction
                ? new(i, i + 1, form)
                : null;
        }
        if (form.MayBeNoun && !EndsClause(i + 1)) return null;
        if (form.Tense == VerbTense.Subjunctive && key.Length <= 3 && form.Stem != "شد" && key is not ("شود" or "دهد" or "کند" or "کنم")) return EndsClause(i + 1) ? new(i, i + 1, form) : null;
        return new(i, i + 1, form);
    }

    private bool EndsClause(int token) => token >= roles.Length || Role(token) is TokenRole.Mark || Key(token) is "و" or "که" or "ولی" or "اما" or "تا";

    // A clause begins behind a verb, behind «که», and behind the marks that part sentences.
    private void MarkClauses()
    {
        var verb = 0;
        foreach (var sentence in Text.Sentences)
        {
            var start = sentence.FirstToken;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                clauseStart[i] = start;
                while (verb < Verbs.Count && Verbs[verb].End <= i) verb++;
                var endsVerb = verb < Verbs.Count && Verbs[verb].End == i + 1;
                // «سهم بیمار اما از ۳۰ به ۱۵ رسید»: behind a noun the word only sets it off.
                var isJoint = roles[i] == TokenRole.Conjunction && Key(i) is not ("و" or "یا") && !(Key(i) is "اما" or "ولی" && i > start && roles[i - 1] == TokenRole.Content);
                if (endsVerb || isJoint || roles[i] == TokenRole.Mark && Text.Tokens[i].Form is ":" or "؛" or ";" or "«" or "»" or "(" or ")") start = i + 1;
            }
        }
    }
}
