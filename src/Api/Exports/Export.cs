using NewsMiner.Api.Http;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index;
using NewsMiner.Index.Facts;
using NewsMiner.Index.Storage;

namespace NewsMiner.Api.Exports;

/// <summary>Everything the store can hand out in rows.</summary>
internal static class Export
{
    /// <summary>The kinds of rows.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["articles", "officials", "statements", "figures", "pledges", "trends"];

    /// <summary>The formats; <c>zip</c> is a data package.</summary>
    public static readonly IReadOnlyList<string> Formats = ["csv", "jsonl", "xlsx", "zip"];

    /// <summary>Writes all rows of a request; streams, and never cuts. Returns how many rows it wrote.</summary>
    public static long Write(Stream target, ExportRequest request, NewsStore store, NewsIndex index, CancellationToken cancellation)
    {
        var table = Table(request, store, index, cancellation);
        return request.Format switch
        {
            "csv" => table.WriteCsv(target, request.Bom),
            "jsonl" => table.WriteLines(target),
            "xlsx" => table.WriteWorkbook(target, request),
            "zip" => DataPackage.Write(target, table, request),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Format, "one of " + string.Join(", ", Formats)),
        };
    }

    private static ExportTable Table(ExportRequest request, NewsStore store, NewsIndex index, CancellationToken cancellation)
    {
        var columns = new ExportColumns(request.Site);
        var selection = request.Selection;
        return request.Kind switch
        {
            "articles" => new ExportTable<StoredArticle>(columns.Articles(), store.StoredArticles(selection.Filter, cancellation), ArticleLine.From),
            "officials" => Facts(columns.Officials(), index, selection, cancellation),
            "statements" => Facts(columns.Statements(), index, selection, cancellation),
            "figures" => Facts(columns.Figures(), index, selection, cancellation),
            "pledges" => Facts(columns.Pledges(), index, selection, cancellation),
            "trends" => new ExportTable<TrendRow>(TrendTable.Columns, TrendTable.Rows(request.Counted ?? throw new ArgumentException("a trend is counted before it is written", nameof(request))), row => row),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "one of " + string.Join(", ", Kinds)),
        };
    }

    private static ExportTable<StoredFact<T>> Facts<T>(IReadOnlyList<ExportColumn<StoredFact<T>>> columns, NewsIndex index, FactSelection selection, CancellationToken cancellation)
        where T : Fact => new(columns, index.AllFacts<T>(selection, cancellation), FactItem<T>.From);
}
