namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>A verb by the two stems all its forms are made from.</summary>
/// <param name="Prefix">The particle before the stems, such as <c>بر</c> of <c>برداشتن</c>; "" for most.</param>
/// <param name="Past">The past stem without the prefix, such as <c>داشت</c>.</param>
/// <param name="Present">The present stem without the prefix, such as <c>دار</c>.</param>
/// <param name="Rare">True for verbs today's news does not use; their forms never outweigh another word.</param>
public sealed record VerbStem(string Prefix, string Past, string Present, bool Rare)
{
    /// <summary>The dictionary form: <c>برداشتن</c>.</summary>
    public string Infinitive => Prefix + Past + "ن";
}
