using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Topics;

/// <summary>A topic that a cue speaks for; <paramref name="Sure"/> where the cue seldom means another.</summary>
internal readonly record struct TopicCue(int Topic, bool Sure);

/// <summary>Finds the words and phrases of <c>topic-cues.tsv</c> in a text; where several begin at one word the longest counts.</summary>
internal static class TopicCues
{
    /// <summary>The topic of phrases whose words say nothing.</summary>
    private const string Nothing = "-";

    private const char HalfSpace = '\u200c';

    /// <summary>The phrases by the letters of their first word.</summary>
    private static readonly ILookup<string, Phrase> ByFirst = Read().ToLookup(phrase => phrase.Words[0].Key, StringComparer.Ordinal);

    /// <summary>The phrases whose first word a word meets, the longest first; of one length as they stand in the table.</summary>
    private static readonly LexemeMemo<Phrase[]> Begun = new(word =>
        [.. Beginnings(word.Key).Append(word.Stem).Distinct(StringComparer.Ordinal).SelectMany(letters => ByFirst[letters])
            .Where(phrase => phrase.Words[0].Meets(word)).OrderByDescending(phrase => phrase.Size)]);

    /// <summary>The topics of the longest cue that begins at a token, and the token after it; null where none does.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="at">The token to begin at.</param>
    /// <param name="end">The token to stop before.</param>
    public static (TopicCue[] Topics, int End)? At(TokenList tokens, int at, int end)
    {
        foreach (var phrase in Begun.Of(tokens[at].Lexeme))
        {
            if (at + phrase.Words.Length <= end && phrase.GoesOnBehind(tokens, at)) return (phrase.Topics, at + phrase.Words.Length);
        }
        return null;
    }

    private static IEnumerable<string> Beginnings(string word) => Enumerable.Range(1, word.Length).Select(length => word[..length]);

    private static IEnumerable<Phrase> Read()
    {
        var topics = new Dictionary<string, List<TopicCue>>(StringComparer.Ordinal);
        var listed = new HashSet<(string, string)>();
        foreach (var row in LanguageTable.Read("Topics/topic-cues.tsv"))
        {
            if (!listed.Add((string.Join(' ', row[0].Split(' ').Select(word => Fold.Key(word))), row[1]))) throw row.Bad($"'{row[0]}' is listed twice for {row[1]}");
            if (!topics.TryGetValue(row[0], out var cues)) topics[row[0]] = cues = [];
            if (row[1] == Nothing && row[2] == "mask" && cues.Count == 0) continue;
            if (ArticleTopics.Ids.IndexOf(row[1]) is not (>= 0 and var topic)) throw row.Bad($"'{row[1]}' is no topic of topics.tsv");
            if (row[2] is not ("sure" or "hint")) throw row.Bad($"'{row[2]}' is neither sure nor hint");
            cues.Add(new(topic, row[2] == "sure"));
        }
        return topics.SelectMany(entry => Spellings(entry.Key).Select(spelling => new Phrase([.. Words(spelling)], [.. entry.Value])));
    }

    /// <summary>The phrase as written, with its half-spaces as spaces, and glued: news writes «زن سرپرست», «زن‌سرپرست» and «زنسرپرست».</summary>
    private static IEnumerable<string> Spellings(string phrase) =>
        new[] { phrase, phrase.Replace(HalfSpace, ' '), phrase.Replace(' ', HalfSpace) }.Distinct();

    private static IEnumerable<CueWord> Words(string phrase)
    {
        foreach (var word in phrase.Split(' '))
        {
            var prefix = word.EndsWith('*');
            var key = Fold.Key(prefix ? word[..^1] : word);
            yield return new(key, prefix, LightStem.Of(key) == key);
        }
    }

    /// <summary>A word of a cue. Written as its own stem it meets all its inflections, written inflected («زنان», «خیران») only that form.</summary>
    private sealed record CueWord(string Key, bool Prefix, bool IsStem)
    {
        public bool Meets(Lexeme word) =>
            Prefix ? word.Key.StartsWith(Key, StringComparison.Ordinal) || word.Stem == Key : word.Key == Key || (IsStem && word.Stem == Key);
    }

    private sealed record Phrase(CueWord[] Words, TopicCue[] Topics)
    {
        /// <summary>By words, then by letters; of two that are equal the one that begins with a whole word.</summary>
        public int Size { get; } = Words.Length * 1000 + Words.Sum(word => word.Key.Length) * 2 + (Words[0].Prefix ? 0 : 1);

        /// <summary>True where its words but the first stand behind a token.</summary>
        public bool GoesOnBehind(TokenList tokens, int at)
        {
            for (var i = 1; i < Words.Length; i++)
            {
                if (!Words[i].Meets(tokens[at + i].Lexeme)) return false;
            }
            return true;
        }
    }
}
