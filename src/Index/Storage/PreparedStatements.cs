using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Storage;

/// <summary>
/// The statements of a connection that lives long, each prepared once: for short ones preparing takes longer than running. Only for texts that
/// recur, with values as parameters; beyond <see cref="Most"/> of them a statement is prepared for one use.
/// </summary>
internal sealed class PreparedStatements
{
    /// <summary>The statements kept.</summary>
    private const int Most = 256;

    private static readonly ConditionalWeakTable<SqliteConnection, PreparedStatements> Kept = [];

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly SqliteConnection connection;

    private PreparedStatements(SqliteConnection connection) => this.connection = connection;

    /// <summary>The transaction in which statements run.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>Keeps the statements of a connection from here on.</summary>
    public static PreparedStatements Keep(SqliteConnection connection) => Kept.GetValue(connection, kept => new(kept));

    /// <summary>Those of a connection, or null where none are kept.</summary>
    public static PreparedStatements? Of(SqliteConnection connection) => Kept.TryGetValue(connection, out var kept) ? kept : null;

    /// <summary>Runs a statement whose parameters have the same names each time.</summary>
    public T Run<T>(string text, ReadOnlySpan<(string Name, object? Value)> parameters, Func<SqliteCommand, T> run)
    {
        // Taken out while it runs, so that the same statement may run within it.
        if (!commands.Remove(text, out var command)) command = connection.Sql(text, parameters);
        for (var i = 0; i < parameters.Length; i++)
        {
            var (name, value) = parameters[i];
            var parameter = command.Parameters[i];
            if (parameter.ParameterName != name) parameter = command.Parameters[name];
            parameter.Value = value ?? DBNull.Value;
        }
        command.Transaction = Transaction;
        var done = false;
        try
        {
            var result = run(command);
            foreach (SqliteParameter parameter in command.Parameters) parameter.Value = DBNull.Value;
            done = commands.Count < Most && commands.TryAdd(text, command);
            return result;
        }
        finally
        {
            if (!done) command.Dispose();
        }
    }
}
