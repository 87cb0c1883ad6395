using System.Globalization;
using System.Text.Json;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Evaluation.Gold;

/// <summary>A gold file read for checking: what it claims, against the text it claims it of.</summary>
internal sealed class GoldFile
{
    private readonly JsonElement root;
    private readonly string[] passages;
    private readonly string folded;
    private readonly NumbersInText numbers;

    public GoldFile(JsonElement article)
    {
        root = article;
        passages = [article.GetProperty("title").GetString() ?? "", .. article.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!)];
        folded = Fold.Key(string.Join(' ', passages));
        numbers = new NumbersInText(string.Join(" \n|", passages));
    }

    /// <summary>The article's id.</summary>
    public string? Id => Text(root, "id");

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? Published => Day(Text(root, "published"));

    /// <summary>Everything claimed that the text does not bear out.</summary>
    public IEnumerable<string> Faults() => [.. Officials(), .. Statements(), .. Figures(), .. Pledges()];

    private IEnumerable<string> Officials()
    {
        var seen = new HashSet<(string?, string?, string?)>();
        foreach (var official in Entries("officials"))
        {
            var name = Text(official, "name");
            if (string.IsNullOrEmpty(name) || !Stands(name)) yield return $"official '{name}' does not stand in the text";
            if (string.IsNullOrEmpty(Text(official, "role"))) yield return $"official '{name}' has no role";
            if (!seen.Add((name, Text(official, "role"), Text(official, "organisation")))) yield return $"official '{name}' twice in one post";
        }
    }

    private IEnumerable<string> Statements()
    {
        foreach (var statement in Entries("statements"))
        {
            var said = Text(statement, "text");
            if (string.IsNullOrEmpty(said) || !Stands(said)) yield return $"statement does not stand in the text: {said}";
            if (string.IsNullOrEmpty(Text(statement, "verb"))) yield return $"statement without a verb: {said}";
            if (Speaker(statement) is { } fault) yield return fault;
        }
        foreach (var same in Entries("statements").GroupBy(statement => Fold.Key(Text(statement, "text"))))
        {
            if (same.Count() > Occurrences(same.Key)) yield return $"statement {same.Count()} times, in the text {Occurrences(same.Key)}: {same.Key}";
        }
    }

    private IEnumerable<string> Figures()
    {
        foreach (var figure in Entries("figures"))
        {
            var value = figure.GetProperty("value").GetDecimal();
            var shown = $"figure {value} {Text(figure, "unit")} ({Text(figure, "counted")})";
            var max = figure.GetProperty("max") is { ValueKind: JsonValueKind.Number } upper ? upper.GetDecimal() : (decimal?)null;
            if (numbers.Count(value) == 0) yield return $"{shown} does not stand in the text";
            if (max is { } limit && (limit <= value || numbers.Count(limit) == 0)) yield return $"{shown}: upper end {limit}";
            if (string.IsNullOrEmpty(Text(figure, "unit"))) yield return $"{shown} has no unit";
            if ((Text(figure, "kind") == "percent") != (Text(figure, "unit") == "درصد")) yield return $"{shown} is of kind {Text(figure, "kind")}";
            if ((Text(figure, "kind") == "money") != Text(figure, "unit") is "ریال" or "تومان" or "دلار" or "یورو" or "درهم") yield return $"{shown} is of kind {Text(figure, "kind")}";
            if (Speaker(figure) is { } fault) yield return fault;
        }
        foreach (var same in Entries("figures").GroupBy(figure => figure.GetProperty("value").GetDecimal()))
        {
            if (same.Count() > numbers.Count(same.Key)) yield return $"figures of {same.Key}: {same.Count()}, in the text {numbers.Count(same.Key)}";
        }
    }

    private IEnumerable<string> Pledges()
    {
        foreach (var pledge in Entries("pledges"))
        {
            var action = Text(pledge, "action");
            var words = Words(action);
            if (words.Count == 0 || !Array.Exists(passages, passage => HasAll(words, Fold.Key(passage)))) yield return $"no passage has all words of the pledge: {action}";
            var (deadline, due) = (Text(pledge, "deadline"), Text(pledge, "due"));
            if (deadline is not null && !Stands(deadline)) yield return $"deadline does not stand in the text: {deadline}";
            if (due is not null && deadline is null) yield return $"a due day without deadline: {action}";
            if (due is not null && (Day(due) is not { } day || day < Published)) yield return $"due '{due}' is no day, or before publication: {action}";
            foreach (var amount in pledge.GetProperty("amounts").EnumerateArray())
            {
                if (numbers.Count(amount.GetProperty("value").GetDecimal()) == 0) yield return $"amount {amount} does not stand in the text";
            }
            if (Speaker(pledge) is { } fault) yield return fault;
        }
    }

    /// <summary>A speaker is an annotated official, or is named as the text has it.</summary>
    private string? Speaker(JsonElement entry) =>
        Text(entry, "speaker") is { } speaker && !Entries("officials").Any(official => Text(official, "name") == speaker) && !Stands(speaker)
            ? $"speaker '{speaker}' is neither an annotated official nor in the text" : null;

    private bool Stands(string words) => folded.Contains(Fold.Key(words), StringComparison.Ordinal);

    private int Occurrences(string key)
    {
        var count = 0;
        for (var at = folded.IndexOf(key, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(key, at + key.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    private JsonElement.ArrayEnumerator Entries(string kind) => root.GetProperty(kind).EnumerateArray();

    private static bool HasAll(HashSet<string> words, string passage) => words.All(word => passage.Contains(word, StringComparison.Ordinal));

    private static HashSet<string> Words(string? text) =>
        [.. (text ?? "").Split([' ', '\u200c', '.', '،', '؛', ':', '«', '»', '(', ')', '!', '؟'], StringSplitOptions.RemoveEmptyEntries).Select(word => Fold.Key(word)).Where(word => word.Length > 0)];

    private static string? Text(JsonElement entry, string field) => entry.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static DateOnly? Day(string? written) =>
        written is { Length: >= 10 } && DateOnly.TryParseExact(written[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
