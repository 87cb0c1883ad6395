namespace NewsMiner.Extractor.Text;

/// <summary>What a text does where a half-space belongs; it decides how much is put right in doubt.</summary>
internal enum HalfSpaceHabit
{
    /// <summary>It writes half-spaces: what is right both ways stays.</summary>
    Written,

    /// <summary>It writes the two parts as one word: «میشود».</summary>
    Lost,

    /// <summary>It writes a space: «می شود».</summary>
    Spaced,
}
