using System.Text.Json;
using NewsMiner.Extractor.Text;

namespace NewsMiner.LexiconBuilder;

/// <summary>Given names as folded keys: those everybody bears, and those that are also common words.</summary>
internal static class GivenNameTable
{
    public static IEnumerable<string> Rows(string folder)
    {
        var sure = Faker(folder, "first").ToHashSet();
        var names = Tables.Csv(Path.Combine(folder, "persian-gender-by-name.csv")).Select(row => Fold.Key(row["name"])).Concat(sure).Distinct();
        return names.Where(IsWord).Select(key => $"{key}\t{(sure.Contains(key) ? "sure" : "possible")}");
    }

    /// <summary>The names of the lists whose title holds a word.</summary>
    public static IEnumerable<string> Faker(string folder, string title)
    {
        using var faker = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "faker_fa_IR_names.json")));
        return [.. faker.RootElement.EnumerateObject().Where(list => list.Name.Contains(title, StringComparison.Ordinal) && list.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.Value.EnumerateArray()).Select(name => Fold.Key(name.GetString()!)).Where(IsWord)];
    }

    private static bool IsWord(string key) => key.Length is >= 3 and <= 14 && key.All(c => c is >= '\u0600' and <= '\u06FF');
}
