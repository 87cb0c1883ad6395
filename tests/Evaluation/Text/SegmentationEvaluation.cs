using NewsMiner.Extractor;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Text;

/// <summary>Sentences and tokens of treebanks read as running text: F1 over exact spans.</summary>
public sealed class SegmentationEvaluation(ITestOutputHelper output)
{
    [FactWithShared("data/ud-perdt")]
    public void PerDT() => Measure("PerDT", "data/ud-perdt/fa_perdt-ud-dev.conllu");

    [FactWithShared("data/ud-seraji")]
    public void Seraji() => Measure("Seraji", "data/ud-seraji/fa_seraji-ud-dev.conllu");

    private void Measure(string name, string file)
    {
        var treebank = Treebank.Read(SharedFiles.Path(file));
        var text = TokenizedText.Read(treebank.Text);
        Hold($"sentences, {name} dev F1", treebank.Sentences, text.Sentences.Select(sentence => text.OriginalSpan(sentence.FirstToken, sentence.EndToken)));
        Hold($"tokens, {name} dev F1", treebank.Words.Select(word => (word.Start, word.End)), text.Tokens.Select((_, at) => text.OriginalSpan(at, at + 1)));
    }

    private void Hold(string measure, IEnumerable<(int Start, int End)> gold, IEnumerable<TextSpan> found)
    {
        var (expected, read) = (gold.ToHashSet(), found.Select(span => (span.Start, span.End)).ToHashSet());
        var right = expected.Intersect(read).Count();
        var f1 = 2.0 * right / (expected.Count + read.Count);
        output.WriteLine($"{measure} {f1:0.0000}: {right} right of {expected.Count}, {read.Count} found");
        Baseline.Hold("text", measure, f1);
    }
}
