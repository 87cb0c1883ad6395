using System.Collections.Frozen;
using System.Text.Json;

namespace NewsMiner.Evaluation.Gold;

/// <summary>The fields of a gold file and the closed lists of values the guide gives them.</summary>
internal static class GoldSchema
{
    private static readonly Dictionary<string, (string[] Required, string[] Allowed)> Fields = new(StringComparer.Ordinal)
    {
        ["article"] = (["id", "title", "published", "paragraphs", "officials", "statements", "figures", "pledges"], ["outlet", "heldOut", "source"]),
        ["officials"] = (["name", "role", "organisation", "place", "placeKind"], ["unit", "optional"]),
        ["statements"] = (["speaker", "verb", "text", "kind"], ["optional"]),
        ["figures"] = (["value", "max", "unit", "kind", "qualifier", "counted", "change", "period", "speaker"], ["optional"]),
        ["pledges"] = (["actor", "speaker", "action", "strength", "deadline", "due", "amounts", "place", "beneficiary"], ["optional"]),
        ["amounts"] = (["value", "unit"], []),
    };

    private static readonly FrozenDictionary<string, string?[]> Values = new Dictionary<string, string?[]>(StringComparer.Ordinal)
    {
        ["officials.placeKind"] = ["province", "county", "city", "country", null],
        ["statements.kind"] = ["pledge", "demand", "report", "opinion"],
        ["figures.kind"] = ["count", "money", "percent", "rank", "measure", "ratio"],
        ["figures.qualifier"] = [">", "<", "~", null],
        ["figures.change"] = ["up", "down", "to", null],
        ["figures.period"] = ["day", "week", "month", "year", null],
        ["pledges.strength"] = ["firm", "soft"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is missing, superfluous or outside its list.</summary>
    public static IEnumerable<string> Faults(JsonElement article) =>
        Names("article", article).Concat(Fields.Keys.Where(kind => kind is not "article" and not "amounts").SelectMany(kind => Entries(article, kind).SelectMany(entry => Entry(kind, entry))));

    private static IEnumerable<string> Entry(string kind, JsonElement entry)
    {
        foreach (var fault in Names(kind, entry)) yield return fault;
        foreach (var field in entry.EnumerateObject())
        {
            if (Values.TryGetValue($"{kind}.{field.Name}", out var values) && !values.Contains(field.Value.GetString()))
                yield return $"{kind}: {field.Name} is '{field.Value}'";
            if (field.Value.ValueKind == JsonValueKind.String && !field.Value.GetString()!.Any(char.IsLetterOrDigit) && !Values.ContainsKey($"{kind}.{field.Name}"))
                yield return $"{kind}: {field.Name} is '{field.Value}', nothing is written null";
            if (field.NameEquals("optional") && field.Value.ValueKind != JsonValueKind.True) yield return $"{kind}: optional is true or absent";
        }
        foreach (var amount in kind == "pledges" ? Entries(entry, "amounts") : [])
        {
            foreach (var fault in Names("amounts", amount)) yield return fault;
        }
    }

    private static JsonElement[] Entries(JsonElement of, string kind) =>
        of.TryGetProperty(kind, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<string> Names(string kind, JsonElement entry)
    {
        var (required, allowed) = Fields[kind];
        var names = entry.EnumerateObject().Select(field => field.Name).ToList();
        return [
            .. required.Except(names).Select(name => $"{kind}: no {name}"),
            .. names.Except(required).Except(allowed).Select(name => $"{kind}: {name} is no field of the guide"),
            .. names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{kind}: {same.Key} twice")];
    }
}
