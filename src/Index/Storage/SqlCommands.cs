using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Storage;

/// <summary>Short ways to run SQL with named parameters.</summary>
internal static class SqlCommands
{
    /// <summary>A command with its parameters; null becomes SQL NULL.</summary>
    public static SqliteCommand Sql(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (PreparedStatements.Of(connection) is { } prepared) return prepared.Run(text, parameters, command => command.ExecuteNonQuery());
        using var command = connection.Sql(text, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first cell, or default where there is no row or the cell is NULL.</summary>
    public static T? Scalar<T>(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (PreparedStatements.Of(connection) is { } prepared) return prepared.Run(text, parameters, command => command.ExecuteScalar()) is T cell ? cell : default;
        using var command = connection.Sql(text, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>All rows, each as <paramref name="read"/> makes it.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (PreparedStatements.Of(connection) is { } prepared) return prepared.Run(text, parameters, command => All(command, read));
        using var command = connection.Sql(text, parameters);
        return All(command, read);
    }

    private static List<T> All<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A text cell that may be NULL.</summary>
    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
