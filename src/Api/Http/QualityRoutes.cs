using System.Text.Json;
using NewsMiner.Api.Access;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Reviews;

namespace NewsMiner.Api.Http;

/// <summary><c>/api/quality</c>: how good the extractor was measured to be, from the evaluation file that the tests hold it to.</summary>
internal static class QualityRoutes
{
    private static readonly string[] Parts = ["held-out", "dev", "visible"];

    public static void MapQuality(this IEndpointRouteBuilder routes)
    {
        var measured = Read();
        routes.MapGet("/api/quality", (ReviewBook book) => TypedResults.Ok(measured with { Reviews = book.Counts() }))
            .WithName("quality").WithTags("status").WithSummary("Measured F1 of each kind of fact and field, and what readers ruled");
    }

    /// <summary>The evaluation file as it was when the program was built.</summary>
    internal static Quality Read()
    {
        using var stream = typeof(QualityRoutes).Assembly.GetManifestResourceStream("baseline.json") ?? throw new InvalidDataException("baseline.json is not embedded");
        using var json = JsonDocument.Parse(stream);
        var facts = new List<FactQuality>();
        var others = new List<OtherQuality>();
        foreach (var section in json.RootElement.EnumerateObject())
        {
            foreach (var measure in section.Value.EnumerateObject())
            {
                var part = section.Name == "facts" ? Parts.FirstOrDefault(part => measure.Name.StartsWith(part + " ", StringComparison.Ordinal)) : null;
                if (part is null)
                {
                    others.Add(new(section.Name, measure.Name, measure.Value.GetDouble()));
                    continue;
                }
                var name = measure.Name[(part.Length + 1)..].Split('.', 2);
                facts.Add(new(part, name[0], name.Length > 1 ? name[1] : null, measure.Value.GetDouble()));
            }
        }
        return new(
            "corpus/baseline.json",
            "کمینه‌ای که آزمون‌ها نگه می‌دارند: F1 روی خبرهایی که کسی هنگام نوشتن قاعده‌ها ندیده (held-out)، خبرهای دیده (dev) و نمونه‌های راهنما (visible)",
            "floors that the tests hold: F1 on articles nobody read while writing rules (held-out), on those read (dev) and on the guide's examples (visible)",
            facts, others, []);
    }
}

/// <summary>How good the extractor is.</summary>
/// <param name="Source">The file the figures come from.</param>
/// <param name="Reviews">How many facts of each kind readers ruled right and wrong.</param>
internal sealed record Quality(string Source, string Note, string NoteEn, IReadOnlyList<FactQuality> Facts, IReadOnlyList<OtherQuality> Others, IReadOnlyList<VerdictCount> Reviews);

/// <summary>The F1 of a kind of fact, or of one field of it.</summary>
internal sealed record FactQuality(string Part, string Kind, string? Field, double F1);

/// <summary>Another measure of the evaluation file.</summary>
internal sealed record OtherQuality(string Section, string Name, double Value);
