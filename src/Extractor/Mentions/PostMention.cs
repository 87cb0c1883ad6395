namespace NewsMiner.Extractor.Mentions;

/// <summary>A post as a text names it; tokens [First, End).</summary>
internal sealed record PostMention(int First, int End, string Role, string? Organisation, string? Unit, string? Place, string? PlaceKind)
{
    /// <summary>True where the tables know the body, or its first word says that it is one.</summary>
    public bool IsKnownBody { get; init; }

    /// <summary>True for «مدیرکل پیشین».</summary>
    public bool IsFormer { get; init; }

    /// <summary>True for the head of an «اداره», the local office of a body.</summary>
    public bool IsOffice { get; init; }

    /// <summary>True where body or place say which post it is; a bare «رئیس» may be anybody's.</summary>
    public bool IsSpecific => Organisation is not null || Place is not null;
}

/// <summary>A person as a text names them; tokens [First, End) are the name without honorifics, Start is where those begin.</summary>
internal sealed record PersonMention(int Start, int First, int End, string Name, string Key, string FamilyKey, bool IsFull);
