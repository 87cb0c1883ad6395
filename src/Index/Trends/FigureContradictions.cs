using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;

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
    public static IReadOnlyList<Contradiction> Find(IEnumerable<CountedFigure> figures) =>
        [.. figures.Where(figure => figure.Counted.Stems.Count >= LeastWords && figure.Figure.Max is null && figure.Figure.Qualifier is null or "~" && figure.Value > 0)
            .GroupBy(Key).Select(Of).OfType<Contradiction>().OrderByDescending(found => found.Sources).ThenByDescending(found => found.Ratio).ThenBy(found => found.From)];

    private static (string Stems, string Unit, string? Period, string? Place, DateOnly From, DateOnly To) Key(CountedFigure figure)
    {
        var (from, to) = Time(figure);
        return (figure.Counted.Key, Fold.Key(figure.Unit), figure.Figure.Period, (figure.Figure.Place ?? figure.Province) is { } place ? Fold.Key(place) : null, from, to);
    }

    /// <summary>The time a figure holds for: as its sentence says, else the season it was published in.</summary>
    private static (DateOnly From, DateOnly To) Time(CountedFigure figure)
    {
        if (figure.Figure is { ValidFrom: { } from, ValidTo: { } to }) return (from, to);
        var season = TrendPeriod.Of(DateOnly.FromDayNumber(figure.Day), TrendGrain.Season);
        return (season.From, season.To);
    }

    private static Contradiction? Of(IEnumerable<CountedFigure> group)
    {
        // Within one story several values are parts of one account.
        CountedFigure[] figures = [.. group.GroupBy(figure => figure.Story).Where(story => story.Select(figure => figure.Value).Distinct().Count() == 1).Select(story => story.First()).OrderBy(figure => figure.Day)];
        if (figures.Length < 2) return null;
        var (min, max) = (figures.Min(figure => figure.Value), figures.Max(figure => figure.Value));
        var ratio = (double)max / (double)min;
        return ratio > Unlike || ratio <= (figures.Any(figure => figure.Figure.Qualifier == "~") ? Roughly : Rounding) ? null : new(figures, min, max, ratio, Sources(figures), Time(figures[0]).From);
    }

    /// <summary>All that is told of a contradiction.</summary>
    public static FigureContradiction Describe(MatchingArticles articles, Contradiction found)
    {
        var (figures, min, max) = (found.Figures, found.Min, found.Max);
        var first = figures[0];
        var (from, to) = Time(first);
        var place = first.Figure.Place ?? first.Province;
        var period = first.Figure.ValidFrom is null ? TrendPeriod.Of(from, TrendGrain.Season) : null;
        var (timeFa, timeEn) = period is not null ? (period.LabelFa, period.LabelEn) : ($"{JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)}", $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)}");
        var counted = first.Figure.Counted!;
        return new(counted, first.Unit, place, period?.Key ?? JalaliDate.From(from).ToString(), from, to, JalaliDate.From(from).ToString(), JalaliDate.From(to).ToString(), min, max, found.Ratio,
            $"{counted}{(place is null ? "" : " در " + place)}، {timeFa}: از {JalaliNames.NumberFa((double)min)} تا {JalaliNames.NumberFa((double)max)} {first.Unit} در {JalaliNames.NumberFa(figures.Length)} خبر",
            $"{counted}{(place is null ? "" : ", " + place)}, {timeEn}: {JalaliNames.NumberEn((double)min)} to {JalaliNames.NumberEn((double)max)} {first.Unit} in {figures.Length} stories",
            [.. figures.Select(figure => Claimed(articles, figure))]);
    }

    private static ClaimedValue Claimed(MatchingArticles articles, CountedFigure compared)
    {
        var figure = ArticleBlob.ReadFact<Figure>(articles.Connection.Scalar<string>("SELECT body FROM fact WHERE number = $number", ("$number", compared.Number))!);
        return new(compared.Value, figure.Speaker, figure.Outlet, figure.ArticleId, figure.Url, figure.Published?.ToString(), figure.PublishedJalali, figure.Sentence, figure.Id);
    }

    private static int Sources(CountedFigure[] figures) => figures.Select(figure => (figure.Figure.Speaker, figure.Figure.Outlet)).Distinct().Count();
}

/// <summary>Figures that cannot all be right.</summary>
/// <param name="Figures">One for each story, oldest first.</param>
/// <param name="Sources">Of how many speakers and outlets they are.</param>
/// <param name="From">The first day they hold on.</param>
internal sealed record Contradiction(CountedFigure[] Figures, decimal Min, decimal Max, double Ratio, int Sources, DateOnly From);
