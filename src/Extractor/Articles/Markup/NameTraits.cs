namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>What the class and id of elements say; made once for all elements that bear the same.</summary>
internal sealed class NameTraits(string classes, string id)
{
    /// <summary>The classes.</summary>
    public string[] Classes { get; } = classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The id, or "".</summary>
    public string Id { get; } = id;

    /// <summary>The elements, in document order.</summary>
    public List<int> Places { get; } = [];

    /// <summary>What the words of the names tell of the element's purpose.</summary>
    public Purpose Purpose => purpose ??= NameWords.PurposeOf(classes, Id);

    private Purpose? purpose;
}
