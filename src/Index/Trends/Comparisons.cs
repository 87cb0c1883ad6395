using NewsMiner.Extractor.Dates;

namespace NewsMiner.Index.Trends;

/// <summary>Answers what sets two parts of the articles apart, and what came up lately.</summary>
internal static class Comparisons
{
    private const int LeastStories = 5;
    private const string Method = "G² (Dunning 1993) with Williams' correction (1976), Benjamini-Hochberg (1995) at 5 %; log ratio (Hardie 2014); JLH";

    public static TrendAnswer<TrendComparison> Answer(MatchingArticles articles, CompareRequest request)
    {
        if ((MatchingArticles.WhatIsWrong(request.A) ?? MatchingArticles.WhatIsWrong(request.B, "2")) is { } wrong) return new TrendAnswer<TrendComparison>.Rejected(wrong);
        var (filterA, filterB) = (MatchingArticles.Settled(request.A), MatchingArticles.Settled(request.B));
        var (a, b) = (new StorySet(articles, articles.Find(filterA)), new StorySet(articles, articles.Find(filterB)));
        var both = b.CountAmong(a.Articles);
        var enough = a.Count >= LeastStories && b.Count >= LeastStories;
        var weighed = new KeynessLists(articles, a, b);
        Keyness[] Told(IEnumerable<WeighedName> names) => [.. names.Take(request.Limit).Select(weighed.Describe)];
        ComparedList[] lists = !enough ? [] : [.. weighed.All().Select(list =>
            new ComparedList(list.Kind, Told(list.Items.Where(item => item.ShareB > item.ShareA)), Told(list.Items.Where(item => item.ShareA > item.ShareB))))];
        var different = lists.Sum(list => list.Rose.Count(item => item.Significant) + list.Fell.Count(item => item.Significant));
        return new TrendAnswer<TrendComparison>.Found(new(Side(articles, filterA, a), Side(articles, filterB, b), Say(a, b, enough ? "compared" : Finding.TooLittleData,
            $"{JalaliNames.NumberFa(different)} نام و واژه از میان آنچه نشان داده شده به‌روشنی جابه‌جا شده است{(both == 0 ? "" : $"؛ {JalaliNames.NumberFa(both)} رویداد در هر دو بخش هست")}",
            $"{different} of the names and terms shown differ significantly{(both == 0 ? "" : $"; {both} stories are in both parts")}"), lists));
    }

    public static TrendAnswer<EmergingNames> Answer(MatchingArticles articles, EmergingRequest request)
    {
        if (MatchingArticles.WhatIsWrong(request.Filter) is { } wrong) return new TrendAnswer<EmergingNames>.Rejected(wrong);
        var newest = articles.Columns.NewestDay;
        var settled = MatchingArticles.Settled(request.Filter);
        if (newest == Search.Entry.NoDay)
        {
            // A store without days has neither a window nor days before it.
            var nothing = new StorySet(articles, []);
            return Found(articles, (settled, nothing), (settled, nothing), []);
        }
        var last = request.Filter.To ?? DateOnly.FromDayNumber(newest);
        var first = request.Filter.From ?? last.AddDays(1 - request.Days);
        if (first > last) return new TrendAnswer<EmergingNames>.Rejected(new("from", "آغاز بازه پس از تازه‌ترین خبر است؛ روز زودتری بنویسید", "the range begins after the newest article; give an earlier day"));
        var (windowFilter, beforeFilter) = (settled with { From = first, To = last }, settled with { From = first.AddDays(-request.Background), To = first.AddDays(-1) });
        var (before, window) = (new StorySet(articles, articles.Find(beforeFilter)), new StorySet(articles, articles.Find(windowFilter)));
        // What a single outlet keeps writing is its own affair, unless there is no other.
        var outlets = Math.Min(2, NameBook.Of(articles, AscendingNumbers.Union(before.Articles, window.Articles), NameKind.Outlet).Count);
        var weighed = new KeynessLists(articles, before, window);
        EmergingList[] lists = before.Count < LeastStories || window.Count < LeastStories ? [] : [.. weighed.All().Select(list => new EmergingList(list.Kind,
            [.. list.Items.Where(item => item.ShareB > item.ShareA && item.Counts.InB >= KeynessLists.LeastStories && weighed.OutletsOf(item) >= outlets)
                .OrderByDescending(item => item.Significant).ThenByDescending(item => item.Jlh).Take(request.Limit).Select(weighed.Describe)]))];
        return Found(articles, (windowFilter, window), (beforeFilter, before), lists);
    }

    private static TrendAnswer<EmergingNames>.Found Found(
        MatchingArticles articles, (ArticleFilter Filter, StorySet Stories) window, (ArticleFilter Filter, StorySet Stories) before, EmergingList[] lists)
    {
        var count = lists.Sum(list => list.Items.Count(item => item.Significant));
        return new(new(Side(articles, window.Filter, window.Stories), Side(articles, before.Filter, before.Stories),
            Say(before.Stories, window.Stories, lists.Length == 0 ? Finding.TooLittleData : count == 0 ? "none" : "emerging",
                count == 0 ? "هیچ نام و واژه‌ای به‌روشنی بیش از پیش نیامده است" : $"{JalaliNames.NumberFa(count)} نام و واژه به‌روشنی سر برآورده است",
                count == 0 ? "no name or term came up significantly" : $"{count} names and terms came up significantly"), lists));
    }

    private static Finding Say(StorySet a, StorySet b, string verdict, string fa, string en) => new()
    {
        Verdict = verdict, Method = Method, N = a.Count + b.Count,
        Fa = verdict != Finding.TooLittleData ? fa : $"داده کم است: {JalaliNames.NumberFa(a.Count)} و {JalaliNames.NumberFa(b.Count)} رویداد هست و هر بخش دست‌کم {JalaliNames.NumberFa(LeastStories)} می‌خواهد",
        En = verdict != Finding.TooLittleData ? en : $"too little data: {a.Count} and {b.Count} stories; each part needs {LeastStories}",
        BasisFa = $"شمار رویدادهای خبری (رونوشت‌ها یکی): {JalaliNames.NumberFa(a.Count)} در برابر {JalaliNames.NumberFa(b.Count)}",
        BasisEn = $"stories, copies as one: {JalaliNames.NumberEn(a.Count)} against {JalaliNames.NumberEn(b.Count)}",
    };

    private static ComparedSide Side(MatchingArticles articles, ArticleFilter filter, StorySet stories)
    {
        int[] days = [.. stories.Articles.Select(articles.DayOf).Where(day => day != Search.Entry.NoDay)];
        DateOnly? from = days.Length == 0 ? null : DateOnly.FromDayNumber(days.Min());
        DateOnly? to = days.Length == 0 ? null : DateOnly.FromDayNumber(days.Max());
        var (fa, en) = Label(filter);
        return new(fa, en, stories.Count, stories.Articles.Length, from, to, from is { } first ? JalaliDate.From(first).ToString() : null, to is { } last ? JalaliDate.From(last).ToString() : null);
    }

    /// <summary>A filter in words.</summary>
    private static (string Fa, string En) Label(ArticleFilter filter)
    {
        var words = new[] { filter.Query is { } query ? $"«{query}»" : null, filter.Outlet, filter.Province, filter.Place, filter.Topic, filter.Official, filter.Speaker, filter.Kind }.OfType<string>().ToArray();
        var (daysFa, daysEn) = (filter.From, filter.To) switch
        {
            ({ } from, { } to) => ($"{JalaliNames.DayFa(from)} تا {JalaliNames.DayFa(to)}", $"{JalaliNames.DayEn(from)} to {JalaliNames.DayEn(to)}"),
            ({ } from, null) => ($"از {JalaliNames.DayFa(from)}", $"from {JalaliNames.DayEn(from)}"),
            (null, { } to) => ($"تا {JalaliNames.DayFa(to)}", $"up to {JalaliNames.DayEn(to)}"),
            _ => (null, null),
        };
        if (words.Length == 0 && daysFa is null) return ("همهٔ خبرها", "all articles");
        return (string.Join(" · ", words.Append(daysFa).OfType<string>()), string.Join(" · ", words.Append(daysEn).OfType<string>()));
    }
}
