using System.Globalization;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;

namespace NewsMiner.Extractor.Learning;

/// <summary>A multinomial logistic model over named features, its weights read from an embedded table: feature, then one weight a class.</summary>
internal sealed class LinearModel
{
    private readonly WordMap<float[]> weights;

    /// <summary>A model of weights at hand; each array has one weight a class.</summary>
    public LinearModel(IReadOnlyList<string> classes, IEnumerable<KeyValuePair<string, float[]>> weights)
    {
        Classes = classes;
        this.weights = new([.. weights]);
    }

    /// <summary>The names of the classes, in the order of the weights.</summary>
    public IReadOnlyList<string> Classes { get; }

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

    /// <summary>True for a feature that the model has weights for.</summary>
    public bool Weighs(string feature) => weights.Contains(feature);

    /// <summary>The most probable class and its probability, 0 to 1; features the model does not know count nothing.</summary>
    public (string Class, double Probability) Classify(FeatureSet features) => Classify(features.Fingerprints);

    /// <inheritdoc cref="Classify(FeatureSet)"/>
    public (string Class, double Probability) Classify(IEnumerable<string> features) => Classify(features.Select(feature => WordHash.Of(feature)).ToHashSet());

    private (string Class, double Probability) Classify(HashSet<ulong> fingerprints)
    {
        Span<double> scores = stackalloc double[Classes.Count];
        scores.Clear();
        foreach (var fingerprint in fingerprints)
        {
            if (!weights.TryGet(fingerprint, out var row)) continue;
            for (var i = 0; i < scores.Length; i++) scores[i] += row![i];
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
