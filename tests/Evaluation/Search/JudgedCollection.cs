using System.Text.Json;
using NewsMiner.Extractor;
using NewsMiner.Index;
using NewsMiner.Index.Search;
using NewsMiner.Index.Storage;

namespace NewsMiner.Evaluation.Search;

/// <summary>A question with the ids of what answers it.</summary>
internal sealed record JudgedQuery(string Text, IReadOnlySet<string> Relevant);

/// <summary>MAP and nDCG@10 of one way to search over one set of questions.</summary>
internal sealed record RankingScore(double Map, double Ndcg)
{
    public static RankingScore Of(IReadOnlyList<JudgedQuery> queries, Func<string, IReadOnlyList<string>> search)
    {
        var ranked = queries.Select(query => (Hits: search(query.Text), query.Relevant)).ToList();
        return new(ranked.Average(run => RankingMeasures.AveragePrecision(run.Hits, run.Relevant)), ranked.Average(run => RankingMeasures.NdcgAt10(run.Hits, run.Relevant)));
    }
}

/// <summary>
/// Real news with three sets of questions: headlines that ask for their story among stories without headlines; summaries that ask for
/// their story; and subjects in our own words (<c>subjects.tsv</c>) that ask for the stories their agency filed under a section.
/// </summary>
internal sealed class JudgedCollection : IDisposable
{
    private const int Deep = 1000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-ranking-");
    private readonly NewsDatabase database;
    private readonly NewsIndex index;
    private readonly PersianBaseline baseline;
    private readonly IReadOnlyList<string> ids;

    private JudgedCollection(IReadOnlyList<Story> stories, bool withTitles, IEnumerable<string> stopWords)
    {
        database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        var store = new NewsStore(database);
        index = new(database);
        baseline = new(stopWords);
        ids = [.. stories.Select(story => story.Id)];
        database.Write(transaction =>
        {
            foreach (var story in stories)
            {
                var title = withTitles ? story.Title : "";
                baseline.Add(story.Id, title + "\n" + string.Join('\n', story.Paragraphs));
                store.Commit(transaction, null, new() { Article = new() { Id = story.Id, Source = story.Id, Title = title, Paragraphs = story.Paragraphs } }, DateTimeOffset.UnixEpoch);
            }
            return 0;
        });
    }

    /// <summary>The sets of questions by name, each with the score of our search and of the baseline.</summary>
    public static IReadOnlyDictionary<string, (RankingScore Ours, RankingScore Baseline)> Measure(string storiesFile, string stopWordsFile, string subjectsFile)
    {
        var stories = File.ReadLines(storiesFile).Select(line => JsonSerializer.Deserialize<Story>(line, JsonSerializerOptions.Web)!).DistinctBy(story => story.Id).ToList();
        var stopWords = File.ReadLines(stopWordsFile).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        using var bodies = new JudgedCollection(stories, withTitles: false, stopWords);
        using var whole = new JudgedCollection(stories, withTitles: true, stopWords);
        var titles = stories.Where(story => story.Title.Length > 0).Select(story => new JudgedQuery(Plain(story.Title), Only(story))).ToList();
        var summaries = stories.Where(story => story.Abstract is { Length: > 20 }).Select(story => new JudgedQuery(Plain(story.Abstract!), Only(story))).ToList();
        var subjects = Subjects(subjectsFile, stories).ToList();
        return new Dictionary<string, (RankingScore, RankingScore)>
        {
            ["headlines"] = bodies.Score(titles),
            ["summaries"] = whole.Score(summaries),
            ["subjects"] = whole.Score([.. subjects.Select(subject => subject.Short)]),
            ["subjects described"] = whole.Score([.. subjects.Select(subject => subject.Long)]),
        };
    }

    public void Dispose()
    {
        index.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private (RankingScore, RankingScore) Score(IReadOnlyList<JudgedQuery> queries) => (RankingScore.Of(queries, Search), RankingScore.Of(queries, query => baseline.Search(query, Deep)));


    /// <summary>Articles are numbered from 1 in the order they came.</summary>
    private IReadOnlyList<string> Search(string query) =>
        [.. index.Rank(new() { Filter = new() { Query = query }, Limit = Deep }).Numbers.Select(number => ids[number - 1])];

    /// <summary>Rows of subject, its description and the section, <c>category/subcategory</c>, whose stories answer it.</summary>
    private static IEnumerable<(JudgedQuery Short, JudgedQuery Long)> Subjects(string file, IReadOnlyList<Story> stories)
    {
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            var relevant = stories.Where(story => $"{story.Category}/{story.Subcategory}" == cells[2]).Select(story => story.Id).ToHashSet();
            if (relevant.Count == 0) throw new InvalidDataException($"{file}: no story lies in section {cells[2]}");
            yield return (new(cells[0], relevant), new(cells[0] + " " + cells[1], relevant));
        }
    }

    private static HashSet<string> Only(Story story) => [story.Id];

    /// <summary>The words alone: marks of the search language would ask for more than the words.</summary>
    private static string Plain(string text) => new([.. text.Select(c => char.IsLetterOrDigit(c) || c == '\u200c' ? c : ' ')]);

    private sealed record Story(string Id, string Title, string? Abstract, string[] Paragraphs, string Category, string Subcategory);
}
