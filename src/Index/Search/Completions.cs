using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using NewsMiner.Extractor.Text;
using NewsMiner.Index.Analysis;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Search;

/// <summary>Goes on with what is being typed, from the index's words, names, posts, places and outlets.</summary>
internal sealed class Completions
{
    private const int ShortestBeginning = 2;

    /// <summary>Names are looked for by this many last words at most.</summary>
    private const int LongestName = 4;

    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<string, string> spellings = new(StringComparer.Ordinal);

    /// <summary>Completions, names and words by turns of how many articles hold them.</summary>
    public IReadOnlyList<Completion> Of(SqliteConnection connection, Vocabulary vocabulary, string typed, int limit)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        var lastStart = typed.LastIndexOfAny([' ', '\t', '(']) + 1;
        if (Field(typed, lastStart) is { } field)
            return [.. Names(vocabulary, typed[..field.Start], typed[field.ValueStart..].Trim('"', '«'), field.Facets).Take(limit)];
        if (lastStart == typed.Length) return [];
        var mark = typed[lastStart] is '-' or '"' or '«' ? 1 : 0;
        var key = Fold.Key(typed.AsSpan(lastStart + mark));
        if (key.Length < ShortestBeginning) return [];
        var words = vocabulary.FormsFrom(key).Where(word => word.Form != key && !PersianAnalyzer.IsStop(word.Form)).Take(limit)
            .Select(word => (Label: Spelling(connection, word.Form), word.Count))
            .Select(word => new Completion(typed[..(lastStart + mark)] + word.Label, word.Label, "word", word.Count));
        var names = mark > 0 ? [] : Enumerable.Range(1, LongestName).Select(count => StartOfLast(typed, count)).Distinct().OrderBy(start => start)
            .SelectMany(start => Names(vocabulary, typed[..start], typed[start..], null)).DistinctBy(name => (name.Kind, name.Label)).Take(limit);
        return [.. words.Concat(names).OrderByDescending(completion => completion.Count).ThenBy(completion => completion.Text, StringComparer.Ordinal).Take(limit)];
    }

    private static IEnumerable<Completion> Names(Vocabulary vocabulary, string before, string beginning, string[]? facets)
    {
        var key = Fold.Key(beginning);
        if (key.Length < ShortestBeginning) return [];
        return vocabulary.NamesFrom(key).Where(name => facets is null || facets.Contains(name.Value.Facet)).Select(name =>
        {
            var kind = name.Value.Facet == "county" ? "place" : name.Value.Facet;
            return new Completion($"{before}{kind}:\"{name.Value.Name}\"", name.Value.Name, kind, name.Count);
        }).DistinctBy(name => name.Text);
    }

    /// <summary>The field whose value is being typed: it may hold spaces only behind a quotation mark.</summary>
    private static (int Start, int ValueStart, string[] Facets)? Field(string typed, int lastStart)
    {
        var quote = typed.AsSpan().Count('"') % 2 == 1 ? typed.LastIndexOf('"') : -1;
        var start = quote > 0 ? typed.LastIndexOfAny([' ', '\t', '('], quote) + 1 : lastStart;
        return QueryLexer.FieldName(typed, start) is { } field && QueryFields.Facets(field.Name) is { } facets ? (start, field.ValueStart, facets) : null;
    }

    private static int StartOfLast(string typed, int words)
    {
        var at = typed.Length;
        for (; words > 0 && at > 0; words--) at = typed.LastIndexOf(' ', at - 1);
        return at + 1;
    }

    /// <summary>A form as articles write it, with its half-spaces and letters.</summary>
    private string Spelling(SqliteConnection connection, string form)
    {
        if (spellings.TryGetValue(form, out var known)) return known;
        var expression = FtsText.Of(new QueryNode.Phrase([new(form, form, default)]));
        var written = connection.Rows("SELECT a.body FROM article a WHERE a.number IN (SELECT rowid FROM search WHERE search MATCH $form LIMIT 3)",
                row => ArticleBlob.Unpack((byte[])row.GetValue(0)).Text, ("$form", expression))
            .SelectMany(text => PersianAnalyzer.Analyze(text).Where(term => term.Form == form).Select(term => term.Span.In(text).ToString()));
        var spelling = written.GroupBy(word => word, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key ?? form;
        if (spellings.Count < MaxRemembered) spellings[form] = spelling;
        return spelling;
    }
}
