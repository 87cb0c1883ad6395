using System.Collections.Frozen;
using System.Globalization;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Evaluation.Gold;

/// <summary>
/// Where a number stands in a text, in digits or in words, read leniently and apart from the extractor: it answers whether a
/// person could have read the value there, not which numbers there are.
/// </summary>
internal sealed class NumbersInText
{
    private const int LongestRun = 9;
    private const decimal Half = 0.5m, Tenth = 0.1m, Largest = 1e15m;

    private static readonly FrozenDictionary<string, decimal> Words = ReadTable();
    private static readonly decimal[] ElidedScales = [1m, 1_000m, 1_000_000m, 1_000_000_000m, 1_000_000_000_000m];

    private readonly List<(decimal[] Readings, bool FollowsGap)> parts = [];
    private bool gap = true;

    public NumbersInText(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsDigit(text[at]))
            {
                while (at < text.Length && (char.IsDigit(text[at]) || IsInsideNumber(text, at))) at++;
                Add(Readings(text[start..at]));
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)) at++;
                ReadWord(Fold.Key(text.AsSpan(start, at - start)));
            }
            else
            {
                if (!char.IsWhiteSpace(text[at]) && text[at] is not '\u200c') gap = true;
                at++;
            }
        }
    }

    /// <summary>At how many places the number can be read, a scale elided (<c>از 5 به 10 میلیون</c>) or not.</summary>
    public int Count(decimal value)
    {
        var count = 0;
        for (var first = 0; first < parts.Count; first++)
        {
            if (StartsAt(first, Math.Abs(value))) count++;
        }
        return count;
    }

    private bool StartsAt(int first, decimal value)
    {
        for (var end = first + 1; end <= parts.Count && end - first <= LongestRun && (end == first + 1 || !parts[end - 1].FollowsGap); end++)
        {
            foreach (var reading in parts[first].Readings)
            {
                if (Enumerable.Any(ElidedScales, scale => Value(reading, first + 1, end) * scale == value)) return true;
            }
        }
        return false;
    }

    private decimal Value(decimal opening, int next, int end)
    {
        var (total, group, last, scale) = (0m, 0m, 0m, 1m);
        for (var i = next - 1; i < end; i++)
        {
            var part = i == next - 1 ? opening : parts[i].Readings[0];
            if (part == Tenth) group += last / 10 - last;
            else if (part == Half) (total, group) = group == 0 ? (total + scale / 2, 0) : (total, group + Half);
            else if (!IsScale(part) || parts[i].Readings.Length > 1) group += last = part;
            else if (total > 0 && total < part) (total, group, scale) = ((total + group) * part, 0, part);
            else (total, group, scale) = (total + (group == 0 ? 1 : group) * part, 0, part);
            if (total > Largest || group > Largest) return -1;
        }
        return total + group;
    }

    private static bool IsScale(decimal part) => part is 1_000m or 1_000_000m or 1_000_000_000m or 1_000_000_000_000m;

    private void Add(decimal[] readings)
    {
        parts.Add((readings, gap));
        gap = false;
    }

    /// <summary>Numerals from the word's start on, glued ones too: «بیستودو», «پنجم», «دوهزار».</summary>
    private void ReadWord(string word)
    {
        if (word == "و") return;
        var at = 0;
        while (at < word.Length)
        {
            var from = at > 0 && word[at] == 'و' ? at + 1 : at;
            var length = Math.Min(8, word.Length - from);
            while (length > 0 && !Words.ContainsKey(word.Substring(from, length))) length--;
            if (length == 0 && at == 0 && word[0] == 'و') { at = 1; continue; }
            if (length == 0) break;
            Add([Words[word.Substring(from, length)]]);
            at = from + length;
        }
        if (at < word.Length) gap = true;
    }

    /// <summary>Digits as thousands or as a decimal, as the mark between them allows.</summary>
    private static decimal[] Readings(string written)
    {
        var folded = string.Concat(written.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        var digits = folded.Where(char.IsAsciiDigit).ToArray();
        if (digits.Length > 15) return [-1];
        var whole = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var mark = folded.IndexOfAny(['.', ',', '/', '٫', '٬', '،']);
        if (mark < 0) return [whole];
        var tail = folded[(mark + 1)..];
        return tail.All(char.IsAsciiDigit) ? [decimal.Parse($"{folded[..mark]}.{tail}", CultureInfo.InvariantCulture), whole] : [whole];
    }

    private static bool IsInsideNumber(string text, int at) =>
        text[at] is '.' or ',' or '/' or '٫' or '٬' or '،' && at + 1 < text.Length && char.IsDigit(text[at + 1]);

    private static FrozenDictionary<string, decimal> ReadTable()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "Gold", "numbers.tsv");
        var rows = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (line, number) in File.ReadAllLines(path).Select((line, i) => (line, i + 1)).Where(row => row.line is not ['#', ..]))
        {
            var cells = line.Split('\t');
            if (cells.Length != 2 || !rows.TryAdd(Fold.Key(cells[0]), decimal.Parse(cells[1], CultureInfo.InvariantCulture)))
                throw new InvalidDataException($"{path}:{number}: expected a new word and its value");
        }
        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
