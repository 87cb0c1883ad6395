using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>The prepared statements that write search entries on one connection, and the ids of facet values it has seen.</summary>
internal sealed class SearchWriter
{
    /// <summary>The ids remembered; those of rarer values are looked up.</summary>
    private const int MaxIds = 16_384;

    private static readonly ConditionalWeakTable<SqliteConnection, SearchWriter> ByConnection = [];

    private readonly Latest<(string Facet, string Name), int> ids = new(MaxIds);
    private readonly Dictionary<string, SqliteCommand> commands = [];
    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;
    private int highestId;
    private long? revision;

    private SearchWriter(SqliteConnection connection)
    {
        this.connection = connection;
        Texts = new(connection, "INSERT INTO search (rowid, body, lead, title, facts) VALUES (?, ?, ?, ?, ?)");
        FactText = new(connection, "INSERT INTO search_fact (rowid, text) VALUES (?, ?)");
        NewEntry = new(connection, "INSERT OR IGNORE INTO search_entry (revision, day, length, cluster, facets, number, alive) VALUES (?, ?, ?, ?, ?, ?, 1)");
        Entry = new(connection, "UPDATE search_entry SET revision = ?, day = ?, length = ?, cluster = ?, facets = ?, alive = 1 WHERE number = ?");
    }

    /// <summary>Writes the tokens of an article: number, body, lead, title, facts.</summary>
    public BoundStatement Texts { get; }

    /// <summary>Writes the tokens of a fact: number, text.</summary>
    public BoundStatement FactText { get; }

    /// <summary>Writes the entry of an article without one: revision, day, length, cluster, facets, number.</summary>
    public BoundStatement NewEntry { get; }

    /// <summary>Writes the entry anew, with the values of <see cref="NewEntry"/>.</summary>
    public BoundStatement Entry { get; }

    /// <summary>The facet values of the article now written.</summary>
    public FacetIds Facets { get; } = new();

    public static SearchWriter For(SqliteTransaction transaction)
    {
        var writer = ByConnection.GetValue(transaction.Connection!, connection => new(connection));
        writer.Enter(transaction);
        return writer;
    }

    /// <summary>Room for the tokens of the article now written.</summary>
    public EntryTokens Tokens { get; } = new();

    /// <summary>The revision of the index that the transaction makes: one for all it writes, as readers see all of it or nothing.</summary>
    public long Revision => revision ??= Advanced();

    /// <summary>Runs a statement with positional parameters $0, $1 …; returns the rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first cell as a number, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar() as long?;

    /// <summary>The numbers in the first column.</summary>
    public List<long> Numbers(string sql, params ReadOnlySpan<object?> values)
    {
        var numbers = new List<long>();
        using var rows = Command(sql, values).ExecuteReader();
        while (rows.Read()) numbers.Add(rows.GetInt64(0));
        return numbers;
    }

    /// <summary>The id of a facet's value, made where it is new.</summary>
    public int IdOf(string facet, string name)
    {
        if (ids.TryGet((facet, name), out var known)) return known;
        var id = (int)(Number("SELECT id FROM search_value WHERE facet = $0 AND name = $1", facet, name)
            ?? Added(facet, name));
        highestId = Math.Max(highestId, id);
        ids.TryAdd((facet, name), id);
        return id;
    }

    private long Added(string facet, string name)
    {
        Run("INSERT INTO search_value (facet, name) VALUES ($0, $1)", facet, name);
        return Number("SELECT last_insert_rowid()")!.Value;
    }

    private long Advanced()
    {
        Run("UPDATE search_state SET revision = revision + 1 WHERE id = 1");
        return Number("SELECT revision FROM search_state")!.Value;
    }

    private void Enter(SqliteTransaction next)
    {
        if (ReferenceEquals(transaction, next)) return;
        transaction = next;
        revision = null;
        // A rolled back transaction takes its new values with it.
        if ((Number("SELECT max(id) FROM search_value") ?? 0) < highestId)
        {
            ids.Clear();
            highestId = 0;
        }
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            commands[sql] = command;
        }
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
