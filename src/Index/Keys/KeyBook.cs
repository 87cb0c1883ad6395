using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Keys;

/// <summary>The keys of the API. A key is <c>nm_ID_SECRET</c>, the secret 256 random bits, of which only the SHA-256 is kept; so nothing slower than one hash is needed.</summary>
public sealed class KeyBook
{
    private const string Columns = "id, name, scopes, created_at, used_day, revoked_at";

    private static readonly string[] Scripts = [StoreSchema.Read("Keys/keys.sql")];

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly NewsDatabase database;

    /// <summary>The keys of a database, whose table is made where it is missing.</summary>
    public KeyBook(NewsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        database.Migrate("keys", Scripts);
    }

    /// <summary>Makes a key and gives it out, the only time it can be read; null where the name is taken.</summary>
    public Task<string?> AddAsync(string name, KeyScope scope, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        var secret = RandomNumberGenerator.GetBytes(32);
        return database.WriteAsync(transaction => transaction.Connection!.Execute(
            "INSERT INTO api_key (id, name, hash, scopes, created_at) VALUES ($id, $name, $hash, $scope, $at) ON CONFLICT (name) DO NOTHING",
            ("$id", id), ("$name", name), ("$hash", SHA256.HashData(secret)), ("$scope", scope.ToString().ToLowerInvariant()), ("$at", Iso(now))) == 1
                ? $"nm_{id}_{Convert.ToHexStringLower(secret)}" : null, cancellation);
    }

    /// <summary>The key somebody shows, or null where it is none of ours or was revoked. Takes the same time whichever part is wrong.</summary>
    public ApiKey? Find(string text)
    {
        if (text is not { Length: 76 } || !text.StartsWith("nm_", StringComparison.Ordinal) || text[11] != '_' || text.AsSpan(12).ContainsAnyExcept(HexDigits)) return null;
        var hash = SHA256.HashData(Convert.FromHexString(text.AsSpan(12)));
        var (key, kept) = database.Read(connection => connection.Rows($"SELECT {Columns}, hash FROM api_key WHERE id = $id AND revoked_at IS NULL",
            row => (Read(row), (byte[])row.GetValue(6)), ("$id", text[3..11])).FirstOrDefault());
        return CryptographicOperations.FixedTimeEquals(hash, kept ?? new byte[hash.Length]) ? key : null;
    }

    /// <summary>Notes that a key was used on a day; a day is written once.</summary>
    public async Task UsedAsync(ApiKey key, DateOnly day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.LastUsed >= day) return;
        await database.WriteAsync(transaction => transaction.Connection!.Execute("UPDATE api_key SET used_day = $day WHERE id = $id", ("$day", day.DayNumber), ("$id", key.Id)),
            toDisk: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>Revokes the key of a name or id; false where there is none that holds.</summary>
    public Task<bool> RevokeAsync(string nameOrId, DateTimeOffset now, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.Execute("UPDATE api_key SET revoked_at = $at WHERE (name = $key OR id = $key) AND revoked_at IS NULL", ("$at", Iso(now)), ("$key", nameOrId)) == 1, cancellation);

    /// <summary>All keys, oldest first.</summary>
    public IReadOnlyList<ApiKey> All() => database.Read(connection => connection.Rows($"SELECT {Columns} FROM api_key ORDER BY created_at, name", Read));

    private static ApiKey Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), Enum.Parse<KeyScope>(row.GetString(2), ignoreCase: true), Instant(row.GetString(3)),
        row.IsDBNull(4) ? null : DateOnly.FromDayNumber(row.GetInt32(4)), row.Text(5) is { } revoked ? Instant(revoked) : null);

    private static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
