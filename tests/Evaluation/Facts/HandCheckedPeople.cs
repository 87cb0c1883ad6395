using NewsMiner.Extractor;
using NewsMiner.Extractor.Scoring;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>Officials and speakers of fifty real news texts that a person judged.</summary>
public sealed class HandCheckedPeople(ITestOutputHelper output)
{
    [FactWithShared(HandChecked.Texts)]
    public void SampledOfficialsAndSpeakers() => HandChecked.Hold(output, "hand-checked-people.tsv", ["official", "speaker"], IsFound);

    // A statement may gain or lose words at its ends and stay the same one.
    private static bool IsFound(AnalyzedArticle article, HandCheckedRow row) => row.Kind == "official"
        ? article.Officials.Any(official => official.Role == row.Of && ScoringText.SameName(official.Name, row.What))
        : article.Statements.Any(statement => statement.Start < row.End && row.Start < statement.End && statement.Speaker is { } speaker && ScoringText.Folded(speaker) == ScoringText.Folded(row.What));
}
