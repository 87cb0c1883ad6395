using System.Globalization;
using System.Text;

namespace NewsMiner.Evaluation.Text;

/// <summary>A word of a treebank as it stands in the running text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of <see cref="Treebank.Text"/>.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Lemma">The lemma of the word, or of its host where endings are split off it.</param>
/// <param name="IsMark">True for punctuation.</param>
internal readonly record struct TreebankWord(int Start, int End, string Lemma, bool IsMark);

/// <summary>
/// The sentences of a file in the CoNLL-U format (https://universaldependencies.org/format.html) as one running text, a space
/// between two sentences. Words of several syntactic parts count as the one word that is written; a mark that some of them
/// hold as their last part is a word by itself.
/// </summary>
internal sealed class Treebank
{
    private Treebank(string text, IReadOnlyList<(int Start, int End)> sentences, IReadOnlyList<TreebankWord> words) => (Text, Sentences, Words) = (text, sentences, words);

    /// <summary>All sentences in order.</summary>
    public string Text { get; }

    /// <summary>Where each sentence stands.</summary>
    public IReadOnlyList<(int Start, int End)> Sentences { get; }

    /// <summary>All words and marks in order.</summary>
    public IReadOnlyList<TreebankWord> Words { get; }

    public static Treebank Read(string path)
    {
        var text = new StringBuilder();
        var sentences = new List<(int, int)>();
        var words = new List<TreebankWord>();
        var partsUpTo = 0;
        var (start, at) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                if (text.Length > 0) text.Append(' ');
                (start, at, partsUpTo) = (text.Length, text.Length, 0);
                text.Append(line.AsSpan(9));
                sentences.Add((start, text.Length));
            }
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells[0].Split('-') is [_, var last])
            {
                partsUpTo = int.Parse(last, CultureInfo.InvariantCulture);
                words.Add(Locate(cells[1], "", false));
                continue;
            }
            var number = int.Parse(cells[0], CultureInfo.InvariantCulture);
            if (number > partsUpTo) words.Add(Locate(cells[1], cells[2], cells[3] == "PUNCT"));
            else if (cells[3] == "PUNCT" && words[^1].End - words[^1].Start > cells[1].Length)
            {
                words[^1] = words[^1] with { End = words[^1].End - cells[1].Length };
                at = words[^1].End;
                words.Add(Locate(cells[1], cells[2], true));
            }
            else if (words[^1].Lemma.Length == 0) words[^1] = words[^1] with { Lemma = cells[2] };
        }
        return new(text.ToString(), sentences, words);

        TreebankWord Locate(string form, string lemma, bool isMark)
        {
            while (at < text.Length && text[at] == ' ') at++;
            for (var i = 0; i < form.Length; i++)
                if (text[at + i] != form[i]) throw new InvalidDataException($"{path}: '{form}' does not stand at {at - start} of its sentence");
            at += form.Length;
            return new(at - form.Length, at, lemma, isMark);
        }
    }
}
