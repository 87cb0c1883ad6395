namespace NewsMiner.Extractor.Text;

/// <summary>Brings Persian text into the house's spelling, keeping the way back to the original.</summary>
public static class Normalizer
{
    /// <summary>Normalises a text of any length; never fails, and changes nothing that is already right.</summary>
    public static NormalizedText Normalize(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(original, string.Create(original.Length, original, static (buffer, source) =>
        {
            for (var i = 0; i < buffer.Length; i++)
                buffer[i] = source[i] switch { 'ي' or 'ى' => 'ی', 'ك' => 'ک', var c => c };
        }), null);
    }
}
