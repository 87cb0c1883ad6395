using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Finds where a Persian noun phrase begins and ends around a token, by what cannot be part of one.</summary>
internal static class NounPhrase
{
    private const int LongestRun = 3;
    private const int LongestLeft = 6;

    private static readonly FrozenSet<string> Adjectives = LanguageTable.Read("Mentions/adjectives.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    // Words that open a predicate on the noun before them: «کتاب | مربوط به …», «زن | جان باخت».
    private static readonly FrozenSet<string> Predicates = new[] { "مربوط", "متعلق", "مبتلا", "منوط", "ناشی", "حاصل", "مرتبط", "وابسته", "جان", "عبارت", "مشتمل", "معادل", "منهدم", "ظاهرا", "واقع", "جهت", "تحت", "منجر", "قادر", "دارای", "فاقد", "زیر", "بالغ", "جابه‌جا", "ویژه", "مخصوص", "مشغول" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Plurals = ["هایی", "های", "ها"];
    private static readonly string[] Possessives = ["شان", "مان", "تان", "اند", "ند", "اش", "ش"];

    private static readonly FrozenSet<string> Which = new[] { "جدید", "تازه", "دیگر", "مزبور", "مذکور", "یادشده", "فوق", "باقی‌مانده", "باقیمانده", "مانده", "نخست", "اول", "دوم", "سوم", "بعدی", "قبلی" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] VerbalNounEndings = ["گذاری", "سازی", "رسانی", "یابی", "بندی", "کوبی", "ریزی", "کشی", "شویی", "نویسی", "گیری", "افزایی", "سپاری", "پزی", "دوزی", "بافی", "کاوی", "پاشی", "خوانی"];

    // Nouns that end like an adjective.
    private static readonly FrozenSet<string> NounsInYe = new[] { "صندلی", "مددجوی", "خودروی", "دانشجوی", "نیروی", "آگهی", "روستای", "بانوی", "کشتی", "ماهی", "گاوداری", "سواری", "بارداری", "همکاری", "یاری", "زندگی", "آموزی" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for nouns of acts that are made of a verb: «لوله‌گذاری», «مناسب‌سازی», «آب‌رسانی».</summary>
    public static bool IsVerbalNoun(string key)
    {
        foreach (var ending in VerbalNounEndings)
        {
            if (key.Length > ending.Length + 1 && key.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>True for words that describe the noun before them.</summary>
    public static bool IsAdjective(string key) =>
        Adjectives.Contains(key)
        || key.Length >= 4 && key[^1] == 'ی' && !NounsInYe.Contains(key) && !IsVerbalNoun(key)
        || key.Length >= 5 && (key.EndsWith("شده", StringComparison.Ordinal) || key.EndsWith("دیده", StringComparison.Ordinal) || key.EndsWith("زده", StringComparison.Ordinal) || key.EndsWith("یافته", StringComparison.Ordinal));

    /// <summary>The token after the phrase whose head stands at <paramref name="head"/>.</summary>
    public static int End(MarkedText text, int head)
    {
        var end = head + 1;
        // A title without a full stop ends where its sentence does.
        var limit = head < text.Count ? text.SentenceAt(head).EndToken : head;
        while (end < limit && IsJoined(text, end) && !IsClosed(text, end - 1)) end++;
        // «پرونده تخلف تشکیل و …»: the noun of a verb that stands further on.
        if (end - head > 1 && text.Key(end) is "و" or "،" && NounClasses.Of(text.Key(end - 1)) == NounClass.Act && text.Role(end + 1) is TokenRole.Content or TokenRole.Preposition && text.Key(end) == "و") end--;
        var run = end - head;
        if (run == 1) return end;
        // The word before a verb is the verb's own: «۹۰ هزار کودک معاینه شوند», «۸۴ درصد تخت‌ها پر است».
        if (text.Role(end) == TokenRole.Verb || text.Role(end) == TokenRole.Copula && (NounClasses.Is(text.Key(end - 1), NounClass.Act) || IsAdjective(text.Key(end - 1))))
        {
            end--;
            run--;
        }
        if (run <= LongestRun) return end;
        var last = head + 1;
        while (last < end && IsAdjective(text.Key(last))) last++;
        // A head that needs its genitive to be understood: «مرکز نگهداری سالمندان».
        if (last == head + 1) last = head + 2;
        return last;
    }

    /// <summary>The first token of the phrase whose last token stands before <paramref name="end"/>; <paramref name="end"/> where there is none.</summary>
    public static int Start(MarkedText text, int end, int limit)
    {
        var start = Left(text, end, limit);
        // «ظرفیت مراکز درمان و کاهش آسیب», «هزینه ساخت و تجهیز مرکز»: two genitives of one head.
        if (start < end && start - 2 >= limit && text.Key(start - 1) == "و" && IsPart(text, start - 2))
        {
            var wider = Left(text, start - 1, limit);
            if (wider < start - 1 && start - 1 - wider > 1 && end - wider <= 2 * LongestLeft && NounClasses.Is(text.Key(wider), NounClass.Sum | NounClass.Level | NounClass.Quantity) && !NounClasses.Is(text.Key(start), NounClass.Sum | NounClass.Level | NounClass.Quantity))
                start = wider;
        }
        return start;
    }

    private static int Left(MarkedText text, int end, int limit)
    {
        var (start, longest) = (end, LongestLeft);
        while (start - 1 >= limit && end - start < (text.Key(start) == "و" ? longest += 2 : longest) && (IsPart(text, start - 1) && (start == end || !IsClosed(text, start - 1)) || start < end && start - 2 >= limit && IsRateOfLevel(text, start - 1))) start--;
        while (start < end && text.Role(start) == TokenRole.Determiner) start++;
        return start;
    }

    // «مصرف ماهانه هر خانه»: the rate stands inside the phrase of the level.
    private static bool IsRateOfLevel(MarkedText text, int token) =>
        text.Key(token) is "ماهانه" or "ماهیانه" or "روزانه" or "سالانه" or "سالیانه" or "هفتگی" && (NounClasses.Is(text.Key(token - 1), NounClass.Sum | NounClass.Level) || text.Key(token - 1) == "مصرف");

    // A plural without ی and a possessive end their phrase: «بانک‌ها | وام دادند», «حقوق‌شان | کم است».
    private static bool IsClosed(MarkedText text, int token)
    {
        var key = text.Key(token);
        return key.Length > 4 && (key.EndsWith("ها", StringComparison.Ordinal) && key is not "بها" || key.EndsWith("هایشان", StringComparison.Ordinal) || key.EndsWith("شان", StringComparison.Ordinal) && key is not ("نشان" or "درخشان" or "کاشان"));
    }

    /// <summary>The words of a phrase with its head as a dictionary gives it: singular and without possessive.</summary>
    public static string Plain(MarkedText text, int start, int end)
    {
        while (start + 1 < end && (NounClasses.Of(text.Key(start)) & ~NounClass.Act) == NounClass.Quantity && text.Key(start) is not "رتبه" && IsJoined(text, start + 1)) start++;
        // «بیشترین بدهی»: the greatest of them.
        while (start + 1 < end && text.Key(start).EndsWith("ترین", StringComparison.Ordinal)) start++;
        // «هفت روستای بخش بیارجمند»: a village is told by its place alone, or by an adjective.
        if (end - start > 1 && text.Key(start) is "روستای" or "شهرستان" or "محله" && IsPlaceNoun(text.Key(start + 1))) end = start + 1;
        // «بیمه‌شدگان اصلی استان کرمان»
        for (var i = start + 1; i < end; i++)
        {
            if (text.Key(i) is "استان" or "شهرستان" && MentionLexicons.Places.At(text.Text.Tokens, i + 1, end).Tokens == end - i - 1 && end - i > 1) end = i;
        }
        // «کل مددجویان استان»
        if (end - start > 1 && text.Key(start) == "کل" && NounClasses.Is(text.Key(start + 1), NounClass.Person)) start++;
        // «۳۲۰۰ مددجوی لرستانی»
        if (end - start == 2 && text.Key(start).EndsWith("وی", StringComparison.Ordinal) && NounClasses.Is(text.Key(start), NounClass.Person) && text.Key(end - 1) is [.. var seat, 'ی'] && MentionLexicons.Places.TryGet(seat, out _)) end--;
        // «۷۲ روستای هویزه», «۹۴۰ روستای استان»: where they stand is told apart.
        if (end - start > 1 && text.Key(start).EndsWith('ی') && (IsPlaceNoun(text.Key(end - 1)) || MentionLexicons.Places.At(text.Text.Tokens, start + 1, end).Tokens == end - start - 1)) end = IsPlaceNoun(text.Key(end - 1)) ? end - 1 : start + 1;
        // «خودروی جدید», «واحد دیگر»: which of them, not what they are.
        while (end - 1 > start && (text.Role(end - 1) == TokenRole.Copula || IsWhich(text.Key(end - 1)))) end--;
        var head = Head(text.Words(start, start + 1));
        if (end - start == 1) head = WithoutEzafe(head);
        // «ایرادی که …»: the ی that announces a relative clause; «اعتباری بالغ بر …» too describes a noun without genitive.
        if (end - start == 1 && head.Length > 4 && head[^1] == 'ی' && head[^2] != '\u200c' && head[^3] != '\u200c' && (text.Key(end) == "که" || NounClasses.IsIndefinite(text.Key(start)))) head = WithoutEzafe(head[..^1]);
        // «اداره‌ای که …»
        else if (end - start == 1 && head.EndsWith("\u200cای", StringComparison.Ordinal) && text.Key(end) == "که") head = head[..^3];
        return (end - start > 1 ? head + " " + WithoutCopula(text.Words(start + 1, end)) : WithoutCopula(head)).TrimEnd('،', ',', ' ');
    }

    /// <summary>True for words that say which of them, not what they are: جدید, باقی‌مانده.</summary>
    public static bool IsWhich(string key) => Which.Contains(key);

    private static bool IsPlaceNoun(string key) => key is "استان" or "شهرستان" or "کشور" or "شهر" or "بخش" or "دهستان" or "منطقه" or "اداره" or "مرکز";

    // «خانه‌هایشان», «دستمزدش», «گیرندگان», «کودک‌اند»
    private static string Head(string word)
    {
        foreach (var ending in Possessives)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && (word[^(ending.Length + 1)] == '\u200c' || NounClasses.Of(Fold.Key(word.AsSpan(0, word.Length - ending.Length))) != NounClass.None))
            {
                word = word[..^ending.Length].TrimEnd('\u200c');
                break;
            }
        }
        return NounClasses.SingularPerson(word) ?? WithoutPlural(word);
    }

    // «گیرندگان کودک‌اند», «زنان سرپرست خانوارند», «روستاست»
    private static string WithoutCopula(string words)
    {
        // «کف حقوق‌شان»
        if (words.EndsWith("\u200cشان", StringComparison.Ordinal) || words.EndsWith("\u200cمان", StringComparison.Ordinal)) return words[..^4];
        if (words.EndsWith("\u200cاند", StringComparison.Ordinal) || words.EndsWith("\u200cاست", StringComparison.Ordinal)) return words[..^4];
        if (words.EndsWith("ند", StringComparison.Ordinal) && !NounClasses.IsNoun(Fold.Key(words.AsSpan(words.LastIndexOf(' ') + 1))) && !words.EndsWith("مند", StringComparison.Ordinal) && NounClasses.Is(Fold.Key(words.AsSpan(words.LastIndexOf(' ') + 1)), NounClass.Person)) return words[..^2];
        return words.EndsWith("ست", StringComparison.Ordinal) ? Singular(words) : words;
    }

    /// <summary>A noun before «به» or «با» without the ی of «a»: زمینی, مرکزی; کشتی keeps its own.</summary>
    public static string WithoutIndefinite(string word) =>
        word.Length > 3 && word[^1] is 'ی' or 'ي' && Fold.Key(word) is var key && !NounsInYe.Contains(key) && LightStem.IsWord(key[..^1]) ? word[..^1] : word;

    /// <summary>A noun without the ی of the genitive behind a vowel: نیروی, روستای; «هزینه‌ای» has another.</summary>
    public static string WithoutEzafe(string word) =>
        word.Length > 3 && word[^1] is 'ی' or 'ي' && (word.Length > 4 && word[^2] == 'و' && word is not ("معنوی" or "راوی" or "موسوی" or "ثانوی") || word[^2] == 'ا' && word[^3] != '\u200c' && word is not "شورای") ? word[..^1] : word;

    private static string WithoutPlural(string word)
    {
        foreach (var ending in Plurals)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length].TrimEnd('\u200c');
        }
        return word;
    }

    /// <summary>True where the token can carry on the phrase that the token before it is part of.</summary>
    public static bool IsJoined(MarkedText text, int token) =>
        text.Role(token) == TokenRole.Content && text.Text.Tokens[token].Kind == TokenKind.Word && !Predicates.Contains(text.Key(token));

    private static bool IsPart(MarkedText text, int token) =>
        text.Role(token) is TokenRole.Content or TokenRole.Measure || text.Key(token) is "این" or "هر" or "همه" && text.Role(token + 1) == TokenRole.Content;

    /// <summary>The counted noun at a token as a unit: «کودکی که», «مددجویی که», «۳۱ هزار شغلی امسال» without the ی that hangs on them.</summary>
    public static string Unit(MarkedText text, int token)
    {
        var word = Singular(text.Words(token, token + 1));
        if (word.Length < 4 || word[^1] is not ('ی' or 'ي') || NounClasses.IsNoun(text.Key(token))) return word;
        var stem = word.EndsWith("یی", StringComparison.Ordinal) && word[^3] is 'ا' or 'و' ? word[..^2] : word[..^1].TrimEnd('\u200c');
        var key = Fold.Key(stem);
        return NounClasses.IsNoun(key) && text.Key(token + 1) is not ("و" or "،") || (text.Key(token + 1) == "که" || text.Role(token + 1) == TokenRole.Time) && LightStem.IsWord(key) && !NounsInYe.Contains(text.Key(token)) ? stem : word;
    }

    /// <summary>A noun as a unit: without the ezafe ی after a vowel, the copula or a plural ending.</summary>
    public static string Singular(string word)
    {
        var text = word.Trim('\u200c');
        text = WithoutPlural(text);
        if (text.Length > 4 && text.EndsWith("اند", StringComparison.Ordinal) && text[^4] == '\u200c') return text[..^4];
        if (text.Length > 5 && text.EndsWith("\u200cاست", StringComparison.Ordinal)) return text[..^4];
        // «روستاست»: the copula lost its alef to the vowel before it.
        if (text.Length > 4 && text.EndsWith("ست", StringComparison.Ordinal) && text[^3] is 'ا' or 'و' && text is not ("درخواست" or "دوست" or "پوست" or "ماست" or "بازخواست" or "پیوست")) return text[..^2];
        if (WithoutEzafe(text) is { } plain && plain.Length < text.Length) return plain;
        if (text.Length > 4 && text.EndsWith("‌ای", StringComparison.Ordinal)) return text[..^3];
        return text;
    }
}
