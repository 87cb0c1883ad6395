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

    /// <summary>The phrases by their first word: those that want it whole, and those that want a word which begins so.</summary>
    private static readonly (Phrase[] Whole, Phrase[] Begun)[] ByFirst;

    /// <summary>The first words with their place in <see cref="ByFirst"/>.</summary>
    private static readonly WordTrie FirstWords;

    static TopicCues()
    {
        var groups = Read().GroupBy(phrase => phrase.Words[0].Key, StringComparer.Ordinal).ToArray();
        ByFirst = [.. groups.Select(group => (group.Where(phrase => !phrase.Words[0].Prefix).ToArray(), group.Where(phrase => phrase.Words[0].Prefix).ToArray()))];
        FirstWords = new([.. groups.Select((group, at) => KeyValuePair.Create(group.Key, at))]);
    }

    /// <summary>The topics of the longest cue that begins at a token, and the token after it; null where none does.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="stems">The light stem of each token.</param>
    /// <param name="at">The token to begin at.</param>
    /// <param name="end">The token to stop before.</param>
    public static (TopicCue[] Topics, int End)? At(IReadOnlyList<Token> tokens, string[] stems, int at, int end)
    {
        var (key, stem) = (tokens[at].Key, stems[at]);
        var best = Longest(null, key, stem.Length, tokens, stems, at, end);
        // A stem that its word does not begin with («زن» of «زنان» does, «مدیر» of «مدیران» too, «فرد» of «افراد» not) is looked up by itself.
        if (!key.StartsWith(stem, StringComparison.Ordinal)) best = Longest(best, stem, stem.Length, tokens, stems, at, end);
        return best is null ? null : (best.Topics, at + best.Words.Length);
    }

    /// <summary>The longest phrase whose first word is <paramref name="word"/>, its first <paramref name="stem"/> letters, or is wanted as a beginning of it.</summary>
    private static Phrase? Longest(Phrase? best, string word, int stem, IReadOnlyList<Token> tokens, string[] stems, int at, int end)
    {
        var node = WordTrie.Root;
        for (var i = 0; i < word.Length; i++)
        {
            node = FirstWords.Step(node, word[i]);
            if (node == WordTrie.Root) break;
            if (FirstWords.ValueAt(node) is not (>= 0 and var first)) continue;
            if (i + 1 == word.Length || i + 1 == stem) best = Longest(best, ByFirst[first].Whole, tokens, stems, at, end);
            best = Longest(best, ByFirst[first].Begun, tokens, stems, at, end);
        }
        return best;
    }

    private static Phrase? Longest(Phrase? best, Phrase[] candidates, IReadOnlyList<Token> tokens, string[] stems, int at, int end)
    {
        foreach (var phrase in candidates)
        {
            if ((best is null || phrase.Size > best.Size) && at + phrase.Words.Length <= end && phrase.StandsAt(tokens, stems, at)) best = phrase;
        }
        return best;
    }

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
        public bool Meets(string key, string stem) =>
            Prefix ? key.StartsWith(Key, StringComparison.Ordinal) || stem == Key : key == Key || (IsStem && stem == Key);
    }

    private sealed record Phrase(CueWord[] Words, TopicCue[] Topics)
    {
        /// <summary>By words, then by letters; of two that are equal the one that begins with a whole word.</summary>
        public int Size { get; } = Words.Length * 1000 + Words.Sum(word => word.Key.Length) * 2 + (Words[0].Prefix ? 0 : 1);

        public bool StandsAt(IReadOnlyList<Token> tokens, string[] stems, int at)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                if (!Words[i].Meets(tokens[at + i].Key, stems[at + i])) return false;
            }
            return true;
        }
    }
}
