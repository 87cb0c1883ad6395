using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>Parts of a query as FTS5 expressions over the tokens that <see cref="PersianAnalyzer.AppendTokens"/> makes.</summary>
internal static class FtsText
{
    /// <summary>The expression of a part that is sought in texts.</summary>
    public static string Of(QueryNode node) => node switch
    {
        QueryNode.Word word => Stem(word.Stem),
        QueryNode.Phrase phrase => Quote(string.Join(' ', PhraseTokens(phrase.Terms))),
        QueryNode.Prefix prefix => Quote(prefix.Form) + " *",
        QueryNode.Near near => Near(near.First, near.Second, NearTokens(near.Distance)),
        _ => throw new ArgumentException($"{node.GetType().Name} is not sought in texts", nameof(node)),
    };

    /// <summary>Any form of a stem: as itself, or marked behind an inflected form.</summary>
    public static string Stem(string stem) => $"{Quote(stem)} OR {Quote("+" + stem)}";

    /// <summary>The tokens that stand side by side where a phrase does: its forms, with the marked stems between them.</summary>
    public static IReadOnlyList<string> PhraseTokens(IReadOnlyList<Term> terms)
    {
        var tokens = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            tokens.Add(terms[i].Form);
            if (terms[i].Stem != terms[i].Form && i < terms.Count - 1) tokens.Add("+" + terms[i].Stem);
        }
        return tokens;
    }

    /// <summary>Tokens for so many words between: marked stems take places too, about one for every three words.</summary>
    public static int NearTokens(int distance) => distance + distance / 3 + 1;

    private static string Near(string first, string second, int tokens) => string.Join(" OR ",
        from one in (string[])[first, "+" + first]
        from other in (string[])[second, "+" + second]
        select $"NEAR({Quote(one)} {Quote(other)}, {tokens})");

    private static string Quote(string tokens) => "\"" + tokens.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
