using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Text;

/// <summary>Half-space repair on treebank sentences: F1 over the letters behind which a half-space stands.</summary>
public sealed class HalfSpaceEvaluation(ITestOutputHelper output)
{
    [FactWithShared("data/ud-perdt")]
    public void PerDT() => Measure("PerDT", "data/ud-perdt/fa_perdt-ud-dev.conllu");

    [FactWithShared("data/ud-seraji")]
    public void Seraji() => Measure("Seraji", "data/ud-seraji/fa_seraji-ud-dev.conllu");

    private void Measure(string name, string file)
    {
        string[] sentences = [.. File.ReadLines(SharedFiles.Path(file)).Where(line => line.StartsWith("# text = ", StringComparison.Ordinal)).Select(line => line[9..])];
        Hold(name, "deleted", sentences, text => text.Replace("\u200c", "", StringComparison.Ordinal));
        Hold(name, "written as spaces", sentences, text => text.Replace('\u200c', ' '));
        Hold(name, "right", sentences, text => text);
    }

    private void Hold(string treebank, string spoilt, string[] sentences, Func<string, string> spoil)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var expected = Places(sentence);
            var repaired = Places(Normalizer.Normalize(spoil(sentence)).Text);
            gold += expected.HalfSpaces.Count;
            found += repaired.HalfSpaces.Count;
            // Letters are compared folded; where they differ the places mean nothing, so none counts.
            if (expected.Letters == repaired.Letters) right += expected.HalfSpaces.Intersect(repaired.HalfSpaces).Count();
        }
        var f1 = 2.0 * right / (found + gold);
        output.WriteLine($"half-spaces {spoilt}, {treebank}: precision {(double)right / found:0.000} recall {(double)right / gold:0.000} F1 {f1:0.000} of {gold}");
        Baseline.Hold("text", $"half-spaces {spoilt}, {treebank} dev F1", f1);
    }

    private static (string Letters, List<int> HalfSpaces) Places(string text)
    {
        var letters = new System.Text.StringBuilder();
        var places = new List<int>();
        foreach (var c in text)
        {
            if (c == '\u200c') places.Add(letters.Length);
            var folded = Fold.Character(c);
            if (folded != '\0' && char.IsLetterOrDigit(folded)) letters.Append(folded);
        }
        return (letters.ToString(), places);
    }
}
