namespace NewsMiner.Extractor.Articles;

/// <summary>What a page turned out to be: an article, or something else with its reason.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>The page holds one article.</summary>
    public sealed record Found(Article Article) : ReadResult;

    /// <summary>The page is not an article: a home page, a list, a challenge page, an empty shell …</summary>
    /// <param name="Kind">One word, such as <c>home</c> <c>list</c> <c>gallery</c> <c>missing</c> <c>challenge</c> <c>login</c> <c>empty</c> <c>binary</c>.</param>
    /// <param name="Reason">What on the page says so.</param>
    public sealed record NotAnArticle(string Kind, string Reason) : ReadResult;
}
