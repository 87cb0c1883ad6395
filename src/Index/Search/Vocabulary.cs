using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>The index's own words and names with the number of articles that hold each, as of about one state.</summary>
internal sealed class Vocabulary
{
    private readonly (string Form, int Count)[] forms;
    private readonly Dictionary<string, int> stems;
    private readonly (string Key, FacetValue Value, int Count)[] names;

    private Vocabulary((string, int)[] forms, Dictionary<string, int> stems, (string, FacetValue, int)[] names, long revision, long articles) =>
        (this.forms, this.stems, this.names, Revision, Articles) = (forms, stems, names, revision, articles);

    public long Revision { get; }

    /// <summary>The number of articles when it was read.</summary>
    public long Articles { get; }

    /// <summary>Reads all terms of the index: about two seconds for 200,000 articles.</summary>
    public static Vocabulary Read(SqliteConnection connection, EntryColumns columns)
    {
        var forms = new List<(string Form, int Count)>();
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, count) in connection.Rows("SELECT term, doc FROM search_terms", row => (row.GetString(0), row.GetInt32(1))))
        {
            var stem = term[0] == '+' ? term[1..] : term;
            stems[stem] = stems.GetValueOrDefault(stem) + count;
            if (term[0] != '+' && !char.IsAsciiDigit(term[0])) forms.Add((term, count));
        }
        forms.Sort((first, second) => string.CompareOrdinal(first.Form, second.Form));
        return new([.. forms], stems, ReadNames(columns), columns.Revision, columns.Alive);
    }

    /// <summary>In about how many articles a stem stands.</summary>
    public int Frequency(string stem) => stems.GetValueOrDefault(stem);

    /// <summary>The forms that begin so, most frequent first.</summary>
    public IEnumerable<(string Form, int Count)> FormsFrom(string beginning) => Range(forms, beginning, entry => entry.Form).OrderByDescending(entry => entry.Count);

    /// <summary>The names a word of which begins so, most frequent first.</summary>
    public IEnumerable<(FacetValue Value, int Count)> NamesFrom(string beginning) =>
        Range(names, beginning, entry => entry.Key).Select(entry => (entry.Value, entry.Count)).Distinct().OrderByDescending(entry => entry.Count);

    private static (string, FacetValue, int)[] ReadNames(EntryColumns columns)
    {
        var counts = new int[columns.Values.Capacity];
        for (var article = 0; article < columns.Capacity; article++)
        {
            if (columns.ChunkOf(article) is not { } chunk || !chunk.Alive[article % EntryChunk.Size]) continue;
            foreach (var id in chunk.FacetsOf(article % EntryChunk.Size)) counts[id]++;
        }
        var names = from id in Enumerable.Range(0, counts.Length)
                    where counts[id] > 0 && columns.Values[id] is { Facet: "official" or "speaker" or "role" or "place" or "county" or "outlet" }
                    let value = columns.Values[id]!
                    from start in Starts(value.Name)
                    select (Fold.Key(value.Name.AsSpan(start)), value, counts[id]);
        return [.. names.OrderBy(name => name.Item1, StringComparer.Ordinal)];
    }

    private static IEnumerable<int> Starts(string name) => Enumerable.Range(0, name.Length).Where(i => name[i] != ' ' && (i == 0 || name[i - 1] == ' '));

    private static IEnumerable<T> Range<T>(T[] sorted, string beginning, Func<T, string> key)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(key(sorted[middle]), beginning) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < sorted.Length && key(sorted[low]).StartsWith(beginning, StringComparison.Ordinal); low++) yield return sorted[low];
    }
}

/// <summary>Keeps a vocabulary that is about current: anew at each change while the index is small, later when a tenth of it changed.</summary>
internal sealed class VocabularyHolder
{
    private const int Small = 2000;

    private readonly Lock reading = new();
    private Vocabulary? latest;

    public Vocabulary At(SqliteConnection connection, EntryColumns columns)
    {
        if (Volatile.Read(ref latest) is { } known && IsCurrent(known, columns)) return known;
        lock (reading)
        {
            if (latest is { } read && IsCurrent(read, columns)) return read;
            return latest = Vocabulary.Read(connection, columns);
        }
    }

    private static bool IsCurrent(Vocabulary vocabulary, EntryColumns columns) =>
        vocabulary.Revision == columns.Revision || (columns.Alive >= Small && Math.Abs(columns.Alive - vocabulary.Articles) * 10 < vocabulary.Articles);
}
