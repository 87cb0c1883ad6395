using NewsMiner.Extractor;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Trends;

/// <summary>A word or a pair of words side by side, as the search engine finds it.</summary>
internal sealed class StoryTerm(Term[] words)
{
    private readonly Dictionary<string, int> spellings = new(1, StringComparer.Ordinal);

    /// <summary>How many of the stories read hold it.</summary>
    public int Stories { get; private set; }

    /// <summary>The stems of its words.</summary>
    public IReadOnlyList<string> Stems { get; } = [.. words.Select(word => word.Stem)];

    /// <summary>How it is searched.</summary>
    public QueryNode Node => words is [var single] ? new QueryNode.Word(single.Stem, default) : new QueryNode.Phrase(words);

    /// <summary>As most often written, in Persian letters.</summary>
    public string Name => Normalizer.Normalize(spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key).Text;

    /// <summary>Notes an occurrence.</summary>
    public void Add(ReadOnlySpan<char> spelling, bool inNewStory)
    {
        if (inNewStory) Stories++;
        var known = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        known[spelling] = known.TryGetValue(spelling, out var times) ? times + 1 : 1;
    }
}

/// <summary>
/// The words and word pairs of stories, by reading their texts. Stop words and numbers are no terms, and no pair reaches over a mark or the end
/// of a paragraph.
/// </summary>
internal sealed class StoryTerms
{
    private readonly Dictionary<string, StoryTerm> terms = new(StringComparer.Ordinal);

    /// <summary>All terms read, each under its stem or its two forms.</summary>
    public IReadOnlyDictionary<string, StoryTerm> All => terms;

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
            Note(term.Stem, term.Span.In(text), inStory, term);
            if (before is { } first && IsSideBySide(text, first.Span, term.Span))
            {
                var span = new TextSpan(first.Span.Start, term.Span.End);
                Note($"{first.Form} {term.Form}", span.In(text), inStory, first, term);
            }
            before = term;
        }
    }

    private void Note(string key, ReadOnlySpan<char> spelling, HashSet<string> inStory, params ReadOnlySpan<Term> words)
    {
        if (!terms.TryGetValue(key, out var term)) terms[key] = term = new(words.ToArray());
        term.Add(spelling, inStory.Add(key));
    }

    private static bool CarriesMeaning(Term term) => term.Stem.Length > 1 && !char.IsDigit(term.Form[0]) && !PersianAnalyzer.IsStop(term.Stem);

    private static bool IsSideBySide(string text, TextSpan first, TextSpan second) => text.AsSpan(first.End, second.Start - first.End) is " " or "\u200c" or "\u00a0";
}
