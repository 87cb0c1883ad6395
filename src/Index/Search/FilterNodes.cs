namespace NewsMiner.Index.Search;

/// <summary>The conditions of a filter as parts of a query.</summary>
internal static class FilterNodes
{
    /// <summary>The same and the kind of fact; what people ruled wrong is left out.</summary>
    public static IEnumerable<QueryNode> OfFacts(SearchRequest request)
    {
        var conditions = Of(request.Filter).Append(new QueryNode.Unrefuted());
        return request.Fact is { } fact ? conditions.Append(new QueryNode.Field(SearchField.Has, fact)) : conditions;
    }

    public static IEnumerable<QueryNode> Of(ArticleFilter filter)
    {
        foreach (var (name, value) in new[]
        {
            (SearchField.Outlet, filter.Outlet), (SearchField.Province, filter.Province), (SearchField.Place, filter.Place), (SearchField.Topic, filter.Topic),
            (SearchField.Official, filter.Official), (SearchField.Speaker, filter.Speaker), (SearchField.Kind, filter.Kind),
        })
        {
            if (value is not null) yield return new QueryNode.Field(name, value);
        }
        if (filter.From is not null || filter.To is not null) yield return new QueryNode.Days(filter.From, filter.To);
    }
}
