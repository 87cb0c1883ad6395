using System.Text;

namespace NewsMiner.Index.Search;

/// <summary>The tokens of one article, column by column as the full-text table has them.</summary>
internal sealed class ArticleTokens
{
    private readonly byte[][] columns;

    public ArticleTokens(EntryTokens tokens) => columns = [Column(tokens.Body), Column(tokens.Lead), Column(tokens.Title), Column(tokens.Facts)];

    /// <summary>Whether <see cref="Weight"/> can tell of a part of a query. Two words near each other are left to the index.</summary>
    public static bool Tells(QueryNode node) => node is QueryNode.Word or QueryNode.Phrase or QueryNode.Prefix;

    /// <summary>The occurrences of a part of a query, each weighing as much as its column; 0 where there is none.</summary>
    public float Weight(QueryNode node, IReadOnlyList<float> weights) => node switch
    {
        QueryNode.Word word => Weight($" {word.Stem} ", weights) + Weight($" +{word.Stem} ", weights),
        QueryNode.Phrase phrase => Weight($" {string.Join(' ', FtsText.PhraseTokens(phrase.Terms))} ", weights),
        QueryNode.Prefix prefix => Weight($" {prefix.Form}", weights),
        _ => throw new ArgumentException($"{node.GetType().Name} is not told by tokens", nameof(node)),
    };

    /// <summary>A space before the first token, too, so that a token is found by the spaces around it.</summary>
    private static byte[] Column(ReadOnlySpan<byte> tokens) => [(byte)' ', .. tokens];

    private float Weight(string tokens, IReadOnlyList<float> weights)
    {
        var sought = Encoding.UTF8.GetBytes(tokens);
        var weight = 0f;
        for (var column = 0; column < columns.Length; column++)
        {
            var rest = columns[column].AsSpan();
            // The space behind an occurrence may be the one before the next.
            for (var at = rest.IndexOf(sought); at >= 0; at = rest.IndexOf(sought))
            {
                weight += weights[column];
                rest = rest[(at + 1)..];
            }
        }
        return weight;
    }
}
