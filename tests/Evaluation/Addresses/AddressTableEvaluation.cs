using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMiner.Extractor.Addresses;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Addresses;

/// <summary>
/// Published cases of address cleaning. A case is met where the address and what the table makes of it are one canonical address to us,
/// for <c>canonicalize_url</c> where they are the same text; or it is listed in <c>declined.tsv</c> with the reason.
/// </summary>
public sealed class AddressTableEvaluation(ITestOutputHelper output)
{
    [FactWithShared("tables/url-w3lib.jsonl")]
    public void W3libCases() => Measure("url-w3lib.jsonl");

    [FactWithShared("tables/url-courlan.jsonl")]
    public void CourlanCases() => Measure("url-courlan.jsonl");

    private void Measure(string file)
    {
        var declined = DeclinedRows.Of("Addresses/declined.tsv", file);
        var (met, all, left, line) = (0, 0, 0, 0);
        foreach (var text in File.ReadLines(SharedFiles.Path("tables/" + file)))
        {
            line++;
            using var document = JsonDocument.Parse(text);
            var row = document.RootElement;
            var function = row.GetProperty("fn").GetString()!;
            if (declined.ContainsKey(function) || declined.ContainsKey(line.ToString(CultureInfo.InvariantCulture)))
            {
                left++;
                continue;
            }
            all++;
            var input = Text(row.GetProperty("args")[0]);
            var result = row.GetProperty("result");
            var expected = Text(result.ValueKind == JsonValueKind.Array ? result[0] : result);
            var got = input is null ? null : CanonicalAddress.Of(input)?.AbsoluteUri;
            var right = function == "canonicalize_url" ? got == expected : got == (expected is null ? null : CanonicalAddress.Of(expected)?.AbsoluteUri);
            if (right) met++;
            else output.WriteLine($"{file}:{line}: expected {expected}, got {got}: {text}");
        }
        output.WriteLine($"{file}: {met} of {all} met, {left} declined");
        Baseline.Hold("crawler", file + " rows met", (double)met / all);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => Encoding.UTF8.GetString(Convert.FromBase64String(value.GetProperty("b64").GetString()!)),
        _ => value.ToString(),
    };
}
