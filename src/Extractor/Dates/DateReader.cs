using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>Finds dates, times, periods and occasions in a text.</summary>
public static class DateReader
{
    /// <summary>The mentions of time in text order, none overlapping; relative ones are resolved against <paramref name="reference"/>.</summary>
    public static IReadOnlyList<DateMention> Find(TokenizedText text, DateOnly? reference) => [];
}
