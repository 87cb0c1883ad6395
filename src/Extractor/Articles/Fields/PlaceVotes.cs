using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Articles;

/// <summary>Which province a story is about, by the places it names.</summary>
internal static class PlaceVotes
{
    /// <summary>The most words a place's name has.</summary>
    private const int MaxWords = 4;

    /// <summary>Counties whose name is a word, a person's name or a dynasty as well.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[] { "انار", "ایوان", "بافت", "بهار", "خمیر", "دیر", "رستم", "سامان", "سرباز", "سلسله", "شهریار", "صحنه", "قدس", "مبارکه", "مهر", "مهران", "میانه", "نور", "پارسیان", "پردیس", "کوثر", "گرمی", "فارس", "مرکزی" }
        .Select(name => Fold.Key(name)).ToFrozenSet();

    private static readonly KnownPlace[] Places = [.. Table()];

    /// <summary>The names with their place in <see cref="Places"/>.</summary>
    private static readonly WordTrie Names = new([.. Places.Select((place, at) => KeyValuePair.Create(place.Key, at))]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Introductions = new[] { "شهر", "شهرستان", "شهرستانهای", "شهرهای", "بخش", "فرماندار", "فرمانداری", "شهردار", "شهرداری", "بهزیستی", "کمیتهامداد", "دادستان", "بندر", "مردم" }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What parts words, in <see cref="Letters"/>.</summary>
    private const char Border = ' ';

    /// <summary>Of every UTF-16 unit the letter it is compared as, <see cref="Border"/> between words, '\0' for what plays no part.</summary>
    private static readonly char[] Letters = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit =>
        " ،.:؛()«»-/؟!".Contains((char)unit) ? Border : Fold.Character((char)unit) is var folded && char.IsWhiteSpace(folded) ? '\0' : folded)];

    /// <summary>The province of a place, or null where there is no such place or several.</summary>
    public static string? ProvinceOf(string place) => Names.Find(Fold.Key(place)) is >= 0 and var found ? Places[found].Province : null;

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
            var (found, count) = LongestName(letters, starts, i);
            if (found < 0) continue;
            var place = Places[found];
            var before = i > 0 ? letters.AsSpan(starts[i - 1]..starts[i]) : [];
            // A ward of a city («بخش مرکزی») is everywhere.
            var vote = before is "استان" ? 4 : Introductions.Contains(before) && !(before is "بخش" && place.Key == "مرکزی") ? 2 : place.NeedsIntroduction ? 0 : 1;
            if (vote > 0) votes[place.Province] = votes.GetValueOrDefault(place.Province) + (vote * weight);
            i += count - 1;
        }
    }

    /// <summary>The place of the longest name that begins at a word, and its words; -1 where none does.</summary>
    private static (int Place, int Words) LongestName(char[] letters, List<int> starts, int word)
    {
        var (best, node) = ((-1, 0), WordTrie.Root);
        for (var count = 1; count <= MaxWords && word + count < starts.Count; count++)
        {
            node = Names.Walk(node, letters.AsSpan(starts[word + count - 1]..starts[word + count]));
            if (node == WordTrie.Root) break;
            if (Names.ValueAt(node) is >= 0 and var place) best = (place, count);
        }
        return best;
    }

    /// <summary>The folded letters of a text's words, one behind the other, and where each word begins; the last entry is their end.</summary>
    private static (char[] Letters, List<int> Starts) Words(string text)
    {
        var (letters, starts, length) = (new char[text.Length], new List<int>(text.Length / 4) { 0 }, 0);
        var isInside = false;
        foreach (var c in text)
        {
            var letter = Letters[c];
            if (letter == Border)
            {
                if (isInside) starts.Add(length);
                isInside = false;
                continue;
            }
            isInside = true;
            if (letter != '\0') letters[length++] = letter;
        }
        if (isInside) starts.Add(length);
        return (letters, starts);
    }

    /// <summary>The names that lie in one province only, those of provinces first; a county is better known than a city.</summary>
    private static IEnumerable<KnownPlace> Table()
    {
        var common = LanguageTable.Read("Lexicons/common-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var provinces = LanguageTable.Read("Lexicons/provinces.tsv").SelectMany(row => new[] { (Key: Fold.Key(row[0]), Province: row[0]), (Key: Fold.Key(row[1]), Province: row[0]) }).DistinctBy(entry => entry.Key);
        var others = LanguageTable.Read("Lexicons/places.tsv").Select(row => (Key: Fold.Key(row[0]), Kind: row[1], Province: row[2]))
            .GroupBy(place => place.Key).Where(places => places.Select(place => place.Province).Distinct().Count() == 1)
            .Select(places => (places.Key, places.First().Province, IsWellKnown: places.Any(place => place.Kind == "county")));
        return provinces.Select(entry => (entry.Key, entry.Province, IsWellKnown: true)).Concat(others).DistinctBy(entry => entry.Key)
            .Select(place => new KnownPlace(place.Key, place.Province, Ambiguous.Contains(place.Key) || (common.Contains(place.Key) && !place.IsWellKnown) || place.Key.Length < 3));
    }

    /// <summary>A place; «مهر», «بهار», «مرکزی» count only where something introduces them.</summary>
    private readonly record struct KnownPlace(string Key, string Province, bool NeedsIntroduction);
}
