namespace NewsMiner.LexiconBuilder;

/// <summary>Provinces, counties and cities with the province they lie in.</summary>
internal static class PlaceTable
{
    /// <summary>Names in use that the source spells otherwise or lacks.</summary>
    private static readonly (string Name, string Kind, string Province)[] Others =
    [
        ("شهرری", "county", "تهران"), ("شهر ری", "county", "تهران"), ("شمیرانات", "county", "تهران"), ("گنبد", "county", "گلستان"), ("ماهشهر", "county", "خوزستان"), ("چابهار", "county", "سیستان و بلوچستان"),
        ("تربت", "city", "خراسان رضوی"), ("بندر لنگه", "county", "هرمزگان"), ("بندر انزلی", "county", "گیلان"), ("بندر ماهشهر", "county", "خوزستان"), ("بندر گز", "county", "گلستان"), ("بندر ترکمن", "county", "گلستان"),
        ("چهارمحال‌وبختیاری", "province", "چهارمحال و بختیاری"), ("سیستان", "province", "سیستان و بلوچستان"), ("کهگیلویه وبویراحمد", "province", "کهگیلویه و بویراحمد"),
        ("تالش", "county", "گیلان"), ("انزلی", "county", "گیلان"), ("لنگه", "county", "هرمزگان"), ("زبرخان", "county", "خراسان رضوی"), ("مانه", "county", "خراسان شمالی"), ("سملقان", "county", "خراسان شمالی"),
        ("کرخه", "county", "خوزستان"), ("دزپارت", "county", "خوزستان"), ("فلارد", "county", "چهارمحال و بختیاری"), ("جرقویه", "county", "اصفهان"), ("لاشار", "county", "سیستان و بلوچستان"), ("انگوت", "county", "اردبیل"),
    ];

    public static IEnumerable<string> Rows(string folder)
    {
        foreach (var (name, kind, province) in Others) yield return $"{name}\t{kind}\t{province}";
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
