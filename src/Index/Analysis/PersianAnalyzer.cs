using System.Collections.Frozen;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>A term of a text: what is compared, and where it stands.</summary>
/// <param name="Form">The folded word without half-spaces, as exact queries compare it.</param>
/// <param name="Stem">The form without plural and comparative endings, as plain queries compare it.</param>
/// <param name="Span">Where it stands in the text as the source wrote it.</param>
public readonly record struct Term(string Form, string Stem, TextSpan Span);

/// <summary>Turns texts and queries into terms, by one and the same way, so that all spellings of a word meet.</summary>
public static class PersianAnalyzer
{
    private static readonly FrozenDictionary<string, bool> Joins = AnalysisTable.Read("Analysis/joins.tsv", cells => cells[1] switch
    {
        "before" => true,
        "after" => false,
        _ => throw new FormatException($"'{cells[1]}' is neither before nor after"),
    });

    private static readonly FrozenDictionary<string, string> Synonyms = AnalysisTable.Read("Analysis/synonyms.tsv", cells => Fold.Key(cells[1]));

    private static readonly string[] Endings = ["هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "های", "ها", "ترین", "تر"];

    /// <summary>The terms of a text in order; marks give none.</summary>
    public static IReadOnlyList<Term> Analyze(string text)
    {
        var read = TokenizedText.Read(text);
        var terms = new List<Term>(read.Tokens.Count);
        var joinNext = false;
        for (var i = 0; i < read.Tokens.Count; i++)
        {
            var token = read.Tokens[i];
            if (token.Kind == TokenKind.Mark || token.Key.Length == 0)
            {
                joinNext = false;
                continue;
            }
            var span = read.OriginalSpan(i, i + 1);
            var side = Joins.TryGetValue(token.Key, out var before) ? before : (bool?)null;
            if ((joinNext || side == false) && terms.Count > 0 && token.Kind == TokenKind.Word && Adjacent(text, terms[^1].Span, span))
                terms[^1] = Make(terms[^1].Form + token.Key, terms[^1].Span.Union(span));
            else
                terms.Add(Make(token.Key, span));
            joinNext = side == true;
        }
        return terms;
    }

    /// <summary>The form without endings that do not change what is spoken of; at least three letters stay.</summary>
    internal static string Stem(string form)
    {
        foreach (var ending in Endings)
        {
            if (form.Length >= ending.Length + 3 && form.EndsWith(ending, StringComparison.Ordinal)) return form[..^ending.Length];
        }
        return form;
    }

    private static Term Make(string key, TextSpan span)
    {
        var form = Synonyms.GetValueOrDefault(key, key);
        return new(form, Stem(form), span);
    }

    /// <summary>Only a space or a half-space parts the two.</summary>
    private static bool Adjacent(string text, TextSpan first, TextSpan second)
    {
        var between = text.AsSpan(first.End, second.Start - first.End);
        return between.Length <= 2 && between.IndexOfAnyExcept(' ', '\u200c', '\u00a0') < 0;
    }
}
