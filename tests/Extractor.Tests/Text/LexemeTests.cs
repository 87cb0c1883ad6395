using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Tests.Text;

/// <summary>What is kept of words is what one would reckon anew, whatever other words came before and from whatever thread.</summary>
public sealed class LexemeTests
{
    private static readonly PhraseLetters Letters = new([KeyValuePair.Create("مدیرکل", 0), KeyValuePair.Create("مدیر", 1)]);

    [Fact]
    public void AWordIsOneAndKnowsItsFormKeyAndStem()
    {
        var word = Lexeme.Of("کتاب‌هایمان", TokenKind.Word);
        Assert.Same(word, Lexeme.Of("کتاب‌هایمان", TokenKind.Word));
        Assert.Equal(("کتاب‌هایمان", "کتابهایمان", "کتاب"), (word.Form, word.Key, word.Stem));
        Assert.Equal(WordHash.Of(word.Key), word.Fingerprint);
    }

    [Fact]
    public void NumbersAndMarksHaveNoStemButThemselves()
    {
        Assert.Equal("1250", Lexeme.Of("۱۲۵۰", TokenKind.Number).Stem);
        Assert.Equal("،", Lexeme.Of("،", TokenKind.Mark).Stem);
    }

    [Fact]
    public void AWordLeadsIntoATableAsFarAsItsLettersDo()
    {
        var (whole, part, other) = (Lexeme.Of("مدیرکل", TokenKind.Word), Lexeme.Of("مدی", TokenKind.Word), Lexeme.Of("مدرسه", TokenKind.Word));
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(0, Letters.Letters.ValueAt(whole.NodeIn(Letters)));
            Assert.Equal(Letters.Letters.Walk(0, "مدی"), part.NodeIn(Letters));
            Assert.Equal(0, other.NodeIn(Letters));
        }
    }

    [Fact]
    public void MoreWordsThanAreKeptAreAllRight()
    {
        var random = new Random(1402);
        string[] words = [.. Enumerable.Range(0, 120_000).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)('ا' + random.Next(40)))]))];
        Parallel.ForEach(words, new() { MaxDegreeOfParallelism = 4 }, form =>
        {
            var word = Lexeme.Of(form, TokenKind.Word);
            var key = Fold.Key(form);
            if (word.Form != form || word.Key != key || word.Fingerprint != WordHash.Of(key) || word.Stem != LightStem.Of(key) || word.NodeIn(Letters) != Letters.Letters.Walk(0, key))
                throw new InvalidOperationException($"'{form}' is known as '{word.Form}'");
        });
    }
}
