using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Search;

/// <summary>The fields of the search language, by their English and Persian names.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<string, SearchField> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["speaker"] = SearchField.Speaker, ["گوینده"] = SearchField.Speaker,
        ["official"] = SearchField.Official, ["مقام"] = SearchField.Official,
        ["role"] = SearchField.Role, ["سمت"] = SearchField.Role,
        ["place"] = SearchField.Place, ["مکان"] = SearchField.Place,
        ["province"] = SearchField.Province, ["استان"] = SearchField.Province,
        ["outlet"] = SearchField.Outlet, ["رسانه"] = SearchField.Outlet,
        ["topic"] = SearchField.Topic, ["موضوع"] = SearchField.Topic,
        ["has"] = SearchField.Has, ["دارد"] = SearchField.Has,
        ["kind"] = SearchField.Kind, ["نوع"] = SearchField.Kind,
    };

    private static readonly Dictionary<string, string> Days = new(StringComparer.OrdinalIgnoreCase) { ["from"] = "from", ["از"] = "from", ["to"] = "to", ["تا"] = "to", ["date"] = "date", ["تاریخ"] = "date" };

    private static readonly Dictionary<string, string> FactNames = new(StringComparer.Ordinal)
    {
        ["official"] = "official", ["مقام"] = "official", ["statement"] = "statement", ["گفته"] = "statement",
        ["figure"] = "figure", ["رقم"] = "figure", ["عدد"] = "figure", ["pledge"] = "pledge", ["وعده"] = "pledge", ["تعهد"] = "pledge",
    };

    public static bool IsName(string name) => Names.ContainsKey(name) || Days.ContainsKey(name) || IsUnit(name);

    /// <summary>The facets a field's values are found in, or null where it takes none of them.</summary>
    public static string[]? Facets(string name) => Names.TryGetValue(name, out var field) ? field switch
    {
        SearchField.Place => ["place", "county"],
        SearchField.Speaker or SearchField.Official or SearchField.Role or SearchField.Outlet => [field.ToString().ToLowerInvariant()],
        _ => null,
    } : null;

    private static bool IsUnit(string name) => name.Equals("unit", StringComparison.OrdinalIgnoreCase) || name == "یکا" || name == "واحد";

    /// <summary>The condition of a field, or null with what is wrong.</summary>
    public static QueryNode? Read(string name, string value, out string fa, out string en)
    {
        (fa, en) = ($"پس از {name}: مقدار آن را بنویسید", $"write a value after {name}:");
        if (value.Length == 0) return null;
        if (IsUnit(name)) return new QueryNode.Figure(new(null, false, null, false, Fold.Key(value)));
        if (Days.TryGetValue(name, out var side))
        {
            (fa, en) = ("تاریخ خوانده نشد؛ نمونه: 1402، 1402-05، 1402-05-10", "not a day; write 1402, 1402-05, 1402-05-10 or 2023-08-01");
            var (from, to) = (QueryDays.Day(value, last: false), QueryDays.Day(value, last: true));
            if (side == "date" && value.Contains("..", StringComparison.Ordinal)) return QueryDays.Range(value);
            if (from is null) return null;
            return side switch { "from" => new QueryNode.Days(from, null), "to" => new QueryNode.Days(null, to), _ => new QueryNode.Days(from, to) };
        }
        if (!Names.TryGetValue(name, out var field))
        {
            var near = Names.Keys.Where(known => char.IsAsciiLetter(known[0])).OrderBy(known => EditDistance.Between(known, name)).First();
            (fa, en) = ($"میدان «{name}» شناخته نیست؛ شاید {near}: ؟", $"no field is called '{name}'; perhaps {near}: ?");
            return null;
        }
        if (field == SearchField.Has)
        {
            if (FactNames.TryGetValue(value, out var fact)) return new QueryNode.Field(field, fact);
            (fa, en) = ("has یکی از این‌ها می‌خواهد: pledge، figure، statement، official", "has: takes pledge, figure, statement or official");
            return null;
        }
        return new QueryNode.Field(field, value);
    }
}

/// <summary>A unit written beside a figure's bounds belongs to it.</summary>
internal static class FigureUnits
{
    public static List<QueryNode> Attach(List<QueryNode> nodes)
    {
        var units = nodes.OfType<QueryNode.Figure>().Where(node => node.Range is { Min: null, Max: null }).ToList();
        if (units.Count != 1 || !nodes.Exists(node => node is QueryNode.Figure { Range: { Min: not null } or { Max: not null } })) return nodes;
        nodes.Remove(units[0]);
        return [.. nodes.Select(node => node is QueryNode.Figure figure ? new QueryNode.Figure(figure.Range with { Unit = units[0].Range.Unit }) : node)];
    }
}
