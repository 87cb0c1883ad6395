using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>Parts of a query as FTS5 expressions over the tokens that <see cref="PersianAnalyzer.AppendTokens"/> makes.</summary>
internal static class FtsText
{
    /// <summary>The expression of a part that is sought in texts.</summary>
    public static string Of(QueryNode node) => node switch
    {
        QueryNode.Word word => Stem(word.Stem),
        QueryNode.Phrase phrase => Phrase(phrase.Terms),
        QueryNode.Prefix prefix => Quote(prefix.Form) + " *",
        QueryNode.Near near => Near(near.First, near.Second, near.Distance),
        _ => throw new ArgumentException($"{node.GetType().Name} is not sought in texts", nameof(node)),
    };

    /// <summary>Any form of a stem: as itself, or marked behind an inflected form.</summary>
    public static string Stem(string stem) => $"{Quote(stem)} OR {Quote("+" + stem)}";

    private static string Phrase(IReadOnlyList<Term> terms)
    {
        var tokens = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            tokens.Add(terms[i].Form);
            if (terms[i].Stem != terms[i].Form && i < terms.Count - 1) tokens.Add("+" + terms[i].Stem);
        }
        return Quote(string.Join(' ', tokens));
    }

    /// <summary>Marked stems take places too, about one for every three words.</summary>
    private static string Near(string first, string second, int distance) => string.Join(" OR ",
        from one in (string[])[first, "+" + first]
        from other in (string[])[second, "+" + second]
        select $"NEAR({Quote(one)} {Quote(other)}, {distance + distance / 3 + 1})");

    private static string Quote(string tokens) => "\"" + tokens.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
