using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Tests.Text;

public sealed class ConjugatorTests
{
    [Theory]
    [InlineData("", "رفت", "رو", "رفتم نمی‌رفتند رفته‌اند می‌رود نمی‌روم برود نرود رفتن رفته")]
    [InlineData("", "آمد", "آ", "می‌آید بیاید نیامد نیاید نمی‌آمدند آمده‌اند")]
    [InlineData("", "گفت", "گو", "می‌گوید می‌گویند بگوید بگو")]
    [InlineData("", "انداخت", "انداز", "می‌اندازد بیندازد نینداخت")]
    [InlineData("بر", "داشت", "دار", "برمی‌دارد برنمی‌دارد برداشته‌اند برنداشت بردارد برنداریم")]
    public void MakesForms(string prefix, string past, string present, string expected)
    {
        var forms = Conjugator.Forms(new(prefix, past, present, false)).Select(form => form.Written).ToHashSet();
        Assert.All(expected.Split(' '), form => Assert.Contains(form, forms));
    }

    [Fact]
    public void ReadsTheTableOfStems() => Assert.Contains(VerbStems.All, stem => stem is { Prefix: "بر", Past: "داشت", Present: "دار", Rare: false });
}
