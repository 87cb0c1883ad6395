using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Tests.Trends;

/// <summary>What rose, what fell and what came up, in stores where it was planted.</summary>
public sealed class ComparisonTests : IDisposable
{
    private static readonly DateOnly Start = new(2024, 3, 20);
    private static readonly string[] Fillers = ["جلسه", "همکاری", "خدمات", "مردم", "برنامه", "کشور"];
    private readonly TrendStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void ProvincesDifferInWhatWasPlanted()
    {
        store.Add(Enumerable.Range(0, 30).SelectMany(i => new[]
        {
            new StoredText(Start.AddDays(i), $"{Filler(i)} بهزیستی {(i % 3 == 0 ? "اورژانس اجتماعي" : "دیدار")}", Province: "یزد") { Officials = [Head("رضا کریمی", "بهزیستی")] },
            new StoredText(Start.AddDays(i), $"{Filler(i)} بهزیستی {(i % 2 == 0 ? "آوار زلزله" : "دیدار")}", Province: "کرمان") { Officials = [Head("رضا کریمی", i % 2 == 0 ? "هلال احمر" : "بهزیستی")] },
        }));
        var found = TrendStore.Found(store.Index.Compare(new() { A = new() { Province = "یزد" }, B = new() { Province = "استان کرمان" } }, CancellationToken.None));
        Assert.Equal((30, 30), (found.A.Stories, found.B.Stories));
        var terms = found.Lists.Single(list => list.Kind == "terms");
        var quake = terms.Rose[0];
        Assert.Equal(("آوار زلزله", 0, 15, true), (quake.Name, quake.InA, quake.InB, quake.Significant));
        // log2(15 / 30) − log2(½ / 30) = log2 30.
        Assert.Equal(Math.Log2(30), quake.LogRatio, 9);
        // A word that stands in no story without its neighbour is left to the pair.
        Assert.DoesNotContain(terms.Rose, term => term.Name is "زلزله" or "آوار");
        // Arabic letters of a source are shown as Persian ones.
        Assert.Equal(("اورژانس اجتماعی", 10, 0), (terms.Fell[0].Name, terms.Fell[0].InA, terms.Fell[0].InB));
        Assert.DoesNotContain(terms.Rose.Concat(terms.Fell), term => term.Name == "بهزیستی");
        Assert.Equal("هلال احمر", found.Lists.Single(list => list.Kind == "bodies").Rose[0].Name);
        Assert.All(found.Lists.SelectMany(list => list.Rose), item => Assert.True(item.ShareB > item.ShareA && item.ShareB <= 1));
    }

    [Fact]
    public void CopiesOfAStoryCountOnce()
    {
        var body = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"واژه{(char)('ا' + i % 20)}{(char)('ب' + i / 20)}"));
        store.Add(Enumerable.Range(0, 20).Select(i => new StoredText(Start.AddDays(100), body + " زلزله", $"رسانه{i}", "کرمان")));
        store.Add(Enumerable.Range(0, 20).SelectMany(i => new[] { new StoredText(Start.AddDays(i), Filler(i), Province: "یزد"), new StoredText(Start.AddDays(i), Filler(i + 1), Province: "کرمان") }));
        var found = TrendStore.Found(store.Index.Compare(new() { A = new() { Province = "یزد" }, B = new() { Province = "کرمان" } }, CancellationToken.None));
        Assert.Equal((21, 40), (found.B.Stories, found.B.Articles));
        Assert.DoesNotContain(found.Lists[0].Rose, term => term.Name == "زلزله");
    }

    [Fact]
    public void WhatCameUpInTheLastWeekIsFoundIfTwoOutletsHaveIt()
    {
        var last = Start.AddDays(99);
        store.Add(Enumerable.Range(0, 93).SelectMany(i => new[] { new StoredText(Start.AddDays(i), Filler(i) + " دیدار", "یک"), new StoredText(Start.AddDays(i), Filler(i + 1) + " نشست", "دو") }));
        store.Add(Enumerable.Range(0, 7).SelectMany(i => new[] { new StoredText(last.AddDays(-i), Filler(i) + " سیلاب", "یک"), new StoredText(last.AddDays(-i), Filler(i + 1) + (i < 4 ? " سیلاب" : " جشنواره"), "دو") }));
        var found = TrendStore.Found(store.Index.Emerging(new(), CancellationToken.None));
        Assert.Equal((last.AddDays(-6), last), (found.Window.From, found.Window.To));
        Assert.Equal("emerging", found.Finding.Verdict);
        var terms = found.Lists.Single(list => list.Kind == "terms").Items;
        Assert.Equal(("سیلاب", 0, 11, 2), (terms[0].Name, terms[0].InA, terms[0].InB, terms[0].Outlets));
        Assert.DoesNotContain(terms, term => term.Name is "جشنواره" or "دیدار");
    }

    [Fact]
    public void TooFewStoriesAreNotCompared()
    {
        store.Add(new StoredText(Start, "وام"), new StoredText(Start, "کار", Province: "سمنان"));
        var compared = TrendStore.Found(store.Index.Compare(new() { A = new() { Province = "یزد" }, B = new() { Province = "سمنان" } }, CancellationToken.None));
        Assert.Equal((Finding.TooLittleData, 0), (compared.Finding.Verdict, compared.Lists.Count));
        Assert.Equal(Finding.TooLittleData, TrendStore.Found(store.Index.Emerging(new(), CancellationToken.None)).Finding.Verdict);
        using var empty = new TrendStore();
        Assert.Equal(Finding.TooLittleData, TrendStore.Found(empty.Index.Emerging(new(), CancellationToken.None)).Finding.Verdict);
    }

    [Fact]
    public void NamesThatStandTogetherAreFound()
    {
        store.Add(Enumerable.Range(0, 40).Select(i => new StoredText(Start.AddDays(i), Filler(i))
        {
            Officials = i switch { < 8 => [Head("رضا کریمی", "بهزیستی")], < 20 => [Head("سارا امینی", "کمیته امداد")], _ => [Head("نادر صادقی", i % 2 == 0 ? "بهزیستی" : "کمیته امداد")] },
        }));
        var found = TrendStore.Found(store.Index.Together(new(), CancellationToken.None));
        Assert.Equal((40, "together"), (found.Stories, found.Finding.Verdict));
        var karimi = found.Pairs.Single(pair => pair.First == "رضا کریمی");
        Assert.Equal(("بهزیستی", 8, 8, 18, true), (karimi.Second, karimi.Together, karimi.FirstStories, karimi.SecondStories, karimi.Significant));
        Assert.Equal(8 * 18 / 40.0, karimi.Expected, 9);
        // ln(8 / 3.6) / −ln(8 / 40).
        Assert.Equal(Math.Log(8 / 3.6) / Math.Log(5), karimi.Npmi, 9);
        Assert.DoesNotContain(found.Pairs, pair => pair is { First: "نادر صادقی", Significant: true });
        Assert.All(found.Pairs, pair => Assert.Contains(found.Nodes, node => node.Kind == NameKind.Official && node.Name == pair.First && node.Stories == pair.FirstStories));
        var bodies = TrendStore.Found(store.Index.Together(new() { Of = NameKind.Body, With = NameKind.Body }, CancellationToken.None));
        Assert.Empty(bodies.Pairs);
    }

    private static string Filler(int i) => $"{Fillers[i % Fillers.Length]} {Fillers[(i * 5 + 1) % Fillers.Length]}";

    private static Official Head(string name, string body) => new() { Name = name, Role = "مدیرکل", Organisation = body, Sentence = name, Rule = "test", Confidence = 1 };
}
