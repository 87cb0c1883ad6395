namespace NewsMiner.Extractor.Topics;

/// <summary>How often the cues of one topic stand in title, lead and body, and in how many paragraphs.</summary>
internal sealed class TopicTally
{
    /// <summary>Title, lead, body.</summary>
    public const int Parts = 3;

    /// <summary>What a hint counts beside a sure cue.</summary>
    private const float HintCounts = 0.3f;

    /// <summary>What a cue in title, lead and body counts for <see cref="All"/>.</summary>
    private static readonly float[] PartCounts = [3, 2, 1];

    private readonly int[] sure = new int[Parts], hints = new int[Parts];

    private int lastSure = -1, lastAny = -1;

    /// <summary>Paragraphs with a sure cue.</summary>
    public int SureParagraphs { get; private set; }

    /// <summary>Paragraphs with any cue.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>Counts a cue; paragraphs come in text order.</summary>
    public void Add(int paragraph, bool isSure)
    {
        (isSure ? sure : hints)[Math.Min(paragraph, Parts - 1)]++;
        if (lastAny != paragraph) Paragraphs++;
        lastAny = paragraph;
        if (!isSure) return;
        if (lastSure != paragraph) SureParagraphs++;
        lastSure = paragraph;
    }

    /// <summary>Sure cues in a part.</summary>
    public int Sure(int part) => sure[part];

    /// <summary>Hints in a part.</summary>
    public int Hints(int part) => hints[part];

    /// <summary>What all cues in a part come to.</summary>
    public float Mass(int part) => sure[part] + HintCounts * hints[part];

    /// <summary>What all cues of the article come to.</summary>
    public float All => PartCounts[0] * Mass(0) + PartCounts[1] * Mass(1) + PartCounts[2] * Mass(2);
}
