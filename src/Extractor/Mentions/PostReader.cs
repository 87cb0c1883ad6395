using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Reads posts: a role, the unit and body it heads, and the place it covers.</summary>
internal sealed class PostReader(TokenizedText text, PlaceContext places)
{
    /// <summary>No post runs longer than this; tokens.</summary>
    private const int Reach = 16;

    /// <summary>Bodies that have offices for the affairs other bodies are named after.</summary>
    private static readonly FrozenSet<string> Seats = new[] { "استانداری", "فرمانداری", "شهرداری", "دانشگاه علوم پزشکی", "بهزیستی", "کمیته امداد", "کمیته امداد امام خمینی", "دادگستری" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LeadIns = Keys("اداره", "کل", "ادارهکل", "سازمان", "جمعیت", "شرکت", "ستاد", "نهاد", "دفتر", "مرکز");

    private static readonly FrozenSet<string> Skipped = Keys("سابق", "پیشین", "اسبق", "وقت", "جدید", "محترم", "کنونی", "فعلی", "قبلی", "منتخب", "ویژه", "موقت", "ارشد", "اجرایی", "افتخاری", "تازه");

    private static readonly FrozenSet<string> Former = Keys("سابق", "پیشین", "اسبق", "قبلی", "وقت");

    private static readonly FrozenSet<string> Quantifiers = Keys("چند", "چندین", "هر", "هیچ", "کدام", "هیچ‌یک", "هیچیک", "همه");

    /// <summary>Words a number belongs to that stands behind them: «منطقه دو», «ساعت ده».</summary>
    private static readonly FrozenSet<string> Numbered = Keys("منطقه", "ناحیه", "شماره", "ساعت", "سال", "واحد", "شعبه", "حوزه", "بخش", "فاز", "پایگاه", "کلاس", "و");

    private static readonly FrozenSet<string> Levels = Keys("استان", "شهرستان", "شهر", "بخش", "کشور", "منطقه", "شهرستانهای", "شهرهای", "روستای");

    /// <summary>Words that take a preposition inside the name of a body or unit: «پیشگیری از اعتیاد», «مبارزه با مواد مخدر».</summary>
    private static readonly FrozenSet<string> Governing = Keys("پیشگیری", "حمایت", "مبارزه", "مقابله", "رسیدگی", "صیانت", "جلوگیری", "نظارت", "ارتباط", "پاسخگویی", "امر", "نهی", "دفاع", "مراقبت", "کمک", "خدمت", "رسانی", "حفاظت", "تجلیل", "آموزش", "پژوهش", "تکریم", "مددکاری");

    /// <summary>What stands between the role and its seat: «دادستان عمومی و انقلاب مرکز استان», «امام جمعه اهل سنت تایباد», «بخشدار بخش مرکزی دلفان».</summary>
    private static readonly FrozenSet<string> SeatWords = Keys("عمومی", "انقلاب", "مرکز", "نظامی", "مردمی", "ویژه", "موقت", "اهل", "سنت", "تسنن", "مرکزی");

    /// <summary>First words of the names of districts of two words: «جلگه سنخواست».</summary>
    private static readonly FrozenSet<string> LandWords = Keys("جلگه", "دشت", "کوه", "چاه", "قلعه", "ده", "تنگ", "چشمه", "باغ", "رود", "گردنه", "جزیره", "بندر", "سر", "پشت", "آب", "میان", "خان", "شاه", "حسن", "حسین");

    /// <summary>Terms of the house.</summary>
    private static readonly FrozenSet<string> Terms = Keys("هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم", "چهاردهم", "پنجم", "ششم");

    /// <summary>Second words of the names of districts.</summary>
    private static readonly FrozenSet<string> Sides = Keys("بالا", "پایین", "پائین", "علیا", "سفلی", "وسطی", "شرقی", "غربی", "شمالی", "جنوبی");

    /// <summary>Words behind «و» that go on to others than the holder: «رئیس نظام پرستاری نهاوند و جمعی از خیران».</summary>
    private static readonly FrozenSet<string> Company = Keys("جمعی", "تعدادی", "شماری", "گروهی", "برخی", "دیگر", "سایر", "چند", "چندین", "هیئت", "هیات", "مسئولان", "مدیران", "اعضای", "نمایندگان", "خیران", "خیرین", "مردم", "همچنین", "نیز", "معاونان", "معاونین", "معاونانش", "هیأت", "همه", "بسیاری", "عده", "عدهای", "با");

    /// <summary>Those whom somebody speaks for without a seat in any house.</summary>
    private static readonly FrozenSet<string> Groups = Keys(
        "کارگران", "کارکنان", "کارمندان", "کارفرمایان", "معلمان", "فرهنگیان", "پرستاران", "پزشکان", "بازنشستگان", "کشاورزان", "دامداران", "باغداران", "صیادان", "ملوانان", "رانندگان", "قالیبافان", "عشایر", "اهالی", "ساکنان", "روستاییان", "مالکان", "مستأجران",
        "خانواده‌ها", "خانواده‌های", "خانواده", "والدین", "مادران", "پدران", "اولیا", "اولیای", "دانش‌آموزان", "دانشجویان", "جوانان", "زنان", "بانوان", "مددجویان", "معلولان", "نابینایان", "ناشنوایان", "توان‌خواهان", "سالمندان", "بیماران", "جانبازان", "ایثارگران",
        "خیران", "نیکوکاران", "داوطلبان", "اصناف", "صنف", "کسبه", "بازاریان", "صنعتگران", "تولیدکنندگان", "سرمایه‌گذاران", "سهامداران", "متقاضیان", "سمن‌ها", "سمن‌های", "تشکل‌ها", "تشکل‌های", "مربیان", "مددکاران", "معترضان", "سیل‌زدگان", "زلزله‌زدگان");

    /// <summary>First words of institutions that bear names of their own, which may be those of persons: «خیریه حضرت زینب کبری», «مرکز توان‌بخشی امید».</summary>
    private static readonly FrozenSet<string> NamedBodies = Keys(
        "خیریه", "مؤسسه", "موسسه", "مرکز", "خانه", "سرای", "انجمن", "بنیاد", "مدرسه", "دبستان", "دبیرستان", "هنرستان", "بیمارستان", "درمانگاه", "کلینیک", "مجتمع", "کارگاه", "شرکت", "تعاونی", "صندوق", "مهد", "مهدکودک", "آسایشگاه", "گروه", "کانون", "پرورشگاه", "شیرخوارگاه", "اردوگاه", "دانشگاه", "آموزشگاه", "هیئت", "سمن", "کمپ", "دفتر", "پردیس", "سپاه", "پایگاه", "قرارگاه", "کتابخانه", "مسجد", "حسینیه", "موزه", "فرهنگسرا", "فرهنگسرای", "سرا", "خوابگاه", "گرمخانه", "مددسرا", "اقامتگاه", "زایشگاه", "آزمایشگاه", "داروخانه", "ورزشگاه", "پارک", "بوستان", "پژوهشگاه", "شبانه‌روزی");

    /// <summary>Words before the name of one whom an institution is named after.</summary>
    private static readonly FrozenSet<string> Venerated = Keys("حضرت", "امام", "شهید", "شهیده", "شهدای", "شهیدان", "علامه", "مرحوم", "مرحومه", "زنده‌یاد", "شادروان", "روانشاد", "حکیم", "مولانا", "خواجه", "امامزاده");

    /// <summary>Titles of those institutions are named after more often than they lead them.</summary>
    private static readonly FrozenSet<string> BenefactorTitles = Keys("حاج", "حاجی", "حاجیه", "شیخ", "ملا", "میرزا", "کربلایی", "مشهدی", "آخوند");

    /// <summary>Words that say what kind of institution one is, behind its first word.</summary>
    private static readonly FrozenSet<string> Kinds = Keys("خیریه", "عمومی", "خیر", "فرهنگی", "آموزشی", "نیکوکاری", "درمانی", "تخصصی", "شبانه‌روزی", "توان‌بخشی", "توانبخشی", "قرآنی", "سالمندان", "ایتام", "معلولان");

    private static readonly FrozenSet<string> BodyHeads = Keys(
        "وزارت", "سازمان", "اداره", "شرکت", "دانشگاه", "بانک", "بنیاد", "جمعیت", "مجلس", "شورای", "ستاد", "بیمارستان", "مرکز", "مؤسسه", "هیئت", "هیات", "کمیسیون", "فراکسیون", "انجمن", "شهرداری", "استانداری", "خیریه", "موسسه", "کانون", "صندوق", "خانه", "اتحادیه", "اتاق", "کمیته", "دفتر", "مدرسه", "مجتمع", "تعاونی", "کارگاه", "مجمع", "شعبه", "شبکه", "پایگاه", "سرای", "آسایشگاه", "باشگاه", "فدراسیون", "هنرستان", "دبیرستان", "مهد", "مهدکودک", "درمانگاه", "کلینیک", "موقوفه", "گروه", "طرح", "کتابخانه", "دبستان", "آموزشگاه", "فرهنگسرا", "فرهنگسرای", "خوابگاه", "گرمخانه", "مددسرا", "شیرخوارگاه", "پرورشگاه", "تشکل", "سمن", "پژوهشگاه", "موزه", "آزمایشگاه", "داروخانه", "مسجد", "حسینیه",
        "پایانه", "فرودگاه", "بندر", "گمرک", "ترمینال", "نیروگاه", "پالایشگاه", "سد", "معدن", "شهرک", "بازارچه", "ایستگاه", "زندان", "ندامتگاه", "کشتارگاه", "سردخانه", "پتروشیمی", "کارخانه", "منطقه", "پارک", "نمایشگاه", "اورژانس", "اردوگاه");

    private readonly TokenList tokens = text.Tokens;

    /// <summary>The post that begins at a token, or null.</summary>
    public PostMention? At(int first, int end)
    {
        if (first > 0 && tokens[first - 1].Key is "این" or "ان" or "همین" or "مقام" && !text.BeginsLine(first)) return null;
        var (role, length) = MentionLexicons.Roles.At(tokens, first, end);
        if (role is null || tokens[first].Key == "و") return null;
        // «کشورهای عضو», «دو عضو»: members, not somebody's post.
        if (role.Name == "عضو" && first > 0 && (tokens[first - 1].Kind == TokenKind.Number || tokens[first - 1].Key.EndsWith("های", StringComparison.Ordinal))) return null;
        if (IsCounted(first)) return null;
        var at = first + length;
        while (at < end && Skipped.Contains(tokens[at].Key)) at++;
        if (Held(first, role, at, Math.Min(end, at + Reach)) is not { } post) return null;
        var former = tokens.Skip(first + length).Take(at - first - length).Any(token => Former.Contains(token.Key));
        var after = AfterAffairs(post.End, end);
        // «وزیر بهداشت وقت», «رئیس بهزیستی آبیک سابق» are left where they stand.
        return post with { End = after, IsFormer = former || after < end && Former.Contains(tokens[after].Key) || Former.Contains(tokens[after - 1].Key) };
    }

    /// <summary>The post whose head ends at a token, or null: what stands behind «رئیس», or behind «رؤسای» for the first of them.</summary>
    public PostMention? Under(Role role, int first, int at, int end) => Held(first, role, at, Math.Min(end, at + Reach));

    /// <summary>The same post in the place that stands at a token, or null: «رؤسای بهزیستی تالش و رضوانشهر».</summary>
    public PostMention? PlaceBehind(PostMention post, int at, int end) =>
        !StartsPerson(at, end) && PlaceAt(at, end, post.PlaceKind, afterBody: true) is { Name: { } place, Kind: var kind, End: var stop } ? post with { End = stop, Place = place, PlaceKind = kind } : null;

    /// <summary>«شش مسئول», «چند مدیر», «هیچ فرمانداری»: some of those who hold such posts, none of them named. «سال ۱۴۰۳ مدیرکل …» counts nothing.</summary>
    private bool IsCounted(int first)
    {
        if (first == 0) return false;
        var before = tokens[first - 1];
        if ((before.Kind == TokenKind.Number || Quantifiers.Contains(before.Key) || NumeralTable.TryGet(before.Key, out _)) && text.BeginsLine(first)) return false;
        if (Quantifiers.Contains(before.Key)) return true;
        return NumeralTable.TryGet(before.Key, out var numeral) && numeral.IsSmall && (first < 2 || tokens[first - 2].Kind != TokenKind.Number && !Numbered.Contains(tokens[first - 2].Key));
    }

    /// <summary>«مشاور استاندار در امور بانوان», «نماینده … در مجلس دوازدهم»: what says no more about body and place.</summary>
    private int AfterAffairs(int at, int end)
    {
        if (at < end && at > 0 && tokens[at - 1].Key is "مجلس" or "اسلامی" or "رهبری" && Terms.Contains(tokens[at].Key)) at++;
        if (at + 2 >= end || tokens[at].Key != "در" || tokens[at + 1].Key != "امور" || !IsName(at + 2)) return at;
        at += 3;
        return at + 1 < end && tokens[at].Key == "و" && IsName(at + 1) && !LeadsOn(at, end) ? at + 2 : at;
    }

    private PostMention? Held(int first, Role role, int at, int end)
    {
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
        var seat = at;
        while (seat + 1 < end && (SeatWords.Contains(tokens[seat].Key) || tokens[seat].Key == "بخش" && tokens[seat + 1].Key == "مرکزی" || tokens[seat].Key == "و" && tokens[seat + 1].Key == "انقلاب")) seat++;
        // «بخشدار مرکزی دلفان», but «فرماندار مرکزی».
        if (PlaceAt(seat, end, role.PlaceKind, afterBody: true) is { Name: not null } or { Kind: not null } || seat == at || tokens[seat - 1].Key != "مرکزی") at = seat;
        at = SkipNumbered(at, end);
        var (named, kind, placeEnd) = PlaceAt(at, end, role.PlaceKind, afterBody: true);
        if (named is null && kind is null && role.PlaceKind is "city" or "county" && UnknownSeat(at, end) is > 0 and var seatEnd)
        {
            placeEnd = seatEnd;
            (named, kind) = (text.OriginalText(at, placeEnd), role.PlaceKind);
        }
        return new(first, placeEnd, role.Name, role.Body, null, named, named is null ? null : kind) { IsKnownBody = role.Body is not null || named is not null };
    }

    /// <summary>Where the name of a town or district that no table knows ends («خاو و میرآباد», «جلگه سنخواست»), or 0.</summary>
    private int UnknownSeat(int at, int end)
    {
        if (at >= end || !IsName(at) || Levels.Contains(tokens[at].Key) || StartsPerson(at, end) || NextIsOther(at, end)) return 0;
        if (NameWords.IsCommonNoun(tokens[at].Key) && !LandWords.Contains(tokens[at].Key)) return 0;
        var stop = at + 1;
        if (stop + 1 < end && tokens[stop].Key == "و" && IsName(stop + 1) && MentionLexicons.Roles.At(tokens, stop + 1, end).Tokens == 0 && !NextIsOther(stop + 1, end) && !StartsPerson(stop + 1, end)) return stop + 2;
        return stop < end && IsName(stop) && (LandWords.Contains(tokens[at].Key) && !StartsPerson(stop, end) || Sides.Contains(tokens[stop].Key)) ? stop + 1 : stop;
    }

    /// <summary>«کمیته امداد خنافره گفت»: where a word that is in no dictionary closes the post behind its body, it is a town that no table knows; 0 elsewhere.</summary>
    private int UnknownTown(int at, int end)
    {
        if (at >= end || !IsName(at) || Levels.Contains(tokens[at].Key) || NextIsOther(at, end) || MentionLexicons.Honorifics.At(tokens, at, end).Tokens > 0 || MentionLexicons.Roles.At(tokens, at, end).Tokens > 0) return 0;
        if (at + 1 < end && IsName(at + 1) && WordTraits.Of(tokens[at + 1]).Verb is null) return 0;
        var key = tokens[at].Key;
        return key.Length >= 4 && NameWords.GivenKindOf(key) == GivenKind.None && (NameWords.IsTown(key) || NameWords.FamilyKindOf(key) == FamilyKind.Unknown && !WordRepair.Words.Find(key).Is(WordClasses.Noun | WordClasses.Adjective | WordClasses.Verb)) ? at + 1 : 0;
    }

    private PostMention WithBody(int first, Role role, int at, int end)
    {
        if (at + 1 < end && tokens[at].Key is "این" or "ان" && !Levels.Contains(tokens[at + 1].Key)) return OfThis(first, role, at, end);
        // «مدیر منطقه ۲ شهرداری رشت»
        if (SkipNumbered(at, end) is var district && district > at && MentionLexicons.Bodies.At(tokens, district, end) is { Value: { } districted, Tokens: var words }) return Complete(first, role, districted, Words(at, district), district + words, end);
        for (var body = at; body < end && !StopsSearch(body, at); body++)
        {
            if (MentionLexicons.Roles.At(tokens, body, end) is { Tokens: > 0, Value: { } innerRole } && (body > at || innerRole.Body is not null || innerRole.PlaceKind == "country"))
            {
                var inner = body == at || tokens[body - 1].Kind != TokenKind.Mark ? At(body, end) : null;
                if (inner is not null && OfDeputy(role, inner, end) is { } own) return own with { First = first };
                if (inner is { Organisation: not null }) return new(first, inner.End, role.Name, inner.Organisation, Words(at, body), inner.Place, inner.PlaceKind) { IsKnownBody = true };
                if (body > at) break;
            }
            var (name, length) = MentionLexicons.Bodies.At(tokens, body, end);
            if (name is null) continue;
            var unitEnd = body;
            while (unitEnd > at && LeadIns.Contains(tokens[unitEnd - 1].Key)) unitEnd--;
            // «امور بانوان و خانواده استانداری»: what looked like a body is the unit of the one behind it.
            var next = body + length;
            if (next + 2 < end && tokens[next].Key == "و" && IsName(next + 1) && !LeadsOn(next, end)) next += 2;
            if (MentionLexicons.Bodies.At(tokens, next, end) is { Value: { IsNational: false } larger, Tokens: var size } && Seats.Contains(larger.Name)) return Complete(first, role, larger, Words(at, next), next + size, end);
            return Complete(first, role, name, Words(at, unitEnd), body + length, end) with { IsOffice = unitEnd < body && tokens[body - 1].Key == "اداره" };
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
        if (after + 1 < end && tokens[after].Key is "واحد" or "شعبه" or "پردیس")
        {
            after++;
            if (MentionLexicons.Honorifics.At(tokens, after, end) is { Tokens: > 0 and var title } && after + title < end) after += title + 1;
        }
        after = SkipNumbered(after, end);
        // «کلانتری ۱۴ رشت»
        if (after + 1 < end && tokens[after].Kind == TokenKind.Number && MentionLexicons.Places.At(tokens, after + 1, end).Tokens is > 0 and var town && MentionLexicons.Places.At(tokens, Math.Min(after + 1 + town, end - 1), end).Tokens == 0) after++;
        if (body.IsNational) return new(first, after, role.Name, name, unit, null, "country") { IsKnownBody = true };
        var (place, kind, placeEnd) = PlaceAt(after, end, role.PlaceKind, afterBody: true);
        if (place is null && kind is null && body.City is not null) (place, kind) = (body.City, "city");
        if (place is null && kind is null)
        {
            // «بیمارستان ولیعصر بابل»: the own name of the body stands before its place.
            var stop = after;
            while (stop < end && stop < after + 6 && IsOwnWord(stop, after, end) && PlaceAt(stop, end, null, afterBody: false).Name is null) stop++;
            var (far, farKind, farEnd) = PlaceAt(stop, end, role.PlaceKind, afterBody: stop == after);
            if (far is null && farKind is null && stop < end && tokens[stop].Key == "در") (far, farKind, farEnd) = PlaceAt(stop + 1, end, role.PlaceKind, afterBody: false);
            if (far is not null || farKind is not null) (place, kind, placeEnd) = (far, farKind, farEnd);
        }
        if (place is null && kind is null && UnknownTown(after, end) is > 0 and var lastEnd) (place, kind, placeEnd) = (text.OriginalText(after, lastEnd), "city", lastEnd);
        // «شورای اسلامی شهر خارگ»: behind the word for its level a name that no table knows is a place.
        if (place is null && kind is null && (name.EndsWith("شهر", StringComparison.Ordinal) || name.EndsWith("روستا", StringComparison.Ordinal)) && UnknownSeat(after, end) is > 0 and var townEnd) (place, kind, placeEnd) = (text.OriginalText(after, townEnd), "city", townEnd);
        if (place is null && kind is null && IsOfCountry(name, after)) kind = "country";
        if (place is null && kind is null && name.EndsWith("شهر", StringComparison.Ordinal)) (place, kind) = (places.Town(first, isCity: true), "city");
        return new(first, placeEnd, role.Name, name, unit, place, place is null && kind != "country" ? null : kind) { IsKnownBody = true };
    }

    /// <summary>«معاون پیشگیری سازمان بهزیستی» in an article on «سازمان بهزیستی کشور».</summary>
    private bool IsOfCountry(string name, int after)
    {
        if (OrganisationBefore(after) != name) return false;
        for (var at = 2; at < tokens.Count; at++)
        {
            if (tokens[at].Key == "کشور" && OrganisationBefore(at) == name) return true;
        }
        return false;
    }

    /// <summary>The body named right before a token with «سازمان» as its first word, or null.</summary>
    private string? OrganisationBefore(int end)
    {
        for (var at = end - 2; at >= Math.Max(0, end - 5); at--)
        {
            if (tokens[at].Key != "سازمان") continue;
            if (MentionLexicons.Bodies.At(tokens, at, end) is { Value: { } whole, Tokens: var size } && at + size == end) return whole.Name;
            return MentionLexicons.Bodies.At(tokens, at + 1, end) is { Value: { } named, Tokens: var length } && at + 1 + length == end ? named.Name : null;
        }
        return null;
    }

    /// <summary>A word of the own name of a body that the tables know by its kind: «بیمارستان ولیعصر», «میراث فرهنگی و گردشگری», «سپاه حضرت عباس (ع)».</summary>
    private bool IsOwnWord(int at, int after, int end)
    {
        if (tokens[at].Form is "(" or ")") return at > after && at + 1 < end;
        // «بهزیستی و تأمین اجتماعی لنگرود»: the next body is another's.
        if (tokens[at].Key == "و" && at + 1 < end && MentionLexicons.Bodies.At(tokens, at + 1, end).Tokens > 0) return false;
        if (tokens[at].Kind == TokenKind.Number || tokens[at].Key == "و") return at + 1 < end && IsName(at + 1) && !LeadsOn(at, end) && (tokens[at].Key == "و" || NamedBodies.Contains(tokens[after - 1].Key) || tokens[at - 1].Key == "شماره");
        return IsName(at) && !Levels.Contains(tokens[at].Key) && (!StartsPerson(at, end) || IsOwnName(at, after - 1, end)) && MentionLexicons.Roles.At(tokens, at, end).Tokens == 0;
    }

    /// <summary>«معاون استاندار و فرماندار کاشان»: the second post is the one held.</summary>
    private PostMention? OfDeputy(Role role, PostMention inner, int end)
    {
        if (role.Name is not ("معاون" or "مشاور" or "قائم مقام") || inner.Role is not ("استاندار" or "وزیر" or "رئیس‌جمهور" or "فرماندار" or "شهردار" or "مدیرکل") || inner.End + 1 >= end || tokens[inner.End].Key != "و") return null;
        return At(inner.End + 1, end) is { IsSpecific: true } own ? own : null;
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
        while (stop < end && stop < at + 10 && (IsShortBracket(stop, at, end) || IsName(stop) || IsInside(stop, at, end) || IsNumberOfBody(stop, at, end)) && !Levels.Contains(tokens[stop].Key) && !(stop > at && (StartsPerson(stop, end) && !IsOwnName(stop, at, end) || MentionLexicons.Roles.At(tokens, stop, end).Tokens > 0))) stop += IsShortBracket(stop, at, end) ? 3 : 1;
        // «رئیس انجمن نابینایان یزد انتخاب شد»: the noun of the verb.
        if (stop > at + 1 && stop < end && tokens[stop - 1].Key is "انتخاب" or "معرفی" or "منصوب" or "برگزیده" or "معارفه" && WordTraits.Of(tokens[stop]).Verb is not null) stop--;
        while (stop > at && tokens[stop - 1].Kind != TokenKind.Word || stop > at && WordTraits.Of(tokens[stop - 1]).IsBoundary) stop--;
        var headed = stop > at && BodyHeads.Contains(tokens[at].Key);
        var (place, kind, placeEnd) = PlaceAt(stop, end, role.PlaceKind, afterBody: false);
        if (place is null && kind is null)
        {
            for (var last = Math.Max(at + 1, stop - 3); last < stop; last++)
            {
                if (MentionLexicons.Places.At(tokens, last, stop) is not { Value: { } found, Tokens: var length } || last + length != stop || PlaceContext.IsOtherWord(found) && !(headed && places.IsInProvince(found))) continue;
                return new(first, stop, role.Name, Words(at, last), null, found.Name, found.Kind) { IsKnownBody = headed };
            }
        }
        // «مدیر شعب بانک مهر در استان یزد»
        if (place is null && kind is null && stop > at && stop + 1 < end && tokens[stop].Key == "در" && Levels.Contains(tokens[stop + 1].Key) && PlaceAt(stop + 1, end, role.PlaceKind, afterBody: true) is { Name: { } seat } where)
            return new(first, where.End, role.Name, Words(at, stop), null, seat, where.Kind) { IsKnownBody = headed };
        // «مدیر خانه سلامت حصارک»
        if (place is null && kind is null && stop - at >= 3 && tokens[at].Key is "خانه" or "مرکز" or "پایگاه" or "شورای" && tokens[at + 1].Key is "سلامت" or "بهداشت" or "جامع" or "اسلامی" && UnknownTown(stop - 1, end) == stop)
            return new(first, stop, role.Name, Words(at, stop - 1), null, text.OriginalText(stop - 1, stop), "city") { IsKnownBody = headed };
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
        while (at < end && tokens[at].Key is "مردم" or "شریف" or "عالی" or "محترم" or "ادوار" or "حوزه" or "انتخابیه" or "شهرستانهای" or "پیشین" or "سابق") at++;
        var (place, _, placeEnd) = PlaceAt(at, end, "city", afterBody: true);
        if (place is null && at > first + 1 && UnknownSeat(at, end) is > 0 and var townEnd) (place, placeEnd) = (text.OriginalText(at, townEnd), townEnd);
        if (place is not null) placeEnd = Constituency(placeEnd, end);
        for (var body = place is null ? at : placeEnd; body < end && IsOfHouse(body, end); body++)
        {
            if (MentionLexicons.Bodies.At(tokens, body, end) is { Value: { Name: "مجلس شورای اسلامی" or "مجلس خبرگان رهبری" } house, Tokens: var length })
                return new(first, body + length, "نماینده", house.Name, null, place, place is null ? "country" : "city") { IsKnownBody = true };
        }
        if (place is not null) return new(first, placeEnd, "نماینده", "مجلس شورای اسلامی", null, place, "city") { IsKnownBody = true };
        if (at < end && Groups.Contains(tokens[at].Key)) return new(first, AfterGroup(at, end), "نماینده", Words(at, AfterGroup(at, end)), null, null, null);
        return at < end && MentionLexicons.Bodies.At(tokens, at, end) is { Value: { } other, Tokens: var words } ? Complete(first, new("نماینده", null, null, false), other, null, at + words, end) : BodyHead(first, at, end);
    }

    /// <summary>Where the words for a group of people end: «کارگران معادن», «خانواده‌های کودکان اوتیسم».</summary>
    private int AfterGroup(int at, int end)
    {
        var stop = at + 1;
        while (stop < end && stop < at + 4 && IsName(stop) && !Levels.Contains(tokens[stop].Key) && !StartsPerson(stop, end) && MentionLexicons.Roles.At(tokens, stop, end).Tokens == 0) stop++;
        return stop;
    }

    /// <summary>Where the list of places of a constituency ends: «تربت جام، تایباد و باخرز».</summary>
    private int Constituency(int at, int end)
    {
        while (at + 1 < end && tokens[at].Form is "،" or "و" or "-")
        {
            if (StartsPerson(at + 1, end) || MentionLexicons.Roles.At(tokens, at + 1, end).Tokens > 0) break;
            var next = PlaceAt(at + 1, end, "city", afterBody: true) is { Name: not null, End: var known } ? known : UnknownSeat(at + 1, end);
            // A name that no table knows is a place of the list only where the list goes on or the house follows.
            if (next == 0 || next < end && !(tokens[next].Form is "،" or "و" || tokens[next].Key is "در" || tokens[next].Kind == TokenKind.Mark || MentionLexicons.Places.At(tokens, at + 1, end).Tokens > 0)) break;
            at = next;
        }
        return at;
    }

    /// <summary>What stands between a constituency and the house: «در دوره دهم مجلس».</summary>
    private bool IsOfHouse(int at, int end) => tokens[at].Key is "در" or "دوره" or "دور" or "ادوار" or "خانه" or "این" || tokens[at].Form is "(" or ")" || tokens[at].Kind == TokenKind.Number
        || tokens[at].Kind == TokenKind.Word && (tokens[at - 1].Key is "دوره" or "دور" || MentionLexicons.Bodies.At(tokens, at, end).Tokens > 0);

    /// <summary>«نماینده جمعیت هلال احمر»: a delegate of a body.</summary>
    private PostMention? BodyHead(int first, int at, int end) =>
        at + 1 < end && LeadIns.Contains(tokens[at].Key) && MentionLexicons.Bodies.At(tokens, at + 1, end) is { Value: { } body, Tokens: var length }
            ? Complete(first, new("نماینده", null, null, false), body, null, at + 1 + length, end)
            : null;

    /// <summary>«وزیر تعاون، کار و رفاه اجتماعی», «نخست وزیر عراق».</summary>
    private PostMention National(int first, Role role, int at, int end)
    {
        var stop = at;
        while (stop < end && !(stop > at && StartsPerson(stop, end)) && MentionLexicons.Roles.At(tokens, stop, end).Tokens == 0 && (IsName(stop) || (tokens[stop].Form == "،" && stop + 1 < end && IsName(stop + 1) && stop < at + 4 && stop > at && !StartsPerson(stop + 1, end)) || (tokens[stop].Key == "و" && stop > at && !LeadsOn(stop, end)))) stop++;
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
    private bool StartsPerson(int at, int end)
    {
        if (MentionLexicons.Honorifics.At(tokens, at, end).Tokens > 0) return true;
        if (at + 1 >= end || !IsName(at + 1) || MentionLexicons.Bodies.At(tokens, at + 1, end).Tokens > 0) return false;
        var given = WordTraits.Of(tokens[at]).Given;
        if (tokens[at].Key is not ("سید" or "سیده") && given < GivenKind.Possible) return false;
        var family = WordTraits.FamilyOf(tokens[at + 1]);
        return family >= FamilyKind.Unknown || (family == FamilyKind.Common && given == GivenKind.Sure && (at > 0 && tokens[at - 1].Kind == TokenKind.Mark || at + 2 >= end || !IsName(at + 2)));
    }

    /// <summary>True where the words inside the name of an institution are its own, though a person may bear them: «خیریه حضرت زینب کبری», «مرکز امید بیجار».</summary>
    private bool IsOwnName(int at, int start, int end)
    {
        if (at == start || tokens[at - 1].Kind == TokenKind.Mark || !tokens.Skip(start).Take(at - start).Any(token => NamedBodies.Contains(token.Key) || BodyHeads.Contains(token.Key))) return false;
        if (WordTraits.Of(tokens[at - 1]).IsNamedAfter) return !BodyHeads.Contains(tokens[at - 1].Key) && !NamedBodies.Contains(tokens[at - 1].Key) || IsBenefactor(at, start);
        // «شهید حاج قاسم سلیمانی»: titles and names up to three words behind.
        var titled = MentionLexicons.Honorifics.At(tokens, at, end).Tokens > 0;
        for (var back = at; back > Math.Max(start, at - 4); back--)
        {
            if (Venerated.Contains(tokens[back].Key) || IsBenefactor(back, start)) return true;
            // Behind the place of the institution, or behind the name that is honoured, somebody else begins.
            if (back < at && (titled || MentionLexicons.Places.At(tokens, back, at).Tokens > 0)) break;
        }
        if (titled || WordTraits.Of(tokens[at]).Given == GivenKind.Sure && MentionLexicons.Places.At(tokens, at - 1, at).Tokens > 0) return false;
        // «ستاد اکرام ایتام», «مؤسسه نوید زندگی»: right behind the kind of body only what is plainly a name is a person's.
        if (BodyHeads.Contains(tokens[at - 1].Key) && (WordTraits.Of(tokens[at]).Given != GivenKind.Sure || at + 1 < end && WordTraits.FamilyOf(tokens[at + 1]) <= FamilyKind.Common)) return true;
        // «امید بیجار»: a place that ends the phrase is that of the institution, not a family name.
        for (var next = at + 1; next < Math.Min(end, at + 3); next++)
        {
            if (MentionLexicons.Places.At(tokens, next, end) is { Value: { } place, Tokens: var length } && (next + length >= end || !IsName(next + length)) && !PlaceContext.IsOtherWord(place)) return true;
        }
        return false;
    }

    /// <summary>«بنیاد خیریه حاج بهمن دشتی», «کتابخانه عمومی شیخ رجبعلی خیاط»: an old title right behind the kind of body is of one it is named after.</summary>
    private bool IsBenefactor(int at, int start) => BenefactorTitles.Contains(tokens[at].Key) && at > start && (BodyHeads.Contains(tokens[at - 1].Key) || NamedBodies.Contains(tokens[at - 1].Key) || Kinds.Contains(tokens[at - 1].Key));

    private bool StopsSearch(int at, int start)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark) return token.Form is not ("،" or "(" or ")") || at > start + 5 || at == start || (at + 1 < tokens.Count && (MentionLexicons.Roles.At(tokens, at + 1, tokens.Count).Tokens > 0 || StartsPerson(at + 1, tokens.Count))) || token.Form == "،" && !EndsList(at);
        if (token.Kind == TokenKind.Number || ReportingVerbs.At(tokens, at, tokens.Count).Tokens > 0) return true;
        if (token.Key == "و") return LeadsOn(at, tokens.Count);
        if (VerbLexicon.Find(token.Key) is { MayBeNoun: false, Tense: not VerbTense.Participle }) return true;
        if (token.Key is "از" or "با" or "به" or "بر") return at == start || !Governing.Contains(tokens[at - 1].Key);
        return MentionLexicons.Boundaries.Contains(token.Key) || (at > start && StartsPerson(at, tokens.Count));
    }

    /// <summary>True where the comma is one of a list that «و» closes: «توسعه مدیریت، منابع و پشتیبانی».</summary>
    private bool EndsList(int comma)
    {
        for (var at = comma + 1; at < Math.Min(tokens.Count, comma + 7); at++)
        {
            if (tokens[at].Key == "و") return at > comma + 1 && !LeadsOn(at, tokens.Count);
            if (tokens[at].Form != "،" && !IsName(at)) return false;
        }
        return false;
    }

    /// <summary>True for a preposition or «و» that stands inside the name of a body.</summary>
    private bool IsInside(int at, int start, int end) =>
        at > start && at + 1 < end && IsName(at + 1) && (tokens[at].Key is "از" or "با" or "به" or "بر" ? Governing.Contains(tokens[at - 1].Key) : tokens[at].Key == "و" && !LeadsOn(at, end));

    private bool IsName(int at) => tokens[at].Kind == TokenKind.Word && !WordTraits.Of(tokens[at]).IsBoundary && WordTraits.Of(tokens[at]).Verb is not { MayBeNoun: false, Tense: not VerbTense.Participle };

    /// <summary>True for «و» that leads on to other people: «و جمعی از خیران», «و فرماندار».</summary>
    private bool LeadsOn(int at, int end) => tokens[at].Key == "و" && at + 1 < end && (Company.Contains(tokens[at + 1].Key) || !IsName(at + 1) || MentionLexicons.Roles.At(tokens, at + 1, end).Tokens > 0 || StartsPerson(at + 1, end));

    /// <summary>«شیرخوارگاه حضرت علی‌اصغر (ع) شیراز»</summary>
    private bool IsShortBracket(int at, int start, int end) => at > start && at + 3 < end && tokens[at].Form == "(" && tokens[at + 2].Form == ")" && tokens[at + 1].Key.Length <= 3;

    /// <summary>«بیمارستان ۲۲ بهمن گناباد», «مرکز مثبت زندگی شماره ۳ کاشمر».</summary>
    private bool IsNumberOfBody(int at, int start, int end) => at > start && at + 1 < end && tokens[at].Kind == TokenKind.Number && IsName(at + 1) && NamedBodies.Contains(tokens[start].Key);

    private int SkipBracket(int at, int end) => at + 2 < end && tokens[at].Form == "(" && tokens[at + 2].Form == ")" ? at + 3 : at;

    /// <summary>«منطقه ۳», «ناحیه دو».</summary>
    private int SkipNumbered(int at, int end) =>
        at + 2 < end && tokens[at].Key is "منطقه" or "ناحیه" or "شعبه" && (tokens[at + 1].Kind == TokenKind.Number || tokens[at + 1].Key is "یک" or "دو" or "سه" or "چهار" or "پنج") ? at + 2 : at;

    private string? Words(int first, int end) => end > first ? text.OriginalText(first, end) : null;

    private static FrozenSet<string> Keys(params string[] words) => words.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);
}
