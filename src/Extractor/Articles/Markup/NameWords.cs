using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>What an element is for, as its class and id name it.</summary>
[Flags]
internal enum Purpose
{
    /// <summary>The names tell nothing.</summary>
    Unknown = 0,

    /// <summary>The story or its holder.</summary>
    Story = 1,

    /// <summary>Something beside the story: comments, related links, sharing, advertising.</summary>
    Clutter = 2,

    /// <summary>Clutter, even where it holds much prose: comments, for one, can be longer than the story.</summary>
    Never = 4,

    /// <summary>Clutter only in the company of few words: bylines, dates, captions.</summary>
    Detail = 8,
}

/// <summary>Reads class and id names as words (<c>related-posts</c>, <c>relatedPosts</c>, <c>related_posts</c>) and looks them up in <c>names.tsv</c>.</summary>
internal static class NameWords
{
    /// <summary>A longer list of names is machine-made; its end is not read. UTF-16 units.</summary>
    private const int MaxNames = 400;

    private static readonly FrozenDictionary<string, (string[] More, Purpose Purpose)[]> Rows = LanguageTable.Read("Articles/Markup/names.tsv")
        .Select(row => (Words: row[0].Split(' '), Purpose: row.Name<Purpose>(1)))
        .GroupBy(row => row.Words[0])
        .ToFrozenDictionary(rows => rows.Key, rows => rows.Select(row => (row.Words[1..], row.Purpose)).ToArray());

    private static readonly FrozenDictionary<string, (string[] More, Purpose Purpose)[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Rows.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The purposes of all names together.</summary>
    public static Purpose PurposeOf(string classes, string id)
    {
        var purpose = Purpose.Unknown;
        foreach (var names in (ReadOnlySpan<string>)[classes, id])
        {
            var rest = names.AsSpan(0, Math.Min(names.Length, MaxNames));
            while (!rest.IsEmpty)
            {
                var space = rest.IndexOfAny(" \t\r\n\f");
                purpose |= OfName(space < 0 ? rest : rest[..space]);
                rest = space < 0 ? [] : rest[(space + 1)..];
            }
        }
        return purpose;
    }

    private static Purpose OfName(ReadOnlySpan<char> name)
    {
        Span<Range> words = stackalloc Range[16];
        Span<char> lower = stackalloc char[Math.Min(name.Length, 100)];
        name = name[..lower.Length];
        name.ToLowerInvariant(lower);
        var count = Split(name, words);
        var purpose = Purpose.Unknown;
        for (var i = 0; i < count; i++)
        {
            if (!Lookup.TryGetValue(lower[words[i]], out var rows)) continue;
            foreach (var (more, found) in rows)
            {
                if (i + more.Length >= count) continue;
                var fits = true;
                for (var j = 0; fits && j < more.Length; j++) fits = lower[words[i + 1 + j]].SequenceEqual(more[j]);
                if (fits) purpose |= found;
            }
        }
        return purpose;
    }

    /// <summary>Words end at anything but letters and digits, and where a capital follows a small letter.</summary>
    private static int Split(ReadOnlySpan<char> name, Span<Range> words)
    {
        var (count, start) = (0, 0);
        for (var i = 0; i <= name.Length && count < words.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (ends || (i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1])))
            {
                if (i > start) words[count++] = start..i;
                start = ends ? i + 1 : i;
            }
        }
        return count;
    }
}
