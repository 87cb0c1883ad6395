using NewsMiner.Extractor;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>A query as a tree. Closed: the records below are all there are.</summary>
internal abstract record QueryNode
{
    private QueryNode() { }

    /// <summary>True for what is asked of an article or fact itself, not of its text.</summary>
    public bool IsCondition => this is Field or Days or Figure or Unrefuted;

    /// <summary>A plain word, met by stem.</summary>
    /// <param name="Stem">Its stem.</param>
    /// <param name="At">Where it stands in the query.</param>
    /// <param name="Form">The form it was written in; articles that hold just this form come before those with others. Null where all are equal.</param>
    public sealed record Word(string Stem, TextSpan At, string? Form = null) : QueryNode;

    /// <summary>Words in just this form and order.</summary>
    public sealed record Phrase(IReadOnlyList<Term> Terms) : QueryNode;

    /// <summary>The beginning of a form.</summary>
    public sealed record Prefix(string Form) : QueryNode;

    /// <summary>Two words with at most so many others between them, in either order, met by stem.</summary>
    public sealed record Near(string First, string Second, int Distance) : QueryNode;

    /// <summary>A condition on what the article is or holds.</summary>
    public sealed record Field(SearchField Name, string Value) : QueryNode;

    /// <summary>Published on these Tehran days, both inclusive; null leaves a side open.</summary>
    public sealed record Days(DateOnly? From, DateOnly? To) : QueryNode
    {
        /// <summary>The words where they may as well be part of a text, such as «سال 1401»: articles that hold some of the words follow those published then.</summary>
        public IReadOnlyList<Word> Spoken { get; init; } = [];
    }

    /// <summary>Holds a figure between these bounds, in the unit where one is given.</summary>
    public sealed record Figure(FigureRange Range) : QueryNode;

    /// <summary>Not ruled wrong by a person; of facts only.</summary>
    public sealed record Unrefuted : QueryNode;

    public sealed record And(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    public sealed record Or(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    public sealed record Not(QueryNode Node) : QueryNode;
}

/// <summary>Bounds of a figure; a bound is excluded where <c>&gt;</c> or <c>&lt;</c> was written.</summary>
internal sealed record FigureRange(double? Min, bool MinExcluded, double? Max, bool MaxExcluded, string? Unit);

/// <summary>What a field condition asks about.</summary>
internal enum SearchField
{
    Speaker, Official, Role, Place, Province, Outlet, Topic, Has, Kind,
}

/// <summary>A query read, or what is wrong with it and where.</summary>
internal abstract record QueryParse
{
    private QueryParse() { }

    /// <summary>The conditions that must all hold; none where the query asks for everything.</summary>
    public sealed record Read(SearchQuery Query) : QueryParse;

    public sealed record Wrong(int Position, string MessageFa, string Message) : QueryParse;
}

/// <summary>A query as the engines run it.</summary>
/// <param name="Nodes">The conditions; all must hold.</param>
internal sealed record SearchQuery(IReadOnlyList<QueryNode> Nodes)
{
    /// <summary>The plain words that are no stop words, or all of them where there are no others.</summary>
    public IReadOnlyList<QueryNode.Word> Words { get; } = Insisted([.. Nodes.OfType<QueryNode.Word>()]);

    /// <summary>All conditions but plain words and what is excluded.</summary>
    public IReadOnlyList<QueryNode> Others { get; } = [.. Nodes.Where(node => node is not (QueryNode.Word or QueryNode.Not))];

    /// <summary>What is excluded.</summary>
    public IReadOnlyList<QueryNode.Not> Excluded { get; } = [.. Nodes.OfType<QueryNode.Not>()];

    /// <summary>Every part of the query that may be found in a text, excluded ones left out.</summary>
    public IReadOnlyList<QueryNode> Sought { get; } = [.. Nodes.SelectMany(Parts)];

    /// <summary>What makes a match: the parts sought in texts, without stop words beside others.</summary>
    public IReadOnlyList<QueryNode> Matched => matched ??= [.. Sought.Where(node => node is not QueryNode.Word word || !Nodes.Contains(word) || Words.Contains(word)).Distinct()];

    /// <summary>The plain words and those of days: where few hold all of the query, what holds some of these follows.</summary>
    public IReadOnlyList<QueryNode.Word> Loose => loose ??= [.. Words, .. Others.OfType<QueryNode.Days>().SelectMany(days => days.Spoken).Where(word => !PersianAnalyzer.IsStop(word.Stem))];

    /// <summary>What is no condition but lifts a match: plain words in just the form they were written in.</summary>
    public IReadOnlyList<QueryNode> Lifting => lifting ??= [.. Loose.DistinctBy(word => word.Stem).Select(word => word.Form).OfType<string>().Select(form => new QueryNode.Phrase([new(form, form, default)]))];

    /// <summary>All that adds to the score, each once.</summary>
    public IReadOnlyList<QueryNode> Scored => scored ??= [.. Matched.Concat(Loose).Concat(Lifting).Distinct()];

    private IReadOnlyList<QueryNode>? matched;
    private IReadOnlyList<QueryNode.Word>? loose;
    private IReadOnlyList<QueryNode>? lifting;
    private IReadOnlyList<QueryNode>? scored;

    private static IReadOnlyList<QueryNode.Word> Insisted(IReadOnlyList<QueryNode.Word> words)
    {
        QueryNode.Word[] content = [.. words.Where(word => !PersianAnalyzer.IsStop(word.Stem))];
        return content.Length > 0 ? content : words;
    }

    private static IEnumerable<QueryNode> Parts(QueryNode node) => node switch
    {
        QueryNode.And and => and.Nodes.SelectMany(Parts),
        QueryNode.Or or => or.Nodes.SelectMany(Parts),
        QueryNode.Word or QueryNode.Phrase or QueryNode.Prefix or QueryNode.Near => [node],
        _ => [],
    };
}
