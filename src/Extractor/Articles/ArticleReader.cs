namespace NewsMiner.Extractor.Articles;

/// <summary>From a page's HTML to its article, on one DOM.</summary>
public static class ArticleReader
{
    /// <summary>Reads a page that came from <paramref name="url"/>; never fails on any input.</summary>
    public static ReadResult Read(string html, Uri url) => new ReadResult.NotAnArticle("unread", "no reader yet");
}
