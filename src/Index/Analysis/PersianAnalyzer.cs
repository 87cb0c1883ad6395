using System.Globalization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>A term of a text: what is compared, and where it stands.</summary>
/// <param name="Form">The folded word without half-spaces, as exact queries compare it.</param>
/// <param name="Stem">The form without endings, as plain queries compare it.</param>
/// <param name="Span">Where it stands in the text as the source wrote it.</param>
public readonly record struct Term(string Form, string Stem, TextSpan Span);

/// <summary>Turns texts and queries into terms, by one and the same way, so that all spellings of a word meet.</summary>
public static class PersianAnalyzer
{
    /// <summary>The terms of a text in order; marks give none.</summary>
    public static IReadOnlyList<Term> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<Term>(text.Length / 5 + 1);
        if (HasPresentationForms(text))
        {
            var normalized = Normalizer.Normalize(text);
            Read(normalized.Text, (word, form, start, end) => terms.Add(new(form ?? word!.Form, form ?? word!.Stem, normalized.ToOriginal(new TextSpan(start, end)))));
        }
        else
        {
            Read(text, (word, form, start, end) => terms.Add(new(form ?? word!.Form, form ?? word!.Stem, new(start, end))));
        }
        return terms;
    }

    /// <summary>
    /// Appends the tokens of a text as the full-text table holds them: each form, and behind an inflected one its stem marked with +.
    /// Returns the number of terms.
    /// </summary>
    internal static int AppendTokens(string text, List<string> tokens)
    {
        var count = 0;
        Read(HasPresentationForms(text) ? Normalizer.Normalize(text).Text : text, (word, form, _, _) =>
        {
            count++;
            tokens.Add(form ?? word!.Form);
            if (form is null && word!.StemToken is { } stem) tokens.Add(stem);
        });
        return count;
    }

    /// <summary>Whether a plain query of several words does not insist on this stem.</summary>
    internal static bool IsStop(string stem) => WordBook.IsStop(stem);

    private static bool HasPresentationForms(string text) => text.AsSpan().IndexOfAnyInRange('\uFB50', '\uFEFC') >= 0;

    /// <summary>Reads the terms; <paramref name="take"/> gets the word, or the form where the term is a number.</summary>
    private static void Read(ReadOnlySpan<char> text, Action<Word?, string?, int, int> take)
    {
        var window = new TermWindow(text);
        while (window.Fill(4) > 0)
        {
            var first = window[0];
            if (first.Word is null)
            {
                take(null, first.Form, first.Start, first.End);
                window.Drop(1);
            }
            else if (first.Word.Number > 0 && NumberAt(ref window, out var value) is var used && used > 0)
            {
                take(null, value.ToString(CultureInfo.InvariantCulture), first.Start, window[used - 1].End);
                window.Drop(used);
            }
            else
            {
                var (word, end) = Join(ref window);
                take(word, null, first.Start, end);
            }
        }
    }

    /// <summary>Joins to the first word of the window all that belongs to it.</summary>
    private static (Word Word, int End) Join(ref TermWindow window)
    {
        var word = window[0].Word!;
        var end = window[0].End;
        while (window.Fill(3) > 1 && window[1] is { Word: { } second, IsBesideLast: true })
        {
            if (window.Count > 2 && window[2] is { Word: { } third, IsBesideLast: true } && WordBook.Joined(word, second, third) is { } three)
            {
                word = three;
                end = window[2].End;
                window.Drop(2);
            }
            else if (WordBook.Joined(word, second) is { } two)
            {
                word = two;
                end = window[1].End;
                window.Drop(1);
            }
            else
            {
                break;
            }
        }
        window.Drop(1);
        return (word, end);
    }

    /// <summary>A number in words below a thousand: «نود و پنج», «صد و بیست», «دویست». Returns how many tokens it takes, 0 for none.</summary>
    private static int NumberAt(ref TermWindow window, out int value)
    {
        value = window[0].Word!.Number;
        var used = 1;
        var floor = Magnitude(value);
        while (used < 5 && window.Fill(used + 2) >= used + 2 && window[used] is { Word.Key: "و", IsBesideLast: true } && window[used + 1] is { Word: { Number: > 0 } next, IsBesideLast: true }
            && next.Number < floor && value + next.Number < 1000)
        {
            value += next.Number;
            floor = Magnitude(next.Number);
            used += 2;
        }
        return used > 1 || window[0].Word!.CountsAlone ? used : 0;
    }

    /// <summary>The least value a number word holds the place of: «بیست» leaves room below ten, «دوازده» for nothing.</summary>
    private static int Magnitude(int value) => value >= 100 ? 100 : value >= 20 ? 10 : 0;
}
