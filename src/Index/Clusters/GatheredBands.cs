namespace NewsMiner.Index.Clusters;

/// <summary>The bands of the latest texts, in memory. Texts come in the order of their numbers.</summary>
internal sealed class GatheredBands
{
    private readonly List<(long Number, int Period, MinHash Signature)> texts = [];

    /// <summary>A text with a band and the entry of the text before it with the same band, -1 for none.</summary>
    private readonly List<(int Text, int Before)> entries = [];

    private readonly Dictionary<long, int> latest = [];

    /// <summary>The texts held.</summary>
    public int Count => texts.Count;

    /// <summary>The periods in which texts lie.</summary>
    public IEnumerable<int> Periods => texts.Select(text => text.Period).Distinct();

    /// <summary>Each band of each text, in the order of periods, bands and numbers.</summary>
    public IEnumerable<(int Period, long Band, long Number)> InOrder => texts
        .SelectMany(text => text.Signature.Bands().Select(band => (text.Period, Band: band, text.Number))).Order();

    public void Add(long number, int period, MinHash signature)
    {
        texts.Add((number, period, signature));
        foreach (var band in signature.Bands())
        {
            var before = latest.GetValueOrDefault(band, -1);
            if (before >= 0 && entries[before].Text == texts.Count - 1) continue;
            latest[band] = entries.Count;
            entries.Add((texts.Count - 1, before));
        }
    }

    /// <summary>Adds the latest texts of a period with a band to <paramref name="found"/>, so many at most.</summary>
    public void Latest(int period, long band, int most, List<long> found)
    {
        for (var entry = latest.GetValueOrDefault(band, -1); entry >= 0 && most > 0; entry = entries[entry].Before)
        {
            var text = texts[entries[entry].Text];
            if (text.Period != period) continue;
            found.Add(text.Number);
            most--;
        }
    }

    public void Clear()
    {
        texts.Clear();
        entries.Clear();
        latest.Clear();
    }
}
