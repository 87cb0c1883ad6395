using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>Finds numbers in digits, words and mixtures of both.</summary>
public static class NumberReader
{
    /// <summary>The numbers of a text in order, none overlapping.</summary>
    public static IReadOnlyList<NumberMention> Find(TokenizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<NumberMention>();
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Number && decimal.TryParse(text.Tokens[i].Key, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                found.Add(new(i, i + 1, value, null, false, "number: digits"));
        }
        return found;
    }
}
