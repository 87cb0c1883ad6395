using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Where the bodies of an article are: a post that names no place covers the place its body is named with elsewhere, or the article's province.</summary>
internal sealed class BodyPlaces
{
    private static readonly HashSet<string> Provincial = ["مدیرکل", "معاون", "سرپرست", "رئیس", "مدیرعامل", "فرمانده", "دبیر", "مدیر", "کارشناس", "کارشناس مسئول", "مسئول", "قائم مقام", "سخنگو"];

    private readonly Dictionary<string, (string Place, string? Kind)> byBody = new(StringComparer.Ordinal);
    private readonly string? province;

    public BodyPlaces(IEnumerable<PostMention> posts, string? province)
    {
        var all = posts.ToArray();
        foreach (var post in all.Where(post => post is { Organisation: not null, Place: not null })) byBody.TryAdd(Fold.Key(post.Organisation), (post.Place!, post.PlaceKind));
        // A province that the posts agree on is the article's.
        this.province = province ?? all.Where(post => post.Place is not null)
            .Select(post => MentionLexicons.Places.TryGet(Fold.Key(post.Place), out var place) ? place!.Province : null)
            .OfType<string>().GroupBy(name => name).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
    }

    /// <summary>The post with its place.</summary>
    public PostMention Complete(PostMention post)
    {
        if (post.Place is not null || post.PlaceKind == "country" || post.Organisation is null) return post;
        if (byBody.TryGetValue(Fold.Key(post.Organisation), out var known)) return post with { Place = known.Place, PlaceKind = known.Kind };
        return province is not null && Provincial.Contains(post.Role) ? post with { Place = province, PlaceKind = "province" } : post;
    }
}
