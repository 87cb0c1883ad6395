using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Trends;

/// <summary>Finds figures of different stories that say different things of the same: thing counted, unit, rate, place and time.</summary>
internal static class FigureContradictions
{
    /// <summary>Values nearer than this are rounded otherwise, not different.</summary>
    private const double Rounding = 1.02;

    /// <summary>Values that stand with «حدود» may lie this far apart.</summary>
    private const double Roughly = 1.1;

    /// <summary>Values further apart than this count different things.</summary>
    private const double Unlike = 10;

    /// <summary>A single word, such as «نفر», names too many different things to be compared.</summary>
    private const int LeastWords = 2;

    /// <summary>Those of most sources first, then those furthest apart.</summary>
    public static IReadOnlyList<FigureContradiction> Find(IEnumerable<CountedFigure> figures) =>
        [.. figures.Where(figure => figure.Stems.Count >= LeastWords && figure.Figure.Max is null && figure.Figure.Qualifier is null or "~" && figure.Value > 0)
            .GroupBy(Key).SelectMany(Of).OrderByDescending(found => Sources(found.Values)).ThenByDescending(found => found.Ratio).ThenBy(found => found.From)];

    private static (string Stems, string Unit, string? Period, string? Place, DateOnly From, DateOnly To) Key(CountedFigure figure)
    {
        var (from, to) = Time(figure);
        return (string.Join(' ', figure.Stems.Order(StringComparer.Ordinal)), Fold.Key(figure.Unit), figure.Figure.Period, (figure.Figure.Place ?? figure.Province) is { } place ? Fold.Key(place) : null, from, to);
    }

    /// <summary>The time a figure holds for: as its sentence says, else the season it was published in.</summary>
    private static (DateOnly From, DateOnly To) Time(CountedFigure figure)
    {
        if (figure.Figure is { ValidFrom: { } from, ValidTo: { } to }) return (from, to);
        var season = TrendPeriod.Of(DateOnly.FromDayNumber(figure.Day), TrendGrain.Season);
        return (season.From, season.To);
    }

    private static IEnumerable<FigureContradiction> Of(IEnumerable<CountedFigure> group)
    {
        // Within one story several values are parts of one account.
        CountedFigure[] figures = [.. group.GroupBy(figure => figure.Story).Where(story => story.Select(figure => figure.Value).Distinct().Count() == 1).Select(story => story.First()).OrderBy(figure => figure.Day)];
        if (figures.Length < 2) yield break;
        var (min, max) = (figures.Min(figure => figure.Value), figures.Max(figure => figure.Value));
        var ratio = (double)max / (double)min;
        if (ratio > Unlike || ratio <= (figures.Any(figure => figure.Figure.Qualifier == "~") ? Roughly : Rounding)) yield break;
        var first = figures[0];
        var (from, to) = Time(first);
        var place = first.Figure.Place ?? first.Province;
        var period = first.Figure.ValidFrom is null ? TrendPeriod.Of(from, TrendGrain.Season) : null;
        var (timeFa, timeEn) = period is not null ? (period.LabelFa, period.LabelEn) : ($"{JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)}", $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)}");
        var counted = first.Figure.Counted!;
        yield return new(counted, first.Unit, place, period?.Key ?? JalaliDate.From(from).ToString(), from, to, JalaliDate.From(from).ToString(), JalaliDate.From(to).ToString(), min, max, ratio,
            $"{counted}{(place is null ? "" : " در " + place)}، {timeFa}: از {JalaliNames.NumberFa((double)min)} تا {JalaliNames.NumberFa((double)max)} {first.Unit} در {JalaliNames.NumberFa(figures.Length)} خبر",
            $"{counted}{(place is null ? "" : ", " + place)}, {timeEn}: {JalaliNames.NumberEn((double)min)} to {JalaliNames.NumberEn((double)max)} {first.Unit} in {figures.Length} stories",
            [.. figures.Select(figure => new ClaimedValue(figure.Value, figure.Figure.Speaker, figure.Figure.Outlet, figure.Figure.ArticleId, figure.Figure.Url, figure.Figure.Published?.ToString(), figure.Figure.PublishedJalali, figure.Figure.Sentence, figure.Figure.Id))]);
    }

    private static int Sources(IReadOnlyList<ClaimedValue> values) => values.Select(value => (value.Speaker, value.Outlet)).Distinct().Count();
}
