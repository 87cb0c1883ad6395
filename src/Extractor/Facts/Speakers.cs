using System.Collections.Frozen;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Gives the speaker of a stretch of text, and what is known of the speaker.</summary>
internal static class Speakers
{
    private static readonly FrozenSet<string> Bodies = new[]
    {
        "بهزیستی", "شهرداری", "استانداری", "فرمانداری", "بخشداری", "دانشگاه", "سازمان", "اداره", "اداره‌کل", "بنیاد", "کمیته", "جمعیت", "هلال", "وزارت", "مؤسسه", "موسسه", "بانک",
        "شورا", "شورای", "خیران", "خیرین", "نیکوکاران", "انجمن", "اتاق", "صندوق", "بیمارستان", "کارفرمایان", "دولت", "مجلس", "قرارگاه", "ستاد", "دادگستری", "دادستانی", "پلیس", "شرکت", "کارگروه", "بسیج",
    }.Select(word => Fold.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for nouns that head the name of a body that can act.</summary>
    public static bool IsBody(string key) => Bodies.Contains(key);

    /// <summary>Who says what stands at <paramref name="span"/>, or null.</summary>
    public static string? At(OfficialsAndStatements reported, TextSpan span)
    {
        foreach (var statement in reported.Statements)
        {
            if (statement.Span.Start <= span.Start && span.Start < statement.Span.End) return statement.Speaker;
        }
        return null;
    }

    /// <summary>The body and place of an official known by this name, or null.</summary>
    public static string? PostOf(OfficialsAndStatements reported, string? name)
    {
        if (Find(reported, name) is not { Organisation: { } body } official) return null;
        return official.Place is { } place ? $"{body} {place}" : body;
    }

    /// <summary>The place of the post of an official, or null.</summary>
    public static string? PlaceOf(OfficialsAndStatements reported, string? name) => Find(reported, name)?.Place;

    private static Official? Find(OfficialsAndStatements reported, string? name) =>
        name is null ? null : reported.Officials.FirstOrDefault(official => official.Name == name);
}
