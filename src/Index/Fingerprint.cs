namespace NewsMiner.Index;

/// <summary>Short numbers for long texts, the same in every process (FNV-1a).</summary>
internal static class Fingerprint
{
    /// <summary>32 bits: enough to tell whose cursor it is.</summary>
    public static int Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        return (int)hash;
    }

    /// <summary>64 bits, all of them mixed: enough to tell texts apart.</summary>
    public static long Long(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211;
        return (long)(hash ^ (hash >> 32));
    }
}
