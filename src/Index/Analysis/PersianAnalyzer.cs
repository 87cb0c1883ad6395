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
        var found = new TermList(new(text.Length / 5 + 1));
        if (!HasPresentationForms(text))
        {
            Read(text, ref found);
            return found.Terms;
        }
        var normalized = Normalizer.Normalize(text);
        Read(normalized.Text, ref found);
        return found.Terms.ConvertAll(term => term with { Span = normalized.ToOriginal(term.Span) });
    }

    /// <summary>The terms of a text, from a position on, whose word is as asked.</summary>
    internal static List<Term> Find(string text, int from, Predicate<Word> asked)
    {
        var found = new TermPicker(asked, []);
        if (!HasPresentationForms(text))
        {
            Read(text.AsSpan(from), ref found);
            return found.Terms.ConvertAll(term => term with { Span = new(term.Span.Start + from, term.Span.End + from) });
        }
        var normalized = Normalizer.Normalize(text[from..]);
        Read(normalized.Text, ref found);
        return found.Terms.ConvertAll(term => normalized.ToOriginal(term.Span) is var span ? term with { Span = new(span.Start + from, span.End + from) } : term);
    }

    /// <summary>Appends the tokens of a text as the full-text table holds them, <see cref="Word.Tokens"/>. Returns the number of terms.</summary>
    internal static int AppendTokens(string text, TokenText tokens)
    {
        var taken = new TokenSink(tokens);
        Read(HasPresentationForms(text) ? Normalizer.Normalize(text).Text : text, ref taken);
        return taken.Count;
    }

    /// <summary>Whether a plain query of several words does not insist on this stem.</summary>
    internal static bool IsStop(string stem) => WordBook.IsStop(stem);

    private static bool HasPresentationForms(string text) => text.AsSpan().IndexOfAnyInRange('\uFB50', '\uFEFC') >= 0;

    private static void Read<TSink>(ReadOnlySpan<char> text, ref TSink sink) where TSink : struct, ITermSink
    {
        var window = new TermWindow(text);
        while (window.Holds(1))
        {
            var first = window[0];
            if (first.Word.Number > 0 && NumberAt(ref window, out var value) is var used && used > 0)
            {
                sink.Take(WordBook.Of(value.ToString(CultureInfo.InvariantCulture)), first.Start, window[used - 1].End);
                window.Drop(used);
            }
            else
            {
                var (word, end) = Join(ref window);
                sink.Take(word, first.Start, end);
            }
        }
    }

    /// <summary>Joins to the first word of the window all that belongs to it.</summary>
    private static (Word Word, int End) Join(ref TermWindow window)
    {
        var (word, end) = (window[0].Word, window[0].End);
        while (window.Holds(2) && window[1].IsBesideLast && (word.MayJoinNext || window[1].Word.MayJoinLast))
        {
            var second = window[1].Word;
            if (window.Holds(3) && window[2].IsBesideLast && WordBook.Joined(word, second, window[2].Word) is { } three)
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
        value = window[0].Word.Number;
        var used = 1;
        var floor = Magnitude(value);
        while (used < 5 && window.Holds(used + 2) && window[used] is { Word.Key: "و", IsBesideLast: true } && window[used + 1] is { Word: { Number: > 0 } next, IsBesideLast: true }
            && next.Number < floor && value + next.Number < 1000)
        {
            value += next.Number;
            floor = Magnitude(next.Number);
            used += 2;
        }
        return used > 1 || window[0].Word.CountsAlone ? used : 0;
    }

    /// <summary>The least value a number word holds the place of: «بیست» leaves room below ten, «دوازده» for nothing.</summary>
    private static int Magnitude(int value) => value >= 100 ? 100 : value >= 20 ? 10 : 0;

    /// <summary>Takes the terms of a text one by one.</summary>
    private interface ITermSink
    {
        void Take(Word word, int start, int end);
    }

    private readonly struct TermList(List<Term> terms) : ITermSink
    {
        public List<Term> Terms => terms;

        public void Take(Word word, int start, int end) => terms.Add(new(word.Form, word.Stem, new(start, end)));
    }

    private readonly struct TermPicker(Predicate<Word> asked, List<Term> terms) : ITermSink
    {
        public List<Term> Terms => terms;

        public void Take(Word word, int start, int end)
        {
            if (asked(word)) terms.Add(new(word.Form, word.Stem, new(start, end)));
        }
    }

    private struct TokenSink(TokenText tokens) : ITermSink
    {
        public int Count { get; private set; }

        public void Take(Word word, int start, int end)
        {
            tokens.Append(word.Tokens);
            Count++;
        }
    }
}
