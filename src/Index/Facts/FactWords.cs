using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Facts;

/// <summary>What the facts of one article say, as numbers that are equal where two say the same in any spelling: by them a fact is known again in the copies of a story.</summary>
internal sealed class FactWords
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The number of the next fact, in the article's order; where an article says a thing twice, both are counted.</summary>
    public long Next(Fact fact)
    {
        var words = string.Join('|', Parts(fact).Select(part => part is null ? "" : Fold.Key(part)));
        var times = seen[words] = seen.GetValueOrDefault(words) + 1;
        return Fingerprint.Long(string.Create(CultureInfo.InvariantCulture, $"{words}|{times}"));
    }

    /// <summary>Numbers the facts of a store that was written before they had any.</summary>
    public static void Renew(NewsDatabase database)
    {
        const string unread = "SELECT DISTINCT article FROM fact WHERE words IS NULL";
        if (database.Read(connection => connection.Scalar<long>($"SELECT EXISTS ({unread})")) == 0) return;
        database.Write(transaction =>
        {
            var connection = transaction.Connection!;
            foreach (var article in connection.Rows(unread, row => row.GetInt64(0))) Renew(connection, article);
            return true;
        });
    }

    private static void Renew(SqliteConnection connection, long article)
    {
        var words = new FactWords();
        foreach (var (number, fact) in connection.Rows("SELECT number, fact_kind, body FROM fact WHERE article = $article ORDER BY number", row => (row.GetInt64(0), ArticleBlob.ReadFact(row.GetString(1), row.GetString(2))), ("$article", article)))
            connection.Execute("UPDATE fact SET words = $words WHERE number = $number", ("$words", words.Next(fact)), ("$number", number));
    }

    private static IEnumerable<string?> Parts(Fact fact) => fact switch
    {
        Official official => ["official", official.Name, official.Role, official.Organisation, official.Unit, official.Place],
        Statement statement => ["statement", statement.Text],
        Figure figure => ["figure", Amount(figure.Value), Amount(figure.Max), figure.Unit, figure.Counted, figure.Change],
        Pledge pledge => ["pledge", pledge.Action],
        _ => throw new ArgumentException($"{fact.GetType().Name} is no fact of the store", nameof(fact)),
    };

    private static string? Amount(decimal? value) => (value / 1.0000000000000000000000000000m)?.ToString(CultureInfo.InvariantCulture);
}
