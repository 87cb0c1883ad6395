using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Tests.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Tests.Facts;

public sealed class OfficialsAndStatementsTests
{
    public static TheoryData<string, string> Names => CaseTable.Read("Facts/names.tsv");

    public static TheoryData<string, string> Posts => CaseTable.Read("Facts/posts.tsv");

    public static TheoryData<string, string> Officials => CaseTable.Read("Facts/officials.tsv");

    public static TheoryData<string, string> Attributions => CaseTable.Read("Facts/attributions.tsv");

    [Theory, MemberData(nameof(Names))]
    public void FindsThePersons(string text, string expected) => Assert.Equal(expected, string.Join(" | ", Read(text).All.Select(person => person.Name)));

    [Theory, MemberData(nameof(Posts))]
    public void ReadsThePost(string text, string expected)
    {
        var post = Read(text).Posts.OrderBy(entry => entry.Key).Select(entry => entry.Value).FirstOrDefault();
        Assert.Equal(expected, post is null ? "" : $"{post.Role} / {post.Organisation ?? "-"} / {post.Unit ?? "-"} / {post.Place ?? "-"}");
    }

    [Theory, MemberData(nameof(Attributions))]
    public void AttributesWhatIsSaid(string paragraphs, string expected)
    {
        var found = ArticleAnalyzer.Analyze(new() { Id = "case", Source = "case", Title = "", Paragraphs = paragraphs.Split(" // ") });
        Assert.Equal(expected, string.Join(" | ", found.Statements.Select(statement => $"{statement.Speaker ?? "-"} <{statement.Verb ?? "-"}> {statement.Text}")));
    }

    [Theory, MemberData(nameof(Officials))]
    public void GivesEachOfficialAPost(string article, string expected)
    {
        var parts = article.Split(" // ");
        var found = ArticleAnalyzer.Analyze(new() { Id = "case", Source = "case", Title = parts[0], Paragraphs = parts[1..] });
        Assert.Equal(expected, string.Join(" | ", found.Officials.Select(official => $"{official.Name}, {official.Role}, {official.Organisation ?? "-"}, {official.Place ?? "-"}")));
    }

    [Fact]
    public void OneOfficialForAllSpellingsOfAName()
    {
        var found = ArticleAnalyzer.Analyze(new()
        {
            Id = "case", Source = "case", Title = "", Paragraphs = ["محمد حسین موسی‌پور، استاندار قم گفت: کار خوب است.", "محمد حسین موسیپور افزود: راه باز است.", "محمدحسین موسی پور ادامه داد: تمام شد.", "موسی‌پور تأکید کرد: سپاسگزاریم."],
        });
        Assert.Equal("محمد حسین موسی‌پور", Assert.Single(found.Officials).Name);
        Assert.Equal(4, found.Statements.Count);
        Assert.All(found.Statements, statement => Assert.Equal("محمد حسین موسی‌پور", statement.Speaker));
    }

    private static People Read(string words)
    {
        var text = TokenizedText.Read(words);
        var people = new People(text, new PostReader(text, new PlaceContext(text, null)), new PersonReader(text));
        people.Find();
        return people;
    }
}
