using System.Text.Json;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Given names as folded keys.</summary>
internal static class GivenNameTable
{
    public static IEnumerable<string> Rows(string folder)
    {
        var names = Tables.Csv(Path.Combine(folder, "persian-gender-by-name.csv")).Select(row => row["name"]);
        using var faker = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "faker_fa_IR_names.json")));
        var more = faker.RootElement.EnumerateObject().Where(list => list.Name.Contains("first", StringComparison.Ordinal)).SelectMany(list => list.Value.EnumerateArray()).Select(name => name.GetString()!).ToArray();
        return names.Concat(more).Select(name => Fold.Key(name)).Where(key => key.Length is >= 3 and <= 14 && key.All(c => c is >= '\u0600' and <= '\u06FF'));
    }
}
