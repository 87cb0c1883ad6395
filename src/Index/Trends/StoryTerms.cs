using NewsMiner.Extractor;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>A word or a pair of words side by side, as the search engine finds it.</summary>
internal sealed class StoryTerm(params Term[] words)
{
    private Dictionary<string, int>? spellings;
    private int lastStory = -1;

    /// <summary>How many of the stories read of the first side hold it.</summary>
    public int InA { get; private set; }

    /// <summary>How many of the second.</summary>
    public int InB { get; private set; }

    /// <summary>The stems of its words.</summary>
    public IReadOnlyList<string> Stems => [.. words.Select(word => word.Stem)];

    /// <summary>How it is searched.</summary>
    public QueryNode Node => words is [var single] ? new QueryNode.Word(single.Stem, default) : new QueryNode.Phrase(words);

    /// <summary>As most often written on the second side, or on the first where only that has it; in Persian letters.</summary>
    public string Name => Normalizer.Normalize(spellings!.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key).Text;

    /// <summary>Notes that a story holds it; any number of times in a row.</summary>
    public void Count(int story, bool isOfB)
    {
        if (lastStory == story) return;
        lastStory = story;
        if (isOfB) InB++;
        else InA++;
    }

    /// <summary>Begins to note how it is written.</summary>
    public void BeginSpelling() => spellings = new(StringComparer.Ordinal);

    /// <summary>Notes how it is written in a story, where that was begun.</summary>
    public void Spell(ReadOnlySpan<char> spelling, bool isOfB)
    {
        if (spellings is null || isOfB != InB > 0) return;
        var known = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        known[spelling] = known.TryGetValue(spelling, out var times) ? times + 1 : 1;
    }
}

/// <summary>
/// The words and word pairs of stories of two sides, by reading their texts. Stop words and numbers are no terms, and no pair reaches over a mark or
/// the end of a paragraph.
/// </summary>
/// <remarks>Most terms stand in one story only: of each nothing is kept but its counts, and texts are gone through again for the spellings of a few.</remarks>
internal sealed class StoryTerms
{
    /// <summary>A word in one form; words of different forms may share a stem.</summary>
    private sealed record StoryWord(int Number, Term Term, StoryTerm? ByStem);

    /// <summary>A word where it stands, and the pair it makes with the one before.</summary>
    private readonly record struct Place(StoryTerm Word, StoryTerm? Pair, int Start, int End);

    private readonly record struct ReadStory(string Text, List<Place> Places, bool IsOfB);

    private readonly Dictionary<string, StoryWord> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryTerm> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<long, StoryTerm> pairs = [];
    private readonly List<ReadStory> stories = [];
    private readonly List<StoryTerm> terms = [];

    /// <summary>All terms read, in the order in which they were first met.</summary>
    public IReadOnlyList<StoryTerm> All => terms;

    /// <summary>Reads the text of one article of a story.</summary>
    public void Read(MatchingArticles articles, int article, bool isOfB)
    {
        if (articles.Connection.Scalar<byte[]>("SELECT body FROM article WHERE number = $number", ("$number", article)) is not { } body) return;
        var text = ArticleBlob.Unpack(body).Text;
        var found = PersianAnalyzer.Analyze(text);
        var story = new ReadStory(text, new(found.Count), isOfB);
        StoryWord? before = null;
        var end = 0;
        foreach (var term in found)
        {
            var word = WordOf(term);
            if (word.ByStem is { } stem)
            {
                var pair = before?.ByStem is not null && IsSideBySide(text, end, term.Span.Start) ? PairOf(before, word) : null;
                stem.Count(stories.Count, isOfB);
                pair?.Count(stories.Count, isOfB);
                story.Places.Add(new(stem, pair, term.Span.Start, term.Span.End));
            }
            (before, end) = (word, term.Span.End);
        }
        stories.Add(story);
    }

    /// <summary>Learns how some terms are written, all at once.</summary>
    public void Spell(IEnumerable<StoryTerm> some)
    {
        foreach (var term in some) term.BeginSpelling();
        foreach (var (text, places, isOfB) in stories)
        {
            for (var i = 0; i < places.Count; i++)
            {
                var (word, pair, start, end) = places[i];
                word.Spell(text.AsSpan(start, end - start), isOfB);
                pair?.Spell(text.AsSpan(places[i - 1].Start, end - places[i - 1].Start), isOfB);
            }
        }
    }

    private StoryWord WordOf(Term term)
    {
        if (words.TryGetValue(term.Form, out var known)) return known;
        StoryTerm? stem = null;
        if (CarriesMeaning(term) && !byStem.TryGetValue(term.Stem, out stem))
        {
            byStem[term.Stem] = stem = new(term);
            terms.Add(stem);
        }
        return words[term.Form] = new(words.Count, term, stem);
    }

    private StoryTerm PairOf(StoryWord first, StoryWord second)
    {
        var key = ((long)first.Number << 32) | (uint)second.Number;
        if (pairs.TryGetValue(key, out var known)) return known;
        var pair = pairs[key] = new(first.Term, second.Term);
        terms.Add(pair);
        return pair;
    }

    private static bool CarriesMeaning(Term term) => term.Stem.Length > 1 && !char.IsDigit(term.Form[0]) && !PersianAnalyzer.IsStop(term.Stem);

    private static bool IsSideBySide(string text, int end, int start) => text.AsSpan(end, start - end) is " " or "\u200c" or "\u00a0";
}
