using System.Runtime.CompilerServices;
using System.Text;
using NewsMiner.Extractor.Matching;

namespace NewsMiner.Extractor.Learning;

/// <summary>
/// The features something shows, each once, in the order they were added. Held as fingerprints of their names, so that
/// <c>Add($"last={tense}/{time}")</c> writes no string; where a model is trained the names are kept too.
/// </summary>
/// <param name="keepsNames">True to keep <see cref="Names"/>.</param>
internal sealed class FeatureSet(bool keepsNames = false)
{
    private readonly HashSet<ulong> fingerprints = new(64);
    private readonly List<string>? names = keepsNames ? [] : null;

    /// <summary>True where names are kept, as a model is trained on them.</summary>
    public bool KeepsNames => names is not null;

    /// <summary>The names in order; empty where they are not kept.</summary>
    public IReadOnlyList<string> Names => names ?? [];

    /// <summary>The fingerprints of the names, in order.</summary>
    public HashSet<ulong> Fingerprints => fingerprints;

    /// <summary>Adds a feature by its name.</summary>
    public void Add(string name)
    {
        if (fingerprints.Add(WordHash.Of(name)) && names is not null) names.Add(name);
    }

    /// <summary>Adds a feature whose name has several parts.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref FeatureName name)
    {
        if (fingerprints.Add(name.Fingerprint) && names is not null) names.Add(name.ToString());
    }

    /// <summary>Adds a feature by its fingerprint alone; only where names are not kept.</summary>
    public void Add(ulong fingerprint) => fingerprints.Add(fingerprint);

    /// <summary>Takes all features out, so that the set serves for the next.</summary>
    public void Clear()
    {
        fingerprints.Clear();
        names?.Clear();
    }

    /// <summary>True for a feature that was added.</summary>
    public bool Contains(string name) => fingerprints.Contains(WordHash.Of(name));

    /// <summary>Takes the parts of an interpolated name one by one.</summary>
    [InterpolatedStringHandler]
    internal ref struct FeatureName
    {
        private readonly StringBuilder? written;
        private WordHash hash = new();

        public FeatureName(int literalLength, int formattedCount, FeatureSet set) =>
            written = set.names is not null ? new(literalLength + formattedCount * 8) : null;

        /// <summary>The fingerprint of the whole name.</summary>
        public readonly ulong Fingerprint => hash.Fingerprint;

        public void AppendLiteral(string part)
        {
            hash.Append(part);
            written?.Append(part);
        }

        public void AppendFormatted(string? part) => AppendLiteral(part ?? "");

        public void AppendFormatted<T>(T part) where T : struct, Enum => AppendLiteral(Named<T>.Of(part));

        /// <summary>The names of an enumeration, found faster than by <see cref="Enum.ToString()"/>.</summary>
        private static class Named<T> where T : struct, Enum
        {
            private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => value.ToString());

            public static string Of(T value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
        }

        /// <summary>The whole name, where names are kept.</summary>
        public override readonly string ToString() => written?.ToString() ?? "";
    }
}
