using NewsMiner.Extractor;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>A word or a pair of words side by side, as the search engine finds it.</summary>
/// <param name="Node">How it is searched.</param>
/// <param name="Stories">How many of the stories read hold it.</param>
/// <param name="Name">As most often written.</param>
/// <param name="Stems">The stems of its words.</param>
internal sealed record StoryTerm(QueryNode Node, int Stories, string Name, IReadOnlyList<string> Stems);

/// <summary>
/// The words and word pairs of stories, by reading their texts. Stop words and numbers are no terms, and no pair reaches over a mark or the end
/// of a paragraph.
/// </summary>
internal sealed class StoryTerms
{
    private readonly Dictionary<string, Seen> terms = new(StringComparer.Ordinal);

    /// <summary>The terms that at least so many of the stories read hold.</summary>
    public IEnumerable<(string Key, StoryTerm Term)> AtLeast(int stories) =>
        terms.Where(term => term.Value.Stories >= stories).Select(term => (term.Key, term.Value.ToTerm()));

    /// <summary>Reads the text of one article of a story.</summary>
    public void Read(MatchingArticles articles, int article)
    {
        if (articles.Connection.Scalar<byte[]>("SELECT body FROM article WHERE number = $number", ("$number", article)) is not { } body) return;
        var text = ArticleBlob.Unpack(body).Text;
        var inStory = new HashSet<string>(StringComparer.Ordinal);
        Term? before = null;
        foreach (var term in PersianAnalyzer.Analyze(text))
        {
            if (!CarriesMeaning(term))
            {
                before = null;
                continue;
            }
            Note(term.Stem, term.Span.In(text), inStory, () => [term]);
            if (before is { } first && IsSideBySide(text, first.Span, term.Span))
            {
                var span = new TextSpan(first.Span.Start, term.Span.End);
                Note($"{first.Form} {term.Form}", span.In(text), inStory, () => [first, term]);
            }
            before = term;
        }
    }

    private void Note(string key, ReadOnlySpan<char> spelling, HashSet<string> inStory, Func<Term[]> words)
    {
        if (!terms.TryGetValue(key, out var seen)) terms[key] = seen = new(words());
        if (inStory.Add(key)) seen.Stories++;
        seen.Spell(spelling);
    }

    private static bool CarriesMeaning(Term term) => term.Stem.Length > 1 && !char.IsDigit(term.Form[0]) && !PersianAnalyzer.IsStop(term.Stem);

    private static bool IsSideBySide(string text, TextSpan first, TextSpan second) => text.AsSpan(first.End, second.Start - first.End) is " " or "\u200c" or "\u00a0";

    private sealed class Seen(Term[] words)
    {
        private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);

        public int Stories { get; set; }

        public void Spell(ReadOnlySpan<char> spelling)
        {
            var known = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
            known[spelling] = known.TryGetValue(spelling, out var times) ? times + 1 : 1;
        }

        public StoryTerm ToTerm() => new(
            words is [var single] ? new QueryNode.Word(single.Stem, default) : new QueryNode.Phrase(words), Stories,
            spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key, [.. words.Select(word => word.Stem)]);
    }
}
