using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsMiner.Api.Tests;

/// <summary>What lies in the store of a data folder, past the program.</summary>
internal static class StoreRows
{
    /// <summary>The rows of a query as text, cells parted by tabs.</summary>
    public static List<string> Of(string folder, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "newsminer.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture))));
        return rows;
    }
}
