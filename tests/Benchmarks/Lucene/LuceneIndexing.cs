using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsMiner.Extractor;
using NewsMiner.Index.Analysis;
using Term = NewsMiner.Index.Analysis.Term;

namespace NewsMiner.Benchmarks.Lucene;

/// <summary>
/// Lucene.NET 4.8 over the same terms in the same four columns, with positions and one value each for filters and facets, on one thread: what our
/// indexing is a multiple of. Built with <c>-p:WithLucene=true</c> where the package feed carries it.
/// </summary>
internal static class LuceneIndexing
{
    private const int BufferMegabytes = 64;

    /// <summary>Writes all articles and commits them once, which costs Lucene least; returns the bytes of the index.</summary>
    public static long Write(IEnumerable<AnalyzedArticle> articles, DirectoryInfo folder)
    {
        using var directory = FSDirectory.Open(folder);
        using var analyzer = new KeywordAnalyzer();
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = BufferMegabytes, Similarity = new BM25Similarity(), MergeScheduler = new SerialMergeScheduler() };
        using var writer = new IndexWriter(directory, settings);
        using var columns = new Columns();
        foreach (var article in articles) writer.AddDocument(columns.Of(article));
        writer.Commit();
        return folder.EnumerateFiles().Sum(file => file.Length);
    }

    /// <summary>The fields of one article after another.</summary>
    private sealed class Columns : IDisposable
    {
        private readonly Dictionary<string, TermStream> streams = new[] { "body", "lead", "title", "facts" }.ToDictionary(name => name, _ => new TermStream());

        public Document Of(AnalyzedArticle analyzed)
        {
            var article = analyzed.Article;
            var document = new Document
            {
                new StringField("id", article.Id, Field.Store.YES),
                new NumericDocValuesField("day", article.Published!.Value.Day.DayNumber),
                new SortedSetDocValuesField("facet", new BytesRef($"outlet/{article.Outlet}")),
                new SortedSetDocValuesField("facet", new BytesRef($"province/{article.Province}")),
            };
            foreach (var official in analyzed.Officials) document.Add(new SortedSetDocValuesField("facet", new BytesRef($"official/{official.Name}")));
            void Add(string column, IEnumerable<string> texts)
            {
                streams[column].Take(texts);
                document.Add(new TextField(column, streams[column]));
            }
            Add("body", article.Paragraphs.Skip(1));
            Add("lead", article.Paragraphs.Take(1));
            Add("title", [article.Title]);
            Add("facts", analyzed.Officials.SelectMany(official => new[] { official.Name, $"{official.Role} {official.Organisation} {official.Place}" }));
            return document;
        }

        public void Dispose()
        {
            foreach (var stream in streams.Values) stream.Dispose();
        }
    }

    /// <summary>The forms of texts and, at the same position, the stems that differ from them.</summary>
    private sealed class TermStream : TokenStream
    {
        private readonly ICharTermAttribute text;
        private readonly IPositionIncrementAttribute step;
        private readonly List<Term> terms = [];
        private int at;
        private bool isStemNext;

        public TermStream()
        {
            text = AddAttribute<ICharTermAttribute>();
            step = AddAttribute<IPositionIncrementAttribute>();
        }

        public void Take(IEnumerable<string> texts)
        {
            terms.Clear();
            (at, isStemNext) = (0, false);
            foreach (var part in texts) terms.AddRange(PersianAnalyzer.Analyze(part));
        }

        public override bool IncrementToken()
        {
            if (at >= terms.Count) return false;
            ClearAttributes();
            var term = terms[at];
            if (isStemNext)
            {
                text.Append('+').Append(term.Stem);
                step.PositionIncrement = 0;
            }
            else
            {
                text.Append(term.Form);
            }
            isStemNext = !isStemNext && term.Form != term.Stem;
            if (!isStemNext) at++;
            return true;
        }
    }
}
