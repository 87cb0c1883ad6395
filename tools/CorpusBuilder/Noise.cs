namespace NewsMiner.CorpusBuilder;

/// <summary>What crawled Persian suffers: lost half-spaces, Arabic letters, marks glued to words.</summary>
internal static class Noise
{
    public static string Apply(string text, IReadOnlyList<string> noise)
    {
        if (noise.Contains("lost-zwnj")) text = text.Replace("\u200c", "", StringComparison.Ordinal);
        if (noise.Contains("arabic-letters")) text = text.Replace('ی', 'ي').Replace('ک', 'ك');
        if (noise.Contains("glued-marks")) text = text.Replace("، ", "،", StringComparison.Ordinal).Replace(". ", ".", StringComparison.Ordinal);
        return text;
    }

    /// <summary>An article with the noise its author asked for.</summary>
    public static CorpusArticle Apply(CorpusArticle article) => article.Noise.Count == 0 ? article : article with
    {
        Title = Apply(article.Title, article.Noise),
        Lead = article.Lead is null ? null : Apply(article.Lead, article.Noise),
        Paragraphs = [.. article.Paragraphs.Select(paragraph => Apply(paragraph, article.Noise))],
    };
}
