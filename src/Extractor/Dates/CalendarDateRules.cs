namespace NewsMiner.Extractor.Dates;

/// <summary>Reads dates of a calendar: years, months, days of months, in words, digits and both.</summary>
internal static class CalendarDateRules
{
    /// <summary>How many days, years or centuries one mention lists at most.</summary>
    internal const int LongestList = 12;

    private const int LowestYear = 1200, HighestYear = 1499, LowestGregorian = 1800, HighestGregorian = 2100;

    /// <summary>A year: its calendar and number, the number null where the reference is not known.</summary>
    internal readonly record struct YearName(int End, CalendarKind Calendar, int? Number, bool Named);

    /// <summary>«امسال», «سال جاری», «سال ۱۴۰۲», «۱۴۰۲», «۹۹»; two digits alone only where <paramref name="afterMonth"/>.</summary>
    public static YearName? Year(DateText text, int at, bool afterMonth)
    {
        var word = text.Word(at);
        if (word.Class == DateClass.Year) return new(at + word.Length, CalendarKind.Jalali, Offset(text, word.Value), true);
        if (word.Class == DateClass.Deictic && text.Is(at + 1, DateClass.Unit) && text.Word(at + 1).Unit == TimeUnit.Year)
            return new(at + 2, CalendarKind.Jalali, text.Key(at) is "این" or "همین" ? Offset(text, 0) : null, true);
        if (word.IsUnit && word.Unit == TimeUnit.Year)
        {
            var after = at + 1;
            if (afterMonth && text.Is(after, DateClass.Calendar)) return new(after + 1, (CalendarKind)text.Word(after).Value, null, true);
            if (text.Key(after) is "های") after++;
            if (Number(text, after, true) is { } year) return year;
            if (text.Key(after) == "مالی") after++;
            if (after > at + 1 && text.Key(at + 1) == "مالی" && Number(text, after, true) is { } fiscal) return fiscal;
            var relation = text.Word(after);
            // «سال‌های آینده»: several, no one says how many.
            if (word.Class == DateClass.Plural || text.Key(after - 1) == "های") return null;
            return relation.Class switch
            {
                DateClass.Next or DateClass.Later => new(after + relation.Length, CalendarKind.Jalali, Offset(text, text.Key(after) is "نو" or "جدید" && IsNewYear(text) ? 0 : 1), true),
                DateClass.Past or DateClass.Ago when text.Key(after) != "اخیر" => new(after + relation.Length, CalendarKind.Jalali, Offset(text, -1), true),
                DateClass.This => new(after + relation.Length, CalendarKind.Jalali, Offset(text, 0), true),
                _ => afterMonth ? new(at + 1, CalendarKind.Jalali, Offset(text, 0), false) : null,
            };
        }
        return Number(text, at, afterMonth);
    }

    private static bool IsNewYear(DateText text) => text.Reference is { } day && JalaliDate.From(day).Month <= 2;

    /// <summary>The Jalali year some years from the reference, or null.</summary>
    public static int? Offset(DateText text, int years) => text.Reference is { } day ? JalaliDate.From(day).Year + years : null;

    private static YearName? Number(DateText text, int at, bool twoDigits)
    {
        if (text.Number(at) is not { Ordinal: false, Suffix: null } number || number.Value != decimal.Truncate(number.Value) || number.Value is < 0 or > HighestGregorian) return null;
        var (value, end) = ((int)number.Value, number.EndToken);
        var word = text.Word(end);
        if (word.Class == DateClass.Calendar && value > 0)
        {
            var calendar = text.Key(end) == "هجری" && value is > 1200 and < 1420 ? CalendarKind.Jalali : (CalendarKind)word.Value;
            return new(end + word.Length, calendar, value < 100 && calendar == CalendarKind.Jalali ? Century(value) : value, true);
        }
        if (text.IsDigits(at) && number.EndToken == at + 1 && text.Key(at).Length is 3 or > 4) return null;
        // «تا پایان شهریور ۱۴۰۰ نفر»
        if (twoDigits && text.Key(at - 1) != "سال" && text.Key(end) is "نفر" or "خانوار" or "خانواده" or "تن" or "میلیون" or "میلیارد") return null;
        if (value is >= LowestYear and <= HighestYear) return new(end, CalendarKind.Jalali, value, true);
        if (value is >= LowestGregorian and <= HighestGregorian) return new(end, CalendarKind.Gregorian, value, true);
        if (!twoDigits || value > 99 || (text.Key(at).Length != 2 && end == at + 1 && text.Key(at)[0] is >= '0' and <= '9')) return null;
        // «تا پاییز سه روستا»: a year of one figure is written in two digits.
        if (value < 20 && !text.IsDigits(at)) return null;
        // «ماه صفر ۴۸ درمانگاه»: years so far back are written in full.
        if (value is > 15 and < 60 && end < text.Count && !text.BreaksBefore(end) && text.Text.Tokens[end].Kind == Text.TokenKind.Word && text.Key(end) is not ("در" or "از" or "به" or "که" or "را" or "و" or "با" or "تا")) return null;
        // «۲۳ شهریور ۵ نفر»: a number that counts what follows is no year.
        if ((word.IsUnit && text.Key(end + 1) is not ("ها" or "های") && word.Class != DateClass.Plural) || word.IsMonth || text.Key(end) is "درصد" or "نفر" or "هزار" or "میلیون" or ":" or "میلیارد" or "تن" or "واحد") return null;
        return new(end, CalendarKind.Jalali, Century(value), true);
    }

    /// <summary>A year of two digits: 00 to 29 lie after 1400.</summary>
    public static int Century(int value) => value < 30 ? 1400 + value : 1300 + value;

    /// <summary>The year a month of this calendar belongs to, when another calendar's number was read.</summary>
    private static int? Fit(CalendarKind month, YearName year)
    {
        if (year.Number is not { } number || month == year.Calendar) return year.Number;
        return (month, number) switch
        {
            (CalendarKind.Hijri, >= LowestYear and <= HighestYear) => number,
            (CalendarKind.Hijri, _) => null,
            (CalendarKind.Gregorian, >= LowestYear and <= HighestYear) => number >= 1400 ? number + 621 : null,
            _ => null,
        };
    }

    /// <summary>«۲۲ بهمن ۱۴۰۲», «سوم تا پنجم مهر», «۱۸ – ۲۰ آذر ۹۵», «بیست و یکمین روز فروردین».</summary>
    public static DateExpression? DayOfMonth(DateText text, int at)
    {
        if (!text.Whole(at, 1, 31, out var first, out var end)) return null;
        var last = first;
        for (var i = 0; i < LongestList && Joins(text, end) && text.Whole(end + 1, 1, 31, out var next, out var after); i++) (last, end) = (next, after);
        if (text.Is(end, DateClass.Unit) && text.Word(end).Unit == TimeUnit.Day) end++;
        if (text.Key(end) is "از" && text.Word(end + 1).IsMonth) end++;
        var month = text.Word(end);
        if (!month.IsMonth && text.Key(end) == "ماه" && text.Word(end + 1).IsMonth) month = text.Word(++end);
        if (!month.IsMonth)
        {
            return DayOfThisMonth(text, first, last, end);
        }
        end += month.Length;
        if (text.Key(end) == "ماه") end++;
        var days = new Yearly(month.Calendar, month.Value, first, month.Value, last);
        var yearName = text.BreaksBefore(end) ? null : Year(text, SkipComma(text, end), true);
        if (!MayFollow(month.Calendar, yearName)) yearName = null;
        return yearName is { } known && (known.Named || known.Number is not null) ? Days(days, Fit(month.Calendar, known), known.End) : Days(days, null, end);

        DateExpression Days(Yearly yearly, int? year, int stop) => new(stop, DatePrecision.Day, "date: day of month", yearly.Resolve(year, text.Reference)) { Bounded = last != first, Calendar = yearly.Calendar };
    }

    // «پنجم همین ماه», «۱۵ ماه جاری», «دهم ماه آینده», «۱۴ ام ماه»
    private static DateExpression? DayOfThisMonth(DateText text, int first, int last, int end)
    {
        if (text.BreaksBefore(end)) return null;
        var deictic = text.Is(end, DateClass.Deictic);
        var month = deictic ? end + 1 : end;
        if (text.Key(month) != "ماه") return null;
        var offset = deictic ? text.Key(end) is "این" or "همین" ? 0 : (int?)null : RelativeDateRules.Offset(text, month + 1);
        if (!deictic && offset is not 0 && text.Number(end - 1) is not { Ordinal: true } && text.Key(end - 1) is not ("ام" or "امین")) return null;
        var stop = deictic || offset is null ? month + 1 : month + 1 + text.Word(month + 1).Length;
        if (text.Is(stop, DateClass.Calendar)) stop += text.Word(stop).Length;
        Period? period = text.Reference is { } day && offset is { } months && TimeArithmetic.UnitAt(day, months, TimeUnit.Month) is { } whole
            ? Period.Fixed(Within(whole, first), Within(whole, last))
            : null;
        return new(stop, DatePrecision.Day, "date: day of month", period);
    }

    private static DateOnly Within(DayInterval month, int day) => month.From.AddDays(Math.Min(day, month.Days) - 1);

    private static int SkipComma(DateText text, int at) => text.Form(at) == "،" && Year(text, at + 1, false) is not null ? at + 1 : at;

    private static bool Joins(DateText text, int at) => text.IsRange(at) || text.Key(at) is "و" or "-" or "–" or "،" or "یا";

    /// <summary>«مهرماه ۱۴۰۲», «آبان همان سال», «ماه رمضان», «ماه جاری».</summary>
    public static DateExpression? Month(DateText text, int at)
    {
        var word = text.Word(at);
        var marked = word.Marked;
        var start = at;
        if (word.IsUnit && word.Unit == TimeUnit.Month && text.Word(at + word.Length).IsMonth)
        {
            start = at + word.Length;
            (word, marked) = (text.Word(start), true);
        }
        if (!word.IsMonth) return null;
        var end = start + word.Length;
        if (text.Key(end) == "ماه") (end, marked) = (end + 1, true);
        var last = word;
        while ((text.IsRange(end) || text.Key(end) is "و") && text.Word(end + 1) is { IsMonth: true } other && other.Class == word.Class && other.Value > word.Value && (marked || other.Marked || Year(text, end + 1 + other.Length, true) is { Named: true }))
        {
            last = other;
            end += 1 + other.Length;
        }
        var year = text.BreaksBefore(end) ? null : Year(text, end, true);
        if (year is { Named: false } || !MayFollow(word.Calendar, year)) year = null;
        // «می شود», «در مه»
        if (!marked && year is null && word.Calendar == CalendarKind.Gregorian && text.Key(start) is "می" or "مه") return null;
        var weak = !marked && year is null && !IsPlainly(word);
        var days = Yearly.Months(word.Calendar, word.Value, last.Value);
        if (year is null && Neighbour(text, end, days, DatePrecision.Month, "date: month") is { } neighbour) return neighbour with { Calendar = word.Calendar };
        return new(year?.End ?? end, DatePrecision.Month, "date: month", days.Resolve(year is { } y ? Fit(word.Calendar, y) : null, text.Reference)) { Weak = weak, Calendar = word.Calendar };
    }

    /// <summary>False where the number behind a month is of another calendar and so no year of it: «شهریور دو هزار نفر».</summary>
    private static bool MayFollow(CalendarKind month, YearName? year) => year is not { Number: not null, Calendar: CalendarKind.Gregorian } || month != CalendarKind.Jalali;

    /// <summary>«تابستان آینده», «مهر گذشته»: the next one to begin, or the last one that is over; null where no such word stands.</summary>
    private static DateExpression? Neighbour(DateText text, int end, Yearly days, DatePrecision precision, string rule)
    {
        if (text.BreaksBefore(end) || text.Key(end) is not ("اینده" or "اتی" or "گذشته")) return null;
        Period? period = null;
        if (text.Reference is { } day)
        {
            var year = CalendarSystem.YearOf(days.Calendar, day);
            var candidates = new[] { days.In(year - 1), days.In(year), days.In(year + 1) }.OfType<DayInterval>().ToArray();
            var ahead = text.Key(end) != "گذشته";
            var fitting = ahead ? candidates.Where(interval => interval.From > day) : candidates.Where(interval => interval.To < day).Reverse();
            if (fitting.Any()) period = Period.Fixed(fitting.First());
        }
        return new(end + 1, precision, rule, period);
    }

    // Months whose names mean nothing else.
    private static bool IsPlainly(DateWord word) => word.Class switch
    {
        DateClass.Jalali => word.Value is 1 or 2 or 3 or 5 or 6 or 8 or 12,
        DateClass.Gregorian => word.Value is not (3 or 5 or 6 or 8),
        _ => word.Value is 9 or 11 or 12,
    };

    /// <summary>«بهار سال آینده», «فصل تابستان», «تابستان ۱۳۹۵».</summary>
    public static DateExpression? Season(DateText text, int at)
    {
        var marked = false;
        if (text.Word(at) is { IsUnit: true, Unit: TimeUnit.Season } && text.Is(at + 1, DateClass.Season)) (at, marked) = (at + 1, true);
        // «پیش از رسیدن بارش‌های زمستانی»
        var seasonal = text.Is(at, DateClass.Seasonal) && text.Word(at).Value > 0 && at > 0 && text.Is(at - 1, DateClass.Climate);
        if (!text.Is(at, DateClass.Season) && !seasonal) return null;
        var first = text.Word(at).Value;
        var last = first;
        var end = at + 1;
        if (text.Key(end) is "و" && text.Is(end + 1, DateClass.Season)) (last, end) = (text.Word(end + 1).Value, end + 2);
        var year = text.BreaksBefore(end) ? null : Year(text, end, true);
        if (year is { Named: false }) year = null;
        var days = Yearly.Months(CalendarKind.Jalali, first * 3 - 2, last * 3);
        if (year is null && Neighbour(text, end, days, DatePrecision.Season, "date: season") is { } neighbour) return neighbour;
        return new(year?.End ?? end, DatePrecision.Season, "date: season", days.Resolve(year?.Number, text.Reference)) { Weak = first == 1 && !marked && year is null };
    }

    /// <summary>«سال ۱۴۰۲», «امسال», «۱۴۰۲ خورشیدی», «سال‌های ۱۳۹۸ تا ۹۹».</summary>
    public static DateExpression? YearAlone(DateText text, int at)
    {
        if (Year(text, at, IsShortYear(text, at)) is not { } year) return null;
        var end = year.End;
        var last = year;
        for (var i = 0; i < LongestList && (text.IsRange(end) || text.Key(end) is "و" or "-" or "–" or "،" or "یا") && text.Number(end + 1) is not null && Year(text, end + 1, text.Number(at) is null) is { } next
            && next.Calendar == year.Calendar && next.Number > last.Number; i++)
        {
            last = next;
            end = next.End;
        }
        if (text.Is(end, DateClass.Calendar)) end += text.Word(end).Length;
        var days = Yearly.WholeYear(year.Calendar);
        var period = year.Number is { } from && last.Number is { } to && days.In(from) is { } first && days.In(to) is { } final ? Period.Fixed(first.From, final.To) : (Period?)null;
        var bare = text.Number(at) is not null && !text.Is(end - 1, DateClass.Calendar);
        // «از ۲ هزار و ۱۰۰ به ۲ هزار و ۴۰۰» holds no year, nor does a number far from our days.
        if (bare && (!text.IsDigits(at) || text.Number(at) is { EndToken: var stop } && stop > at + 1 || (!text.Is(at - 1, DateClass.Dated) && !IsNear(text, year)))) return null;
        return bare && !StandsAsYear(text, at, end) ? null : new(end, DatePrecision.Year, "date: year", period) { Bounded = last.Number > year.Number };
    }

    private static bool IsNear(DateText text, YearName year)
    {
        const int Past = 30, Coming = 15;
        if (text.Reference is not { } day || year.Number is not { } number) return true;
        var here = year.Calendar == CalendarKind.Gregorian ? day.Year : JalaliDate.From(day).Year;
        return number <= here + Coming && number >= here - Past;
    }

    // «متولد ۸۲», «انتخابات ۹۶», «از ۹۲ تاکنون»
    private static bool IsShortYear(DateText text, int at)
    {
        if (text.Form(at).Length != 2 || text.Number(at) is not { Value: >= 40 or < 20, Ordinal: false, Suffix: null } number || text.BreaksBefore(at) || !text.IsDigits(at)) return false;
        return text.Word(at - 1) is { Class: DateClass.Dated, Value: 2 } || (text.Key(at - 1) == "از" && (text.Key(number.EndToken) == "تاکنون" || (text.Key(number.EndToken) == "تا" && text.Key(number.EndToken + 1) == "کنون")));
    }

    // A number of four digits is a year only where it counts nothing.
    private static bool StandsAsYear(DateText text, int at, int end)
    {
        if (text.Is(at - 1, DateClass.Dated) && !text.BreaksBefore(at)) return true;
        // «۱۳۹۳ یا ۲۰۱۳»
        if (text.Key(at - 1) == "یا" && text.Number(at - 2) is { Value: >= LowestYear and <= HighestGregorian } && text.IsDigits(at - 2)) return true;
        if (IsShortYear(text, at)) return true;
        if (text.IsDigits(at) && text.Form(at).Length != 4 && text.Number(at) is { } number && number.EndToken == at + 1) return false;
        if (text.Form(at - 1) is "." or ":" or "/" or "-" or "«" && text.Form(at - 1) != "-" || text.Key(at - 1) is "کد" or "شماره" or "حدود" or "مبلغ" or "به" or "با") return false;
        if (end == text.Count || text.Text.Tokens[end].Kind == Text.TokenKind.Mark) return text.Form(end) is not ("/" or ":" or "%" or "٪");
        return text.Key(end) is "در" or "از" or "به" or "که" or "را" or "و" or "با" or "برای" or "است" or "بود" or "شد" or "تا" or "نیز" or "هم" or "میلادی" or "یا" or "حدود" or "دارد" or "باید"
            || text.Is(end, DateClass.Year);
    }
}
