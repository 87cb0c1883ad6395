using NewsMiner.Extractor;
using NewsMiner.Index.Analysis;

namespace NewsMiner.Index.Search;

/// <summary>An article's texts as tokens of the full-text table. One object serves article after article.</summary>
internal sealed class EntryTokens
{
    private readonly TokenText tokens = new();
    private readonly TokenText other = new();
    private int bodyEnd, leadEnd, titleEnd;

    public ReadOnlySpan<byte> Body => tokens[..bodyEnd];

    public ReadOnlySpan<byte> Lead => tokens[bodyEnd..leadEnd];

    public ReadOnlySpan<byte> Title => tokens[leadEnd..titleEnd];

    public ReadOnlySpan<byte> Facts => tokens[titleEnd..];

    /// <summary>The number of words of title, lead and body.</summary>
    public int Words { get; private set; }

    /// <summary>The tokens of a text by itself; until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(string text)
    {
        other.Clear();
        PersianAnalyzer.AppendTokens(text, other);
        return other[..];
    }

    /// <summary>Holds an article's tokens in place of the last one's.</summary>
    public void Read(AnalyzedArticle analyzed)
    {
        var article = analyzed.Article;
        tokens.Clear();
        Words = 0;
        var first = article.Paragraphs.Count > 0 ? article.Paragraphs[0] : "";
        var lead = article.Lead ?? first;
        for (var i = lead == first ? 1 : 0; i < article.Paragraphs.Count; i++) Words += PersianAnalyzer.AppendTokens(article.Paragraphs[i], tokens);
        bodyEnd = tokens.Length;
        Words += PersianAnalyzer.AppendTokens(lead, tokens);
        leadEnd = tokens.Length;
        Words += PersianAnalyzer.AppendTokens(article.Title, tokens);
        titleEnd = tokens.Length;
        foreach (var official in analyzed.Officials)
        {
            PersianAnalyzer.AppendTokens(official.Name, tokens);
            PersianAnalyzer.AppendTokens($"{official.Role} {official.Organisation} {official.Place}", tokens);
        }
    }
}
