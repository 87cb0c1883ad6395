using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>What a word of time does.</summary>
internal enum DateClass : byte
{
    None, Jalali, Gregorian, Hijri, Weekday, Season, Seasonal, Day, Year, Unit, Plural, Adjective, Anniversary, Next, Later, Past, Ago, This,
    Deictic, Every, Start, Early, Middle, Late, End, Part, Calendar, By, From, Before, After, Within, During, Arrival, Climate, Vague, Now, Dated, Name,
    Occasion, Plan,
}

/// <summary>A unit of time.</summary>
internal enum TimeUnit : byte
{
    Second, Minute, Hour, Day, Night, Week, Month, Season, Year, Decade, Century,
}

/// <summary>The days of an occasion.</summary>
/// <param name="Days">Those that return every year.</param>
/// <param name="Eve">True where «تا» the occasion means until the day before it.</param>
/// <param name="Span">The days of a plan of several years.</param>
/// <param name="Weak">True where the word means the occasion only behind a word of time: «پیش از عید».</param>
internal sealed record OccasionDays(Yearly Days, bool Eve, DayInterval Span, bool Weak = false);

/// <summary>A word of time where it stands in a text.</summary>
/// <param name="Class">What it does.</param>
/// <param name="Value">Its number: a month, a weekday, an offset of days or years.</param>
/// <param name="Unit">The unit it names.</param>
/// <param name="Length">How many tokens it takes.</param>
/// <param name="Marked">True for a month written with ماه, which makes it plainly a month, and for the plural of a weekday.</param>
/// <param name="Occasion">The days of an occasion or plan, or null.</param>
internal readonly record struct DateWord(DateClass Class, int Value = 0, TimeUnit Unit = default, byte Length = 1, bool Marked = false, OccasionDays? Occasion = null)
{
    public bool IsMonth => Class is DateClass.Jalali or DateClass.Gregorian or DateClass.Hijri;

    public bool IsUnit => Class is DateClass.Unit or DateClass.Plural;

    public CalendarKind Calendar => Class switch
    {
        DateClass.Gregorian => CalendarKind.Gregorian,
        DateClass.Hijri => CalendarKind.Hijri,
        _ => CalendarKind.Jalali,
    };
}

/// <summary>A word as the rules of dates see it.</summary>
/// <param name="Plain">The folded word without a glued «در» and without an ezafe ی after a half-space, where a word of time is left; null where that is the word itself.</param>
/// <param name="BeginsNone">True where no word of time begins with it.</param>
/// <param name="MayLead">True for digits and for words that are none of time themselves but lead to one: «چند».</param>
internal sealed record DateSpelling(string? Plain, bool BeginsNone, bool MayLead);

/// <summary>The words of time, looked up where they begin in a text, the longest first.</summary>
internal static class DateLexicon
{
    private const int LongestForm = 6;
    private static readonly string[] Tables = ["Dates/dates.tsv", "Dates/occasions.tsv", "Dates/plans.tsv", "Dates/date-names.tsv"];
    private static readonly Dictionary<string, DateWord> Forms = Read();
    private static readonly DateWord[] Words = [.. Forms.Values];
    private static readonly WordTrie Trie = new([.. Forms.Keys.Select((form, index) => KeyValuePair.Create(form, index))]);
    private static readonly WordTrie Beginnings = ReadBeginnings();

    /// <summary>A word by its index.</summary>
    public static ref readonly DateWord Word(int index) => ref Words[index];

    /// <summary>True for words a mention of time can begin with.</summary>
    public static bool MayBegin(int index) => Words[index].Class is >= DateClass.Jalali and <= DateClass.Plural or DateClass.Deictic or DateClass.Every
        or >= DateClass.Start and <= DateClass.Part or DateClass.Vague or DateClass.Occasion or DateClass.Plan or DateClass.Name;

    /// <summary>The index of the longest word of time that begins with this token and how many tokens it takes; index -1 where none does.</summary>
    public static (short Index, byte Length) At(DateText text, int token)
    {
        if (text.IsDigits(token)) return (-1, 0);
        var (node, found, length) = (WordTrie.Root, -1, 0);
        for (var i = token; i < text.Count && i < token + LongestForm; i++)
        {
            var key = text.Key(i);
            node = key.Length == 0 ? WordTrie.Root : Trie.Walk(node, key);
            // «ما همه» is not «ماه مه»: a form of several words begins with the first of them.
            if (node == WordTrie.Root || (i > token && text.BreaksBefore(i)) || (i == token + 1 && Beginnings.Find(text.Key(token)) < 0)) break;
            if (Trie.ValueAt(node) is >= 0 and var value) (found, length) = (value, i - token + 1);
        }
        if (found >= 0 && TakesEzafe(Words[found]) && text.Key(token + length) == "ی" && text.Key(token + length - 1)[^1] == 'ه') length++;
        return ((short)found, (byte)length);
    }

    /// <summary>How the rules see words that have nothing to do with time.</summary>
    private static readonly DateSpelling Other = new(null, true, false);

    private static readonly LexemeMemo<DateSpelling> Spellings = new(word =>
    {
        var plain = Plain(word);
        var spelling = new DateSpelling(plain == word.Key ? null : plain, word.Kind == TokenKind.Number || plain.Length == 0 || Trie.Walk(WordTrie.Root, plain) == WordTrie.Root, word.Kind == TokenKind.Number || plain is "چند" or "چندین" or "نیمسال" or "ربع" or "اخرین" or "واپسین");
        return spelling == Other ? Other : spelling;
    });

    /// <summary>How the rules see a token's word.</summary>
    public static DateSpelling Spelling(in Token token) => Spellings.Of(token.Lexeme);

    /// <summary>The folded word of a token without a glued «در» and without an ezafe ی after a half-space, where a word of time is left.</summary>
    private static string Plain(Lexeme token)
    {
        var key = token.Key;
        if (key.Length < 4 || token.Kind != TokenKind.Word) return key;
        if (key[^1] == 'ی' && key[^2] == 'ه' && Trie.Find(key.AsSpan(0, key.Length - 1)) is >= 0 and var index && Words[index] is var stem && TakesEzafe(stem))
        {
            // «ماه‌ی نخست» is written, «ماهی» is a fish.
            if (token.Form[^2] == '\u200c' || (stem.Unit != TimeUnit.Month && Trie.Find(key) < 0)) return key[..^1];
        }
        return key[0] == 'د' && key[1] == 'ر' && Trie.Find(key) < 0 && Trie.Find(key.AsSpan(2)) is >= 0 and var rest && TakesGlue(Words[rest]) ? key[2..] : key;
    }

    private static bool TakesEzafe(DateWord word) => word.IsMonth || word.IsUnit || word.Class is DateClass.Middle or DateClass.Adjective;

    private static bool TakesGlue(DateWord word) => word.IsUnit || word.Class is DateClass.Middle or DateClass.End or DateClass.Start or DateClass.Early or DateClass.Late or DateClass.Season;

    /// <summary>The word of time that is exactly this folded form, or one of class None.</summary>
    public static DateWord Find(string key) => Trie.Find(key) is >= 0 and var index ? Words[index] : default;

    private static Dictionary<string, DateWord> Read()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.Ordinal);
        void Add(TableRow row, string form, DateWord word)
        {
            if (!words.TryAdd(Fold.Key(form), word)) throw row.Bad($"'{form}' is listed twice");
        }
        foreach (var row in LanguageTable.Read("Dates/dates.tsv"))
        {
            var kind = row.Name<DateClass>(1);
            var word = kind switch
            {
                DateClass.Unit or DateClass.Plural or DateClass.Adjective => new DateWord(kind, Unit: row.Name<TimeUnit>(2)),
                DateClass.Calendar => new DateWord(kind, (int)row.Name<CalendarKind>(2)),
                _ => new DateWord(kind, row.Int(2)),
            };
            Add(row, row[0], word);
            if (kind == DateClass.Weekday) Add(row, row[0] + "ها", word with { Marked = true });
            if (kind == DateClass.Weekday) Add(row, row[0] + "های", word with { Marked = true });
            if (word.IsMonth) Add(row, row[0] + "ماه", word with { Marked = true });
            if (word.IsMonth) Add(row, "ماه" + row[0], word with { Marked = true });
        }
        foreach (var row in LanguageTable.Read("Dates/occasions.tsv"))
        {
            var (from, to) = (MonthDay(row, 2), MonthDay(row, 3));
            var days = new Yearly(row.Name<CalendarKind>(1), from.Month, from.Day, to.Month, to.Day);
            words[Fold.Key(row[0])] = new DateWord(DateClass.Occasion, Occasion: new(days, row[4] is "eve" or "eve weak", default, row[4] == "eve weak"));
        }
        foreach (var row in LanguageTable.Read("Dates/date-names.tsv")) words.TryAdd(Fold.Key(row[0]), new DateWord(DateClass.Name));
        foreach (var row in LanguageTable.Read("Dates/plans.tsv"))
            Add(row, row[0], new DateWord(DateClass.Plan, Occasion: new(default, false, new(Jalali(row, 1), Jalali(row, 2)))));
        // «امروزدوشنبه», written together
        foreach (var (day, word) in words.Where(pair => pair.Value.Class == DateClass.Day).ToArray())
        {
            foreach (var weekday in words.Where(pair => pair.Value.Class == DateClass.Weekday).Select(pair => pair.Key).ToArray()) words.TryAdd(day + weekday, word);
        }
        return words;
    }

    // First words of forms of several words; any month may be followed by ماه, any day by a weekday.
    private static WordTrie ReadBeginnings() => new([.. Tables
        .SelectMany(LanguageTable.Read)
        .SelectMany(row => Heads(row[0]).Append(row[1] is "jalali" or "gregorian" or "hijri" or "day" or "weekday" ? row[0] : "ماه"))
        .Select(form => Fold.Key(form)).Distinct().Select(form => KeyValuePair.Create(form, 0))]);

    // «بعد», «بعد از» of «بعد از ظهر»
    private static IEnumerable<string> Heads(string form)
    {
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i] is ' ' or '\u200c') yield return form[..i];
        }
    }

    private static (int Month, int Day) MonthDay(TableRow row, int column)
    {
        var parts = row[column].Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], out var month) && int.TryParse(parts[1], out var day) ? (month, day) : throw row.Bad($"'{row[column]}' is not month-day");
    }

    private static DateOnly Jalali(TableRow row, int column)
    {
        var parts = row[column].Split('-');
        return parts.Length == 3 && int.TryParse(parts[0], out var year) && int.TryParse(parts[1], out var month) && int.TryParse(parts[2], out var day)
            && CalendarSystem.Day(CalendarKind.Jalali, year, month, day) is { } date ? date : throw row.Bad($"'{row[column]}' is not a Jalali day");
    }
}
