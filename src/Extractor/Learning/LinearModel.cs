using System.Collections.Frozen;
using System.Globalization;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Learning;

/// <summary>A multinomial logistic model over named features, its weights read from an embedded table: feature, then one weight a class.</summary>
internal sealed class LinearModel
{
    private readonly FrozenDictionary<string, float[]> weights;

    /// <summary>A model of weights at hand; each array has one weight a class.</summary>
    public LinearModel(IReadOnlyList<string> classes, IEnumerable<KeyValuePair<string, float[]>> weights)
    {
        Classes = classes;
        this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names of the classes, in the order of the weights.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The features whose names begin with <paramref name="prefix"/>, by the rest of the name.</summary>
    public FrozenDictionary<string, string> FeaturesOf(string prefix) =>
        weights.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToFrozenDictionary(name => name[prefix.Length..], StringComparer.Ordinal);

    /// <summary>Reads a model; the first row names the classes.</summary>
    public static LinearModel Read(string table)
    {
        TableRow[] rows = [.. LanguageTable.Read(table)];
        string[] classes = rows[0].Cells[1..];
        return new(classes, rows.Skip(1).Select(row =>
        {
            if (row.Cells.Length != classes.Length + 1) throw row.Bad($"a feature and {classes.Length} weights are needed");
            return KeyValuePair.Create(row[0], Array.ConvertAll(row.Cells[1..], cell => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : throw row.Bad($"'{cell}' is not a number")));
        }));
    }

    /// <summary>The most probable class and its probability, 0 to 1; features the model does not know count nothing.</summary>
    public (string Class, double Probability) Classify(IEnumerable<string> features)
    {
        Span<double> scores = stackalloc double[Classes.Count];
        scores.Clear();
        foreach (var feature in features)
        {
            if (!weights.TryGetValue(feature, out var row)) continue;
            for (var i = 0; i < scores.Length; i++) scores[i] += row[i];
        }
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        var sum = 0.0;
        foreach (var score in scores) sum += Math.Exp(score - scores[best]);
        return (Classes[best], 1 / sum);
    }
}
