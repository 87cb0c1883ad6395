using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>Where the bodies of an article are: a post that names no place covers the place its body is named with elsewhere, or the article's own.</summary>
internal sealed class BodyPlaces
{
    private static readonly FrozenSet<string> OfTowns = new[] { "فرماندار", "شهردار", "بخشدار", "دهیار", "امام جمعه", "دادستان", "نماینده" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unplaced = new[] { "وزیر", "رئیس‌جمهور", "نخست‌وزیر", "نماینده ولی‌فقیه", "دبیرکل", "سردبیر", "سفیر" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Heads of the local offices of bodies: in an article about a town they are that town's.</summary>
    private static readonly FrozenSet<string> Local = new[] { "رئیس", "مدیر", "سرپرست", "مسئول", "دبیر", "فرمانده", "عضو", "بازرس", "کارشناس", "نایب‌رئیس", "مدیر داخلی", "امام جماعت", "متولی", "بنیان‌گذار", "مؤسس" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Place, string? Kind)> byBody = new(StringComparer.Ordinal);
    private readonly PlaceContext context;

    public BodyPlaces(IEnumerable<PostMention> posts, PlaceContext context)
    {
        this.context = context;
        foreach (var post in posts.Where(post => post is { Organisation: not null, Place: not null })) byBody.TryAdd(Fold.Key(post.Organisation), (post.Place!, post.PlaceKind));
    }

    /// <summary>The post with its place.</summary>
    public PostMention Complete(PostMention post)
    {
        if (post.Place is not null || post.PlaceKind == "country" || Unplaced.Contains(post.Role)) return post;
        if (post.Organisation is not null && byBody.TryGetValue(Fold.Key(post.Organisation), out var known)) return post with { Place = known.Place, PlaceKind = known.Kind };
        if (OfTowns.Contains(post.Role)) return context.Town(post.First, isCity: true) is { } town ? post with { Place = town, PlaceKind = "city" } : post;
        if (Local.Contains(post.Role) && post.Organisation is not null && context.MainTown() is { } main) return post with { Place = main, PlaceKind = "county" };
        return context.Province is { } province && post.Organisation is not null ? post with { Place = province, PlaceKind = "province" } : post;
    }
}
