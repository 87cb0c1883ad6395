using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Tests.Text;

/// <summary>Sentences, tokens and lemmas of short texts.</summary>
public sealed class SegmentationTests
{
    public static TheoryData<string> Sentences() => [.. Rows("sentences.tsv")];

    public static TheoryData<string, string> Tokens() => Pairs("tokens.tsv");

    public static TheoryData<string, string> Lemmas() => Pairs("lemmas.tsv");

    [Theory, MemberData(nameof(Sentences))]
    public void ATextHasItsSentences(string row)
    {
        var marked = row.Replace('¶', '\n');
        var text = TokenizedText.Read(marked.Replace('|', ' '));
        Assert.Equal(marked.Split('|').Select(Letters), text.Sentences.Select(sentence => Letters(text.OriginalText(sentence.FirstToken, sentence.EndToken))));
    }

    [Theory, MemberData(nameof(Tokens))]
    public void ATextHasItsTokens(string line, string expected) => Assert.Equal(expected.Split(' '), TokenizedText.Read(line).Tokens.Select(token => token.Form));

    [Theory, MemberData(nameof(Lemmas))]
    public void AWordHasItsLemma(string line, string expected)
    {
        var tokens = TokenizedText.Read(line).Tokens;
        var lemmatizer = new Lemmatizer();
        Assert.Equal(expected.Split(' '), Enumerable.Range(0, tokens.Count).Select(at => lemmatizer.Lemma(tokens, at)));
    }

    [Fact]
    public void ALemmaIsItsOwnLemmaForNouns()
    {
        var lemmatizer = new Lemmatizer();
        foreach (var noun in new[] { "سازمان", "مددجو", "استان", "خانواده", "شورا", "عضو", "ایرانی", "سرمایه‌گذاری" })
            Assert.Equal(noun, lemmatizer.Lemma(TokenizedText.Read(noun).Tokens, 0));
    }

    [Fact]
    public void NoLettersMakeItFail()
    {
        var random = new Random(7);
        var lemmatizer = new Lemmatizer();
        const string letters = "ابپتنمیهوکگدرسشانجاتهاینمیبرباز‌آٔۀئ";
        for (var i = 0; i < 20_000; i++)
        {
            var word = string.Create(random.Next(1, 90), random, (span, source) => { foreach (ref var c in span) c = letters[source.Next(letters.Length)]; });
            var tokens = Tokenizer.Tokenize(word);
            for (var at = 0; at < tokens.Count; at++) Assert.NotEmpty(lemmatizer.Lemma(tokens, at));
        }
    }

    /// <summary>Tokens stand in order, and every character that is no white space is in one of them, whatever the text.</summary>
    [Fact]
    public void TokensCoverAnyText()
    {
        var random = new Random(12);
        for (var i = 0; i < 3000; i++)
        {
            var text = TokenizedText.Read(string.Create(random.Next(1, 80), random, (span, source) =>
            {
                foreach (ref var c in span) c = (char)(source.Next(3) == 0 ? ' ' : source.Next(2) == 0 ? source.Next(0x600, 0x700) : source.Next(char.MaxValue + 1));
            }));
            var end = 0;
            foreach (var token in text.Tokens)
            {
                Assert.True(token.Span.Start >= end && token.Span.Length > 0, $"token at {token.Span.Start} after {end}");
                Assert.All(text.Normalized.Text[end..token.Span.Start], c => Assert.True(char.IsWhiteSpace(c)));
                end = token.Span.End;
            }
            Assert.All(text.Normalized.Text[end..], c => Assert.True(char.IsWhiteSpace(c)));
        }
    }

    [Theory]
    [InlineData("م")]
    [InlineData(".")]
    [InlineData("م.")]
    [InlineData("(«")]
    [InlineData("۱٫")]
    public void TokensTakeTimeInProportionToLength(string piece)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        TokenizedText.Read(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    private static string Letters(string text) => text.Replace("\n", "", StringComparison.Ordinal).Trim();

    private static TheoryData<string, string> Pairs(string table)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var cells in Rows(table).Select(row => row.Split('\t'))) pairs.Add(cells[0], cells[1]);
        return pairs;
    }

    private static IEnumerable<string> Rows(string table) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Text", table)).Where(line => line.Length > 0 && line[0] != '#');
}
