namespace NewsMiner.LexiconBuilder;

/// <summary>Provinces, counties and cities with the province they lie in.</summary>
internal static class PlaceTable
{
    public static IEnumerable<string> Rows(string folder)
    {
        var provinces = Tables.Csv(Path.Combine(folder, "provinces.csv")).ToDictionary(row => row["id"], row => Tables.Spelling(row["name"]));
        foreach (var province in provinces.Values) yield return $"{province}\tprovince\t{province}";
        foreach (var (file, kind) in new[] { ("counties.csv", "county"), ("cities.csv", "city") })
        {
            foreach (var row in Tables.Csv(Path.Combine(folder, file)))
            {
                if (!provinces.TryGetValue(row["province_id"], out var province)) continue;
                // Doubtful entries carry a remark in brackets.
                var name = Tables.Spelling(row["name"].Split('(')[0]);
                if (name.Length > 1) yield return $"{name}\t{kind}\t{province}";
            }
        }
    }
}
