using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>
/// The statements, figures and pledges of one state. A speaker, a kind, a place, <c>has:</c> and figure bounds are conditions on the fact itself, the
/// rest on its article. A fact is a sentence or two: lengths play no part in its score.
/// </summary>
internal sealed class SearchedFacts(SqliteConnection connection, PostingsReader reader, EntryColumns columns, FactColumns facts) : Searched
{
    private readonly Dictionary<string, Postings> read = [];

    public override int Capacity => facts.Capacity;

    public override long Count => facts.Count;

    public override float AverageLength => 1;

    public override int NewestDay => columns.NewestDay;

    public override bool HasClusters => facts.Groups.Capacity > 0;

    public override bool Exists(int number) => facts.ChunkOf(number) is { } chunk && chunk.Fact[number % FactChunk.Size] != FactKind.None;

    public override void Lengths(ReadOnlySpan<int> numbers, Span<ushort> lengths) => lengths[..numbers.Length].Fill(1);

    public override int Day(int number) => columns.ChunkOf(Article(number))!.Day[Article(number) % EntryChunk.Size];

    /// <summary>Only what copies of a story share is folded: copies differ in what they quote.</summary>
    public override void Clusters(ReadOnlySpan<int> numbers, Span<int> clusters)
    {
        for (var i = 0; i < numbers.Length; i++) clusters[i] = facts.ChunkOf(numbers[i])!.Group[numbers[i] % FactChunk.Size];
    }

    /// <summary>A fact is shown as the first publisher has it.</summary>
    public override int? Published(int number) => facts.ChunkOf(number)!.Published[number % FactChunk.Size];

    public override Postings Find(QueryNode node)
    {
        var expression = FtsText.Of(node);
        return read.TryGetValue(expression, out var known) ? known : read[expression] = reader.Read(node, Arrays);
    }

    public override Predicate<int> Test(QueryNode node) => node switch
    {
        QueryNode.Days days => OnArticle(SearchedArticles.DayTest(days, columns)),
        QueryNode.Figure figure => QuerySql.Figures(connection, "number", figure.Range).Contains,
        QueryNode.Unrefuted => Refuted() is { Count: > 0 } refuted ? fact => !refuted.Contains(fact) : _ => true,
        QueryNode.Field { Name: SearchField.Has } has => Is(has.Value),
        QueryNode.Field { Name: SearchField.Kind } kind => Named(kind.Value, static (chunk, row) => chunk.Kind[row], static (name, value) => name == value),
        QueryNode.Field { Name: SearchField.Speaker } speaker => Named(Fold.Key(speaker.Value), static (chunk, row) => chunk.Person[row], static (name, value) => name.EndsWith(value, StringComparison.Ordinal)),
        QueryNode.Field { Name: SearchField.Place } place => Named(Fold.Key(place.Value), static (chunk, row) => chunk.Place[row], static (name, value) => name == value),
        QueryNode.Field field => OnArticle(SearchedArticles.FieldTest(field, columns)),
        _ => throw new ArgumentException($"{node.GetType().Name} is no condition", nameof(node)),
    };

    private int Article(int fact) => facts.ChunkOf(fact)!.Article[fact % FactChunk.Size];

    private HashSet<int> Refuted() =>
        [.. connection.Rows($"SELECT f.number FROM fact f WHERE {FactList.Verdicts(VerdictFilter.Wrong)}", row => row.GetInt32(0))];

    private Predicate<int> OnArticle(Predicate<int> test) => fact => test(Article(fact));

    private Predicate<int> Is(string name) =>
        Enum.TryParse<FactKind>(name, ignoreCase: true, out var wanted) ? fact => facts.ChunkOf(fact)!.Fact[fact % FactChunk.Size] == wanted : _ => false;

    private Predicate<int> Named(string value, Func<FactChunk, int, int> column, Func<string, string, bool> holds)
    {
        var numbers = facts.Names.Where(name => holds(name, value));
        return fact => numbers.Contains(column(facts.ChunkOf(fact)!, fact % FactChunk.Size));
    }
}
