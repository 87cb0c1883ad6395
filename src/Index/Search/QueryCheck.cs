namespace NewsMiner.Index.Search;

/// <summary>What makes a query unreadable.</summary>
/// <param name="Position">The position in the query, 0-based UTF-16 units.</param>
/// <param name="MessageFa">What is wrong and what to do, in Persian.</param>
/// <param name="Message">The same in English.</param>
public sealed record QueryProblem(int Position, string MessageFa, string Message);

/// <summary>Looks whether a query can be read, without asking the index.</summary>
public static class QueryCheck
{
    /// <summary>What is wrong with a query, or null where it can be read or there is none.</summary>
    public static QueryProblem? Problem(string? query) =>
        query is not null && QueryParser.Parse(query) is QueryParse.Wrong wrong ? new(wrong.Position, wrong.MessageFa, wrong.Message) : null;
}
