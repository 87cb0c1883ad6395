using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// Tells pledges, demands, reports and opinions apart: a linear model over <see cref="StatementFeatures"/>, trained by
/// <c>LexiconBuilder kinds</c> on our own gold.
/// </summary>
internal static class StatementKinds
{
    /// <summary>The kinds, in the order of the weights.</summary>
    public static readonly string[] All = ["report", "opinion", "demand", "pledge"];

    /// <summary>The weights.</summary>
    public static readonly LinearModel Model = LinearModel.Read("Facts/statement-kinds.tsv");

    /// <summary>The statements with their kinds.</summary>
    public static IReadOnlyList<Statement> Assign(MarkedText text, OfficialsAndStatements reported, IReadOnlyList<Pledge> pledges, DateOnly? day)
    {
        var features = new FeatureSet();
        var assigned = new Statement[reported.Statements.Count];
        for (var index = 0; index < assigned.Length; index++)
        {
            features.Clear();
            var statement = reported.Statements[index];
            assigned[index] = statement with { Kind = ByVerb(statement.Verb) ?? Model.Classify(Features(features, text, reported, index, pledges, day)).Class };
        }
        return assigned;
    }

    /// <summary>The names of all that the statement at an index shows of its kind.</summary>
    public static IReadOnlyList<string> Features(MarkedText text, OfficialsAndStatements reported, int index, IReadOnlyList<Pledge> pledges, DateOnly? day) =>
        Features(new(keepsNames: true), text, reported, index, pledges, day).Names;

    private static FeatureSet Features(FeatureSet features, MarkedText text, OfficialsAndStatements reported, int index, IReadOnlyList<Pledge> pledges, DateOnly? day)
    {
        var (statement, range) = (reported.Statements[index], reported.Ranges[index]);
        StatementFeatures.Add(features, text, range.First, range.End, statement.Verb, statement.Kind, day, pledges.Any(pledge => statement.Span.Overlaps(pledge.Span)));
        return features;
    }

    /// <summary>The kind a reporting verb says itself, or null.</summary>
    public static string? ByVerb(string? verb) => verb switch
    {
        "خواستار شد" or "خواست" or "دستور داد" or "درخواست کرد" or "پیشنهاد کرد" => "demand",
        "قول داد" or "وعده داد" => "pledge",
        "ابراز امیدواری کرد" or "اظهار امیدواری کرد" or "آرزو کرد" => "opinion",
        _ => null,
    };
}
