namespace NewsMiner.Extractor.Articles;

/// <summary>From a text already stripped of its markup, boilerplate left in, to its article.</summary>
public static class PlainTextReader
{
    /// <summary>Reads a text: the first line is the title, blank lines and line feeds part paragraphs.</summary>
    public static ReadResult Read(string text, string source) => new ReadResult.NotAnArticle("unread", "no reader yet");
}
