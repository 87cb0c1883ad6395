using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Text;

/// <summary>Lemmas of treebank words, marks left out: the share that is the treebank's own, both in the house's spelling.</summary>
public sealed class LemmaEvaluation(ITestOutputHelper output)
{
    private const int WorstShown = 25;

    [FactWithShared("data/ud-perdt")]
    public void PerDT() => Measure("PerDT", "data/ud-perdt/fa_perdt-ud-dev.conllu");

    [FactWithShared("data/ud-seraji")]
    public void Seraji() => Measure("Seraji", "data/ud-seraji/fa_seraji-ud-dev.conllu");

    private void Measure(string name, string file)
    {
        var treebank = Treebank.Read(SharedFiles.Path(file));
        var text = TokenizedText.Read(treebank.Text);
        var lemmatizer = new Lemmatizer();
        var found = new Dictionary<(int, int), string>();
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            var span = text.OriginalSpan(at, at + 1);
            found[(span.Start, span.End)] = lemmatizer.Lemma(text.Tokens, at);
        }
        var missed = new Dictionary<string, int>(StringComparer.Ordinal);
        var (words, right) = (0, 0);
        foreach (var word in treebank.Words.Where(word => !word.IsMark))
        {
            words++;
            var gold = Normalizer.Normalize(word.Lemma).Text;
            var lemma = found.GetValueOrDefault((word.Start, word.End), "no such word");
            if (lemma == gold) right++;
            else missed[$"{treebank.Text[word.Start..word.End]}: {lemma}, not {gold}"] = missed.GetValueOrDefault($"{treebank.Text[word.Start..word.End]}: {lemma}, not {gold}") + 1;
        }
        var accuracy = (double)right / words;
        output.WriteLine($"lemmas, {name} dev: {accuracy:0.0000} of {words} words");
        foreach (var (miss, count) in missed.OrderByDescending(miss => miss.Value).Take(WorstShown)) output.WriteLine($"  {count} times {miss}");
        Baseline.Hold("text", $"lemmas, {name} dev accuracy", accuracy);
    }
}
