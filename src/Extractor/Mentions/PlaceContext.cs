using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>A place as a text names it; tokens [First, End). Level is the word before it («استان»), or null.</summary>
internal readonly record struct PlaceMention(int First, int End, string Name, string Kind, string Province, bool IsLevelled);

/// <summary>The places an article names, and which of them «این شهرستان», «استان» and posts without a place mean.</summary>
internal sealed class PlaceContext
{
    /// <summary>Names of places that are other words more often: taken for places only behind «شهرستان» and its kin, or right behind a body.</summary>
    private static readonly FrozenSet<string> OtherWords = new[] { "مرکزی", "فارس", "بهار", "مهر", "آباد", "شهر", "جم", "بم", "نور", "دیر", "ری", "خور", "شاهین", "البرز", "گلستان", "سرخه", "باغ", "زرین", "اسلام", "سده", "طالب", "مبارکه", "پارس", "جهاد", "دولت", "آزادی", "رودان", "قدس", "بهارستان", "پردیس", "اندیشه", "شهریار", "پیشوا", "مهران", "رضی", "سامان", "صفی", "هادی", "راین", "خلیل", "حاجی", "کوثر", "نیر", "انار", "بافت", "خمیر", "سلسله", "سرباز", "صحنه", "گرمی", "میانه", "رستم", "ایوان", "تربت", "سیستان" }
        .Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Levels = new[] { "استان", "شهرستان", "شهر", "شهرک", "بخش" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<PlaceMention> mentions = [];

    public PlaceContext(TokenizedText text, string? province)
    {
        var tokens = text.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (MentionLexicons.Places.At(tokens, at, tokens.Count) is not { Value: { } place, Tokens: var length }) continue;
            var level = at > 0 && Levels.Contains(tokens[at - 1].Key) ? tokens[at - 1].Key : null;
            if (level is null && (IsOtherWord(place) && !IsDateline(tokens, at, length) || IsSurname(tokens, at) || IsEponym(tokens, at))) continue;
            mentions.Add(new(at, at + length, NameAsWritten(text, at, length, place), level switch { "استان" => "province", "شهرستان" => "county", null => place.Kind, _ => "city" }, place.Province, level is not null));
            at += length - 1;
        }
        Province = province ?? mentions.GroupBy(mention => mention.Province)
            .OrderByDescending(group => group.Sum(mention => mention.Kind == "province" ? 3 : mention.IsLevelled ? 2 : 1)).FirstOrDefault()?.Key;
    }

    /// <summary>«به گزارش خبرنگار ما از بم، …».</summary>
    private static bool IsDateline(TokenList tokens, int at, int length)
    {
        if (at == 0 || tokens[at - 1].Key != "از" || at + length >= tokens.Count || tokens[at + length].Form is not ("،" or ":")) return false;
        for (var back = at - 2; back >= Math.Max(0, at - 10) && tokens[back].Kind == TokenKind.Word; back--)
        {
            if (tokens[back].Key is "گزارش" or "خبرنگار" or "خبرگزاری") return true;
        }
        return false;
    }

    /// <summary>«یارمحمد باوی»: the name of a place behind a given name is a person's.</summary>
    private static bool IsSurname(TokenList tokens, int at) =>
        at > 0 && tokens[at - 1].Kind == TokenKind.Word && WordTraits.Of(tokens[at - 1]).Given == GivenKind.Sure && !(at > 1 && tokens[at - 2].Key is "امام" or "بیمارستان" or "مسجد");

    /// <summary>«خیابان شهید چمران», «بلوار ملایر»: the name of a street or of one whom it is named after.</summary>
    private static bool IsEponym(TokenList tokens, int at) =>
        at > 0 && tokens[at - 1].Key is "شهید" or "شهیده" or "شهیدان" or "علامه" or "سردار" or "مرحوم" or "خیابان" or "بلوار" or "بولوار" or "میدان" or "کوچه" or "چهارراه" or "بزرگراه" or "اتوبان";

    /// <summary>The province the article is about, or null.</summary>
    public string? Province { get; }

    /// <summary>True where a name is a place only behind the word for its level.</summary>
    public static bool IsOtherWord(Place place) =>
        Fold.Key(place.Name) is var key && (OtherWords.Contains(key) || (place.Kind == "city" && MentionLexicons.CommonWords.Contains(key)) || key.Length < 3);

    /// <summary>The name of the table, unless the text writes a hamza the table lacks.</summary>
    public static string NameAsWritten(TokenizedText text, int first, int length, Place place) =>
        text.OriginalText(first, first + length) is var written && written.AsSpan().IndexOfAny('ء', 'ئ') >= 0 ? written : place.Name;

    /// <summary>True where a place lies in the province the article is about.</summary>
    public bool IsInProvince(Place place) => Province is not null && place.Province == Province;

    /// <summary>The county or city that «این شهرستان» at a token means: the last named so before it, or the first behind it.</summary>
    public string? Town(int token, bool isCity)
    {
        PlaceMention? last = null, first = null;
        var counties = !isCity && mentions.Exists(mention => mention.Kind == "county");
        foreach (var mention in mentions)
        {
            if (counties && mention.Kind == "city") continue;
            // The name of a province is its capital's, unless it is called a county or city here.
            if (mention.Kind == "province" && !(isCity && mention.Province == mention.Name)) continue;
            // «ضیاءآباد تاکستان»: the second only says where the first lies.
            if (last is { } before && before.End == mention.First) continue;
            if (mention.First < token) last = last is { IsLevelled: true } && !mention.IsLevelled && token - last.Value.First < 120 ? last : mention;
            else first ??= mention;
        }
        return (last ?? first)?.Name;
    }

    /// <summary>The county or city that most of the article's places below the province are, where it leads clearly; or null.</summary>
    public string? MainTown()
    {
        var towns = mentions.Where(mention => mention.Kind != "province").GroupBy(mention => mention.Name).Select(group => (group.Key, Count: group.Count())).OrderByDescending(town => town.Count).Take(2).ToArray();
        return towns.Length > 0 && towns[0].Count >= 2 && (towns.Length == 1 || towns[0].Count >= 2 * towns[1].Count) ? towns[0].Key : null;
    }
}
