using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Benchmarks;

/// <summary>
/// The whole analysis of the corpus' gold articles on one thread, in articles of 2,000 characters a second, and the share of
/// normalising and of tokens and sentences in it, beside the transcoding of the same text to UTF-8 in the same run; and of news as it is
/// written, which holds fewer facts, where a file of it is given.
/// </summary>
internal static class Analysis
{
    private const double Unit = 2000;
    private const int MostNews = 300;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), LongWarmUp = TimeSpan.FromSeconds(12);

    /// <summary>Measures gold, and the first <see cref="MostNews"/> articles of a JSONL file with <c>title</c> and <c>paragraphs</c>, such as <c>../shared/data/fars-news/articles.jsonl</c>.</summary>
    public static int Run(string? news)
    {
        var articles = GoldArticle.ReadAll(CorpusFolder.Gold()).Select(gold => gold.ToArticle()).ToArray();
        var texts = articles.Select(article => article.Text).ToArray();
        var characters = texts.Sum(text => (double)text.Length);
        var bytes = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text));
        var buffer = new byte[texts.Max(text => text.Length) * 3];
        var transcoding = Fastest(20, () => texts.Sum(text => Encoding.UTF8.GetBytes(text, buffer)));
        Show("UTF-8 transcoding", transcoding);
        var normalized = texts.Select(Normalizer.Normalize).ToArray();
        Show("normaliser", Fastest(20, () => texts.Sum(text => Normalizer.Normalize(text).Text.Length)));
        Show("sentences and tokens", Fastest(20, () => normalized.Sum(text => SentenceSplitter.Split(text.Text, Tokenizer.Tokenize(text.Text)).Count)));
        var read = texts.Select(TokenizedText.Read).ToArray();
        var lemmatizer = new Lemmatizer();
        Show("lemmas", Fastest(20, () => read.Sum(text => Enumerable.Range(0, text.Tokens.Count).Sum(at => lemmatizer.Lemma(text.Tokens, at).Length))));
        Show("whole analysis", FastestOfEach(30, articles, article => ArticleAnalyzer.Analyze(article)));
        if (news is null) return 0;
        Article[] written = [.. File.ReadLines(news).Take(MostNews).Select(ReadNews)];
        (characters, bytes) = (written.Sum(article => (double)article.Text.Length), written.Sum(article => (double)Encoding.UTF8.GetByteCount(article.Text)));
        transcoding = Fastest(20, () => written.Sum(article => Encoding.UTF8.GetByteCount(article.Text)));
        Show(string.Create(CultureInfo.InvariantCulture, $"news of {characters / written.Length:0}"), FastestOfEach(30, written, article => ArticleAnalyzer.Analyze(article)));
        return 0;

        void Show(string name, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-22}{bytes / time.TotalSeconds / 1e6,9:0.0} MB/s{characters / Unit / time.TotalSeconds,11:0} articles/s, {time / transcoding,7:0} times UTF-8 transcoding"));
    }

    private static Article ReadNews(string line, int number)
    {
        using var row = JsonDocument.Parse(line);
        var paragraphs = row.RootElement.GetProperty("paragraphs");
        return new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Source = "news",
            Title = row.RootElement.GetProperty("title").GetString()!,
            Paragraphs = paragraphs.ValueKind == JsonValueKind.Array ? [.. paragraphs.EnumerateArray().Select(paragraph => paragraph.GetString()!)] : paragraphs.GetString()!.Split('\n'),
        };
    }

    /// <summary>The sum of the fastest time of each article, so that a machine with other work to do says the same as an idle one.</summary>
    private static TimeSpan FastestOfEach(int rounds, Article[] articles, Action<Article> work)
    {
        // The compiler runs beside: processor time, and much of it, until it has seen the whole of the analysis.
        var process = Process.GetCurrentProcess();
        for (var start = process.TotalProcessorTime; process.TotalProcessorTime - start < LongWarmUp; process.Refresh()) Array.ForEach(articles, work);
        var best = new TimeSpan[articles.Length];
        Array.Fill(best, TimeSpan.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < articles.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                work(articles[i]);
                var time = Stopwatch.GetElapsedTime(start);
                if (time < best[i]) best[i] = time;
            }
        }
        return TimeSpan.FromTicks(best.Sum(time => time.Ticks));
    }

    private static TimeSpan Fastest(int rounds, Func<int> work)
    {
        // Long enough for the compiler to have seen what is hot.
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) work();
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var time = Stopwatch.GetElapsedTime(start);
            if (time < best) best = time;
        }
        return best;
    }
}
