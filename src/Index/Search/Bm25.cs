namespace NewsMiner.Index.Search;

/// <summary>
/// Okapi BM25 with occurrences weighed by field before they saturate (Robertson, Zaragoza and Taylor 2004, "Simple BM25 Extension to Multiple
/// Weighted Fields"), with the always positive idf of Robertson and Zaragoza 2009, section 3.4.
/// k1 lies above the customary 1.2 since words of a title count thrice; both were chosen on the questions of <c>tests/Evaluation/Search</c>.
/// </summary>
internal sealed class Bm25
{
    private const float K1 = 2f, B = 0.75f;
    private const int Tabulated = 2048;

    private readonly float averageLength;
    private readonly float[] norms = new float[Tabulated];

    public Bm25(float averageLength)
    {
        this.averageLength = averageLength;
        for (var length = 0; length < Tabulated; length++) norms[length] = Long(length);
    }

    /// <summary>How much a part tells, by the number of articles it stands in.</summary>
    public static float Idf(long frequency, long count) => (float)Math.Log(1 + Math.Max(0, count - frequency + 0.5) / (frequency + 0.5));

    /// <summary>The part of the score that the length of an article decides.</summary>
    public float Norm(int length) => length < Tabulated ? norms[length] : Long(length);

    public static float Score(float idf, float weight, float norm) => idf * weight * (K1 + 1) / (weight + norm);

    private float Long(int length) => K1 * (1 - B + B * length / averageLength);
}
