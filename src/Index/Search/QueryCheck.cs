namespace NewsMiner.Index.Search;

/// <summary>Looks whether a query can be read, without asking the index.</summary>
public static class QueryCheck
{
    /// <summary>What is wrong with a query, or null where it can be read or there is none.</summary>
    public static SearchAnswer.Rejected? Problem(string? query) =>
        query is not null && QueryParser.Parse(query) is QueryParse.Wrong wrong ? new("q", wrong.Position, wrong.MessageFa, wrong.Message) : null;
}
