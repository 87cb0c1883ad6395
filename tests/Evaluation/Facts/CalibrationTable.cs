using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Prints how often facts of a confidence are right, and gives the expected calibration error: by how much the two differ, averaged over facts.</summary>
internal static class CalibrationTable
{
    private static readonly double[] Bounds = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001];

    public static double Show(ITestOutputHelper output, string what, IReadOnlyList<(double Confidence, bool IsRight)> facts)
    {
        Assert.NotEmpty(facts);
        var error = 0.0;
        output.WriteLine($"{what}: confidence, facts, predicted, right");
        for (var bin = 0; bin + 1 < Bounds.Length; bin++)
        {
            var inside = facts.Where(fact => fact.Confidence >= Bounds[bin] && fact.Confidence < Bounds[bin + 1]).ToArray();
            if (inside.Length == 0) continue;
            var (predicted, right) = (inside.Average(fact => fact.Confidence), inside.Average(fact => fact.IsRight ? 1.0 : 0));
            error += Math.Abs(predicted - right) * inside.Length / facts.Count;
            output.WriteLine($"  {Bounds[bin]:0.00}-{Math.Min(1, Bounds[bin + 1]):0.00}  {inside.Length,4}  {predicted:0.000}  {right:0.000}");
        }
        output.WriteLine($"  expected calibration error {error:0.000}");
        return error;
    }
}
