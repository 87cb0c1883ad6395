using System.Buffers;
using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Which province a story is about, by the places it names.</summary>
internal static class PlaceVotes
{
    /// <summary>The most words a place's name has.</summary>
    private const int MaxWords = 4;

    private static readonly FrozenSet<string> Common = LanguageTable.Read("Lexicons/common-words.tsv").Select(row => row[0]).ToFrozenSet();

    /// <summary>Names that lie in one province only, those of provinces first; a county is better known than a city.</summary>
    private static readonly FrozenDictionary<string, (string Province, bool IsWellKnown)> Places = Table();

    /// <summary>Counties whose name is a word, a person's name or a dynasty as well.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[] { "انار", "ایوان", "بافت", "بهار", "خمیر", "دیر", "رستم", "سامان", "سرباز", "سلسله", "شهریار", "صحنه", "قدس", "مبارکه", "مهر", "مهران", "میانه", "نور", "پارسیان", "پردیس", "کوثر", "گرمی", "فارس", "مرکزی" }
        .Select(name => Fold.Key(name)).ToFrozenSet();

    private static readonly FrozenSet<string> Introductions = new[] { "شهر", "شهرستان", "شهرستانهای", "شهرهای", "بخش", "فرماندار", "فرمانداری", "شهردار", "شهرداری", "بهزیستی", "کمیتهامداد", "دادستان", "بندر", "مردم" }.ToFrozenSet();

    private static readonly FirstLetters FirstOfPlaces = new(Places.Keys);

    private static readonly FrozenDictionary<string, (string Province, bool IsWellKnown)>.AlternateLookup<ReadOnlySpan<char>> PlacesBySpan = Places.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonBySpan = Common.GetAlternateLookup<ReadOnlySpan<char>>(), AmbiguousBySpan = Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>(), IntroductionsBySpan = Introductions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Borders = SearchValues.Create(" ،.:؛()«»-/؟!");

    /// <summary>The province of a place, or null where there is no such place or several.</summary>
    public static string? ProvinceOf(string place) => Places.TryGetValue(Fold.Key(place), out var found) ? found.Province : null;

    /// <summary>The province named most, the title counting thrice, the first named of equals; null where it names none.</summary>
    public static (string Province, int Votes)? Most(string title, IReadOnlyList<string> paragraphs)
    {
        var votes = new Dictionary<string, int>();
        Count(title, 3, votes);
        foreach (var paragraph in paragraphs) Count(paragraph, 1, votes);
        return votes.Count == 0 ? null : votes.OrderByDescending(vote => vote.Value).Select(vote => (vote.Key, vote.Value)).First();
    }

    private static void Count(string text, int weight, Dictionary<string, int> votes)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0600', '\u06FF')) return;
        var (letters, starts) = Words(text);
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            if (!FirstOfPlaces.MayBegin(letters.AsSpan(starts[i]..starts[i + 1]))) continue;
            for (var count = Math.Min(MaxWords, starts.Count - 1 - i); count > 0; count--)
            {
                var key = letters.AsSpan(starts[i]..starts[i + count]);
                if (!PlacesBySpan.TryGetValue(key, out var place)) continue;
                var before = i > 0 ? letters.AsSpan(starts[i - 1]..starts[i]) : [];
                // «مهر», «بهار», «مرکزی» count only where something introduces a place; a ward of a city («بخش مرکزی») is everywhere.
                var vote = before is "استان" ? 4
                    : IntroductionsBySpan.Contains(before) && !(before is "بخش" && key is "مرکزی") ? 2
                    : AmbiguousBySpan.Contains(key) || (CommonBySpan.Contains(key) && !place.IsWellKnown) || key.Length < 3 ? 0
                    : 1;
                if (vote > 0) votes[place.Province] = votes.GetValueOrDefault(place.Province) + (vote * weight);
                i += count - 1;
                break;
            }
        }
    }

    /// <summary>The folded letters of a text's words, one behind the other, and where each word begins; the last entry is their end.</summary>
    private static (char[] Letters, List<int> Starts) Words(string text)
    {
        var (letters, starts, length) = (new char[text.Length], new List<int>(text.Length / 4) { 0 }, 0);
        var isInside = false;
        foreach (var c in text)
        {
            if (Borders.Contains(c))
            {
                if (isInside) starts.Add(length);
                isInside = false;
                continue;
            }
            isInside = true;
            if (Fold.Character(c) is var folded && folded != '\0' && !char.IsWhiteSpace(folded)) letters[length++] = folded;
        }
        if (isInside) starts.Add(length);
        return (letters, starts);
    }

    private static FrozenDictionary<string, (string Province, bool IsWellKnown)> Table()
    {
        var provinces = LanguageTable.Read("Lexicons/provinces.tsv").SelectMany(row => new[] { (Key: Fold.Key(row[0]), Province: row[0]), (Key: Fold.Key(row[1]), Province: row[0]) }).DistinctBy(entry => entry.Key).ToArray();
        var others = LanguageTable.Read("Lexicons/places.tsv").Select(row => (Key: Fold.Key(row[0]), Kind: row[1], Province: row[2]))
            .GroupBy(place => place.Key).Where(places => places.Select(place => place.Province).Distinct().Count() == 1)
            .Select(places => (places.Key, Value: (places.First().Province, places.Any(place => place.Kind == "county"))));
        return provinces.Select(entry => (entry.Key, Value: (entry.Province, true))).Concat(others).DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    }
}
