using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>Reads where and when a number holds, as its own stretch of the sentence says.</summary>
internal static class FigureSetting
{
    /// <summary>The place named with «در» behind the number and before the next, or else before it and behind the one before; null where none is.</summary>
    public static string? Place(MarkedText text, FigureCandidate figure, int from, int until) =>
        PlaceIn(text, figure.UnitEnd, until) ?? PlaceIn(text, from, figure.Number.FirstToken);

    /// <summary>The time the number holds at or over: the nearest one of its stretch that can be resolved; null where none is.</summary>
    public static DateMention? Time(MarkedText text, FigureCandidate figure, int from, int until)
    {
        DateMention? nearest = null;
        var distance = int.MaxValue;
        for (var i = from; i < until; i++)
        {
            if (text.DateAt(i) is not { From: not null, Precision: not (DatePrecision.Duration or DatePrecision.Time or DatePrecision.Vague), OfDay: false } date || date.Direction is DateDirection.By or DateDirection.Before && date.EndToken > figure.UnitEnd) continue;
            var away = i < figure.Number.FirstToken ? figure.Number.FirstToken - i : i - figure.UnitEnd + 1;
            if (away < distance) (nearest, distance) = (date, away);
        }
        return nearest;
    }

    private static string? PlaceIn(MarkedText text, int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (text.Key(i) != "در") continue;
            var at = i + 1;
            while (at < end && text.Key(at) is "استان" or "شهرستان" or "شهر" or "بخش" or "روستای") at++;
            if (at >= end || text.Role(at) == TokenRole.Time) continue;
            var (place, length) = MentionLexicons.Places.At(text.Text.Tokens, at, end);
            if (length > 0 && place is not null) return place.Name;
        }
        return null;
    }
}
