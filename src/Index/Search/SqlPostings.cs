using Microsoft.Data.Sqlite;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>
/// Postings by plain SQL over the term positions that <c>fts5vocab</c> lists: the fallback where the collector cannot be attached, and the oracle
/// of its tests. Reads every position of a term, so it is slower by an order of magnitude.
/// </summary>
internal sealed class SqlPostings(SqliteConnection connection, SearchTable table) : PostingsReader
{
    public override Postings Read(QueryNode node, MatchArrays arrays) => Read(node, int.MinValue, int.MaxValue, arrays);

    public override Postings Read(QueryNode node, int from, int to, MatchArrays arrays)
    {
        var weights = new SortedDictionary<int, float>();
        foreach (var place in Places(node, from, to))
            weights[place.Row] = weights.GetValueOrDefault(place.Row) + table.Weights[place.Column];
        return new([.. weights.Keys], [.. weights.Values]);
    }

    public override void Dispose() { }

    private IEnumerable<Place> Places(QueryNode node, int from, int to)
    {
        List<Place> Of(string token) => Terms("term = $term", token, token, from, to);
        switch (node)
        {
            case QueryNode.Word word:
                return Of(word.Stem).Concat(Of("+" + word.Stem));
            case QueryNode.Prefix prefix:
                return Terms("term >= $term AND term < $end", prefix.Form, prefix.Form + '\uffff', from, to);
            case QueryNode.Phrase phrase:
                var tokens = FtsText.PhraseTokens(phrase.Terms);
                var later = tokens.Skip(1).Select(token => Of(token).ToHashSet()).ToList();
                return Of(tokens[0]).Where(start => later.Index().All(next => next.Item.Contains(start with { Offset = start.Offset + next.Index + 1 })));
            case QueryNode.Near near:
                return from first in (string[])[near.First, "+" + near.First]
                       from second in (string[])[near.Second, "+" + near.Second]
                       from place in Beside(Of(first), Of(second), FtsText.NearTokens(near.Distance))
                       select place;
            default:
                throw new ArgumentException($"{node.GetType().Name} is not sought in texts", nameof(node));
        }
    }

    /// <summary>The places of either that have one of the other with at most so many tokens between.</summary>
    private static IEnumerable<Place> Beside(List<Place> first, List<Place> second, int between)
    {
        var pairs = from one in first
                    join other in second on (one.Row, one.Column) equals (other.Row, other.Column)
                    where Math.Abs(one.Offset - other.Offset) - 1 <= between
                    select (one, other);
        var near = pairs.ToList();
        return near.Select(pair => pair.one).Distinct().Concat(near.Select(pair => pair.other).Distinct());
    }

    private List<Place> Terms(string condition, string term, string end, int from, int to) => connection.Rows(
        $"SELECT doc, col, offset FROM {table.Name}_places WHERE {condition} AND doc BETWEEN $from AND $to",
        row => new Place(row.GetInt32(0), Column(row.GetString(1)), row.GetInt32(2)), ("$term", term), ("$end", end), ("$from", from), ("$to", to));

    private int Column(string name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == name) return i;
        }
        throw new StoreException($"the full-text table {table.Name} has a column '{name}' this program does not know: run `newsminer reindex`");
    }

    private readonly record struct Place(int Row, int Column, int Offset);
}
