using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Index.Search;

namespace NewsMiner.Index.Trends;

/// <summary>Which articles a filter means, all answers as of one committed state: where the analyses meet the search engine.</summary>
internal sealed class MatchingArticles(SqliteConnection connection, EntryColumns columns, Func<ArticleFilter, SearchQuery, int[]> find, Func<QueryNode, ReadOnlyMemory<int>> postings)
{
    public SqliteConnection Connection => connection;

    public EntryColumns Columns => columns;

    /// <summary>The articles of a filter, ascending.</summary>
    public int[] Find(ArticleFilter filter) =>
        find(filter, filter.Query is { } text && QueryParser.Parse(text) is QueryParse.Read read ? read.Query : new([]));

    /// <summary>The articles a word or phrase stands in, ascending.</summary>
    public ReadOnlyMemory<int> With(QueryNode words) => postings(words);

    /// <summary>The row of an article in its chunk.</summary>
    public (EntryChunk Chunk, int Row) At(int article) => (columns.ChunkOf(article)!, article % EntryChunk.Size);

    public int DayOf(int article) => At(article) is var (chunk, row) ? chunk.Day[row] : Entry.NoDay;

    /// <summary>The province of an article, or null.</summary>
    public string? ProvinceOf(int article) => At(article) is var (chunk, row) && chunk.Province[row] is >= 0 and var id ? columns.Values[id]!.Name : null;

    /// <summary>The number of an article's story: that of its cluster, or its own where it stands alone.</summary>
    public int StoryOf(int article) => At(article) is var (chunk, row) && chunk.Cluster[row] is not 0 and var cluster ? cluster : article;

    /// <summary>What makes a filter unusable, or null.</summary>
    public static TrendRejection? WhatIsWrong(ArticleFilter filter, string suffix = "")
    {
        if (filter.Query is { } text && QueryParser.Parse(text) is QueryParse.Wrong wrong) return new("q" + suffix, wrong.MessageFa, wrong.Message, wrong.Position);
        if (filter.Province is { } province && Provinces.Find(province) is null)
        {
            return new("province" + suffix, $"«{province}» نام هیچ استانی نیست؛ یکی از این‌ها را بنویسید: {string.Join("، ", Provinces.All)}",
                $"no province is called '{province}'; write one of those listed");
        }
        if (filter.From > filter.To) return new("to" + suffix, "پایان بازه پیش از آغاز آن است؛ دو روز را جابه‌جا کنید", "the range ends before it begins; swap the two days");
        return null;
    }

    /// <summary>The filter with its province as the store writes it.</summary>
    public static ArticleFilter Settled(ArticleFilter filter) => filter.Province is { } province ? filter with { Province = Provinces.Find(province) ?? province } : filter;

    /// <summary>All that the same outlets, in the same province and days, published: what shares are relative to.</summary>
    public static ArticleFilter Sources(ArticleFilter filter) => new() { Outlet = filter.Outlet, Province = filter.Province, From = filter.From, To = filter.To };
}
