namespace NewsMiner.Extractor.Text;

/// <summary>Brings Persian text into the house's spelling, keeping the way back to the original.</summary>
public static class Normalizer
{
    /// <summary>Normalises a text of any length; never fails, and changes nothing that is already right.</summary>
    public static NormalizedText Normalize(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        using var text = new MappedText(original.Length + original.Length / 8);
        using var pairs = new MarkPairs(original);
        new NormalizerPass(original, text, pairs, HabitOf(original)).Run();
        return text.ToNormalized(original);
    }

    private static HalfSpaceHabit HabitOf(string text) => WritesHalfSpaces(text) ? HalfSpaceHabit.Written
        : text.Contains(" می ", StringComparison.Ordinal) || text.Contains(" نمی ", StringComparison.Ordinal) || text.Contains(" های ", StringComparison.Ordinal) || text.Contains(" ها ", StringComparison.Ordinal) || text.Contains("ه ای ", StringComparison.Ordinal) ? HalfSpaceHabit.Spaced
        : HalfSpaceHabit.Lost;

    /// <summary>True for a text whose half-spaces have not been lost: at least one in each four hundred characters.</summary>
    private static bool WritesHalfSpaces(string text)
    {
        var count = 0;
        for (var at = text.IndexOf('\u200c', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\u200c', at + 1))
        {
            var seen = at > 0 && at + 1 < text.Length && CharacterTable.KindOfCharacter(text[at - 1]) == CharacterKind.Letter && CharacterTable.KindOfCharacter(text[at + 1]) == CharacterKind.Letter;
            if (seen && ++count * 400L >= text.Length) return true;
        }
        return false;
    }

    /// <summary>The text with its letters alone brought into the house's spelling; words, spaces and marks as they are.</summary>
    public static string Letters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (CharacterTable.KindOfCharacter(c) == CharacterKind.Ignored) continue;
            var folded = CharacterTable.Fold(c);
            if (folded != '\0') written.Append(folded);
            else written.Append(CharacterTable.Expansion(c));
        }
        return written.ToString();
    }
}
