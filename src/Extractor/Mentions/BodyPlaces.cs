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

    /// <summary>Institutions of one town: «بیمارستان مهر», «مؤسسه خیریه هور».</summary>
    private static readonly FrozenSet<string> Institutions = new[] { "بیمارستان", "درمانگاه", "خیریه", "مؤسسه خیریه", "موسسه خیریه", "خانه سالمندان", "آسایشگاه", "مدرسه", "دبستان", "دبیرستان", "هنرستان", "مرکز توانبخشی", "مرکز نگهداری", "مرکز جامع سلامت", "خانه سلامت", "خانه بهداشت", "سرای", "مسجد", "شیرخوارگاه", "کارگاه", "مجتمع", "مرکز شبانه‌روزی", "مرکز مثبت زندگی", "مهدکودک", "کلینیک", "شورای شهر", "شورای اسلامی شهر", "انجمن خیریه" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static bool IsInstitution(string? organisation)
    {
        if (organisation is null) return false;
        var key = Fold.Key(organisation);
        foreach (var institution in Institutions)
        {
            if (key.StartsWith(institution, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>The post with its place.</summary>
    public PostMention Complete(PostMention post)
    {
        if (post.Place is not null || post.PlaceKind == "country" || Unplaced.Contains(post.Role)) return post;
        if (post.Organisation is not null && byBody.TryGetValue(Fold.Key(post.Organisation), out var known)) return post with { Place = known.Place, PlaceKind = known.Kind };
        if (OfTowns.Contains(post.Role)) return context.Town(post.First, isCity: true) is { } town ? post with { Place = town, PlaceKind = "city" } : post;
        if (post is { IsOffice: true, Role: "رئیس" or "سرپرست" or "مدیر" } && context.Town(post.First, isCity: false) is { } county) return post with { Place = county, PlaceKind = "county" };
        if (IsInstitution(post.Organisation) && context.Town(post.First, isCity: true) is { } seat) return post with { Place = seat, PlaceKind = "city" };
        if (Local.Contains(post.Role) && post.Organisation is not null && context.MainTown() is { } main) return post with { Place = main, PlaceKind = "county" };
        return context.Province is { } province && post.Organisation is not null ? post with { Place = province, PlaceKind = "province" } : post;
    }
}
