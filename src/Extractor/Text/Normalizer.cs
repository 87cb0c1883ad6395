namespace NewsMiner.Extractor.Text;

/// <summary>Brings Persian text into the house's spelling, keeping the way back to the original.</summary>
public static class Normalizer
{
    /// <summary>Normalises a text of any length; never fails, and changes nothing that is already right.</summary>
    public static NormalizedText Normalize(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var (normalized, habit) = Once(original);
        // Repair removes the signs of a habit; what the text may then be taken for must ask for nothing further.
        while (HalfSpaceHabit.Of(normalized.Text).AllowsMoreThan(habit))
        {
            var before = normalized;
            (var next, habit) = Once(before.Text);
            normalized = before.Then(next);
            if (normalized.Text == before.Text) break;
        }
        return normalized;
    }

    /// <summary>The text normalised as its habit asks: the one that shows, or else the one that sure repairs of its words tell.</summary>
    private static (NormalizedText Text, HalfSpaceHabit Habit) Once(string original)
    {
        var habit = HalfSpaceHabit.Of(original);
        var normalized = Pass(original, habit, out var shown);
        return shown.Unknown || !habit.Unknown ? (normalized, habit) : (Pass(original, shown, out _), shown);
    }

    private static NormalizedText Pass(string original, HalfSpaceHabit habit, out HalfSpaceHabit shown)
    {
        using var text = new MappedText(original.Length + original.Length / 8);
        using var pairs = new MarkPairs(original);
        shown = new NormalizerPass(original, text, pairs, habit).Run();
        return text.ToNormalized(original);
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
