using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Storage;
using NewsMiner.Index.Trends.Statistics;

namespace NewsMiner.Index.Facts;

/// <summary>A unit and how many figures carry it.</summary>
public sealed record FigureUnit(string Unit, long Count);

/// <summary>The figures of a place in a Jalali month.</summary>
/// <param name="Month">As yyyy-MM.</param>
/// <param name="Median">Their median, in the unit; of a range its lower end.</param>
/// <param name="Count">How many they are.</param>
public sealed record PivotCell(string Month, double Median, long Count);

/// <summary>A place with its months, oldest first.</summary>
/// <param name="Place">Where the sentence puts the figure, else the province of the article; null where neither is known.</param>
/// <param name="Count">All its figures of the unit, in whatever month.</param>
public sealed record PivotRow(string? Place, long Count, IReadOnlyList<PivotCell> Cells);

/// <summary>The figures of one unit by place and Jalali month.</summary>
/// <param name="Unit">The unit asked for, else the most frequent; null where there is no figure.</param>
/// <param name="Total">All figures of the filter, of any unit.</param>
/// <param name="OfUnit">Those of the unit.</param>
/// <param name="Undated">Those of the unit whose article has no day: they stand in no cell.</param>
/// <param name="Units">All units, most frequent first.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="Months">All months with a figure of the unit, in order.</param>
/// <param name="Rows">The places with most figures.</param>
public sealed record FigurePivot(
    string? Unit, long Total, long OfUnit, long Undated, IReadOnlyList<FigureUnit> Units, int Places, IReadOnlyList<string> Months, IReadOnlyList<PivotRow> Rows)
{
    /// <summary>Crosses all figures of a selection; <paramref name="most"/> bounds the places listed.</summary>
    public static FigurePivot Of(NewsDatabase database, FactSelection selection, string? unit, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(selection);
        return database.Read(connection => Read(connection, FactList.Query<Figure>(selection), unit, most), cancellation);
    }

    private static FigurePivot Read(SqliteConnection connection, FactQuery query, string? unit, int most)
    {
        var units = connection.Rows($"SELECT f.unit, count(*) FROM ({query.Each}) f GROUP BY 1 ORDER BY 2 DESC, 1", row => new FigureUnit(row.GetString(0), row.GetInt64(1)), [.. query.Parameters]);
        var months = new MonthNames();
        unit ??= units.Count > 0 ? units[0].Unit : null;
        const string province = "CASE WHEN f.place IS NULL THEN (SELECT a.province FROM article a INDEXED BY article_filter WHERE a.number = f.article) END";
        var figures = unit is null ? [] : connection.Rows($"SELECT f.place, {province}, f.day, f.value, f.number FROM ({query.Each}) f WHERE f.unit = $unit",
            row => (Place: row.Text(0) ?? Fold.Key(row.Text(1) ?? ""), Province: row.IsDBNull(0) ? row.Text(1) : null, Month: months.Of(row.GetInt32(2)), Value: row.GetDouble(3), Number: row.GetInt64(4)), [.. query.Parameters, ("$unit", unit)]);
        var places = figures.GroupBy(figure => figure.Place, StringComparer.Ordinal).OrderByDescending(place => place.Count()).ThenBy(place => place.Key, StringComparer.Ordinal).ToArray();
        return new(unit, units.Sum(one => one.Count), figures.Count, figures.Count(figure => figure.Month is null), units, places.Length,
            [.. figures.Select(figure => figure.Month).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. places.Take(most).Select(place => new PivotRow(place.Key.Length == 0 ? null : place.First().Province ?? Written(connection, place.First().Number), place.Count(),
                [.. place.Where(figure => figure.Month is not null).GroupBy(figure => figure.Month!, StringComparer.Ordinal).OrderBy(month => month.Key, StringComparer.Ordinal)
                    .Select(month => new PivotCell(month.Key, Ranks.Median(month.Select(figure => figure.Value)), month.Count()))]))]);
    }

    /// <summary>The Jalali months of days, each reckoned once.</summary>
    private sealed class MonthNames
    {
        private readonly Dictionary<int, string> names = [];

        /// <summary>The month of a day number; null for 0, no day.</summary>
        public string? Of(int day)
        {
            if (day == 0) return null;
            if (!names.TryGetValue(day, out var name)) names[day] = name = JalaliDate.From(DateOnly.FromDayNumber(day)).ToString()[..7];
            return name;
        }
    }

    /// <summary>A place as its figure's sentence writes it; the table holds it folded.</summary>
    private static string? Written(SqliteConnection connection, long number) => connection.Scalar<string>("SELECT body ->> 'place' FROM fact WHERE number = $number", ("$number", number));
}
