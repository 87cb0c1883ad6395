using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>What kind of fact a row of the columns is.</summary>
internal enum FactKind : byte
{
    None, Statement, Figure, Pledge,
}

/// <summary>What the facts of a stretch of numbers are, column by column. Never changed once published.</summary>
internal sealed class FactChunk
{
    public const int Size = 4096;

    public readonly int[] Article = new int[Size];
    public readonly FactKind[] Fact = new FactKind[Size];

    /// <summary>Numbers of <see cref="FactNames"/>.</summary>
    public readonly int[] Kind = new int[Size], Person = new int[Size], Place = new int[Size];

    /// <summary>The number, of <see cref="FactGroups"/>, of the facts that say the same in copies of one story; 0 where the story has no copies.</summary>
    public readonly int[] Group = new int[Size];

    /// <summary>When it was published, in minutes; only in a group.</summary>
    public readonly int[] Published = new int[Size];

    /// <summary>How many facts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their articles lie between these, both included.</summary>
    public int FirstArticle { get; private set; } = int.MaxValue;

    /// <inheritdoc cref="FirstArticle"/>
    public int LastArticle { get; private set; } = -1;

    public FactChunk Copy()
    {
        var copy = new FactChunk { Count = Count, FirstArticle = FirstArticle, LastArticle = LastArticle };
        Article.CopyTo(copy.Article, 0);
        Fact.CopyTo(copy.Fact, 0);
        Kind.CopyTo(copy.Kind, 0);
        Person.CopyTo(copy.Person, 0);
        Place.CopyTo(copy.Place, 0);
        Group.CopyTo(copy.Group, 0);
        Published.CopyTo(copy.Published, 0);
        return copy;
    }

    /// <summary>Puts a fact of an article in a row.</summary>
    public void Set(int row, FactKind fact, int article)
    {
        if (Fact[row] == FactKind.None) Count++;
        (Fact[row], Article[row]) = (fact, article);
        (FirstArticle, LastArticle) = (Math.Min(FirstArticle, article), Math.Max(LastArticle, article));
    }

    /// <summary>Empties a row.</summary>
    public void Remove(int row)
    {
        if (Fact[row] != FactKind.None) Count--;
        Fact[row] = FactKind.None;
    }
}

/// <summary>Folded names of kinds, persons and places, each once under a number; 0 is none. Only grows.</summary>
internal sealed class FactNames
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [""];

    public int Add(string? name)
    {
        if (string.IsNullOrEmpty(name)) return 0;
        lock (gate)
        {
            if (numbers.TryGetValue(name, out var known)) return known;
            names.Add(name);
            return numbers[name] = names.Count - 1;
        }
    }

    /// <summary>The names by number.</summary>
    public string[] All()
    {
        lock (gate) return [.. names];
    }

    /// <summary>The numbers of the names that are as asked.</summary>
    public HashSet<int> Where(Func<string, bool> name) => [.. All().Index().Skip(1).Where(entry => name(entry.Item)).Select(entry => entry.Index)];
}

/// <summary>What copies of one story share, each under a number from 1. Only grows.</summary>
internal sealed class FactGroups
{
    private readonly Lock gate = new();
    private readonly Dictionary<(long Story, long Words), int> numbers = [];

    public int Add(long story, long words)
    {
        lock (gate)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, (story, words), out var known);
            return known ? number : number = numbers.Count;
        }
    }

    /// <summary>Numbers lie below this.</summary>
    public int Capacity
    {
        get
        {
            lock (gate) return numbers.Count + 1;
        }
    }
}

/// <summary>The columns of all statements, figures and pledges as of one revision of the index.</summary>
internal sealed class FactColumns
{
    private readonly FactChunk?[] chunks;

    private FactColumns(long revision, FactChunk?[] chunks, FactNames names, FactGroups groups, int count) => (Revision, this.chunks, Names, Groups, Count) = (revision, chunks, names, groups, count);

    public long Revision { get; }

    public FactNames Names { get; }

    public FactGroups Groups { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Numbers lie below this.</summary>
    public int Capacity => chunks.Length * FactChunk.Size;

    public FactChunk? ChunkOf(int fact) => (uint)(fact / FactChunk.Size) < (uint)chunks.Length ? chunks[fact / FactChunk.Size] : null;

    public static FactColumns Read(SqliteConnection connection, EntryColumns columns) =>
        new FactColumns(columns.Revision, [], new(), new(), 0).With(connection, columns.Revision, "f.fact_kind IN ('statement', 'figure', 'pledge')", null);

    /// <summary>These with the facts of changed articles as they are at a newer revision.</summary>
    public FactColumns Newer(SqliteConnection connection, EntryColumns columns, int[] changed) =>
        changed.Length == 0 ? new(columns.Revision, chunks, Names, Groups, Count)
        : With(connection, columns.Revision, $"f.article IN ({string.Join(',', changed)}) AND f.fact_kind <> 'official'", changed.ToHashSet());

    private FactColumns With(SqliteConnection connection, long revision, string condition, HashSet<int>? changed)
    {
        var renewed = chunks.ToList();
        var own = new HashSet<int>();
        FactChunk Own(int index)
        {
            while (renewed.Count <= index) renewed.Add(null);
            if (own.Add(index)) renewed[index] = renewed[index]?.Copy() ?? new();
            return renewed[index]!;
        }
        if (changed is not null) Forget(changed, Own);
        using var command = connection.Sql($"SELECT f.number, f.article, f.fact_kind, f.kind, f.person, f.place, f.story, f.words, f.published FROM fact f WHERE {condition}");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var number = rows.GetInt32(0);
            var (chunk, row) = (Own(number / FactChunk.Size), number % FactChunk.Size);
            chunk.Set(row, rows.GetString(2) switch { "statement" => FactKind.Statement, "figure" => FactKind.Figure, _ => FactKind.Pledge }, rows.GetInt32(1));
            (chunk.Kind[row], chunk.Person[row], chunk.Place[row]) = (Names.Add(rows.Text(3)), Names.Add(rows.Text(4)), Names.Add(rows.Text(5)));
            (chunk.Group[row], chunk.Published[row]) = rows.IsDBNull(6) ? (0, 0) : (Groups.Add(rows.GetInt64(6), rows.GetInt64(7)), rows.GetInt32(8));
        }
        return new(revision, [.. renewed], Names, Groups, renewed.Sum(chunk => chunk?.Count ?? 0));
    }

    private void Forget(HashSet<int> articles, Func<int, FactChunk> own)
    {
        for (var index = 0; index < chunks.Length; index++)
        {
            // Facts lie in the order they were written, so few chunks hold an article's.
            if (chunks[index] is not { } chunk || !articles.Any(article => article >= chunk.FirstArticle && article <= chunk.LastArticle)) continue;
            for (var row = 0; row < FactChunk.Size; row++)
            {
                if (chunk.Fact[row] != FactKind.None && articles.Contains(chunk.Article[row])) own(index).Remove(row);
            }
        }
    }
}

/// <summary>Keeps the newest fact columns; made when facts are first searched.</summary>
internal sealed class FactColumnsHolder
{
    /// <summary>More changed articles than this are read anew.</summary>
    private const int MaxChanges = 500;

    private FactColumns? latest;

    /// <summary>The columns of the state a connection's transaction sees.</summary>
    public FactColumns At(SqliteConnection connection, EntryColumns columns)
    {
        var known = Volatile.Read(ref latest);
        if (known?.Revision == columns.Revision) return known;
        if (known?.Revision > columns.Revision) return FactColumns.Read(connection, columns);
        var changed = known is null ? null : columns.ChangedSince(known.Revision)?.Select(change => change.Article).ToArray();
        var read = changed is { Length: <= MaxChanges } ? known!.Newer(connection, columns, changed) : FactColumns.Read(connection, columns);
        Volatile.Write(ref latest, read);
        return read;
    }
}
