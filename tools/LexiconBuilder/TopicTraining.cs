using System.Globalization;
using System.Security.Cryptography;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Topics;

namespace NewsMiner.LexiconBuilder;

/// <summary>
/// Trains the model of topics on the labelled development articles: logistic regression of each topic against the rest with an L2 penalty,
/// by averaged stochastic gradient descent in a fixed order, so that the same labels give the same weights.
/// </summary>
internal static class TopicTraining
{
    private const int Epochs = 80, Folds = 11;
    private const float Rate = 0.1f, CuePenalty = 0.0001f, StemPenalty = 0.02f;

    // Words learn slower than cues, so that what cues explain is left to them.
    private const float StemRate = 0.5f;

    /// <summary>Stems of fewer articles say nothing, nor do those of more than this share of them.</summary>
    private const int MinArticles = 4;

    private const double MaxShare = 0.5;

    /// <summary>Smaller weights are not written.</summary>
    private const float Least = 0.05f;

    private sealed record Example(TopicFeatures Features, string[] Topics)
    {
        public bool[] Is { get; } = [.. ArticleTopics.Ids.Select(id => Topics.Contains(id))];
    }

    /// <summary>Trains, prints how cue words and model do across folds and on held-out gold, and writes the weights.</summary>
    public static void Train(string gold, string labels, string target)
    {
        var topics = TopicLabels.Read(labels);
        var articles = GoldArticle.ReadAll(gold).Where(article => topics.ContainsKey(article.Id)).ToArray();
        Example Labelled(GoldArticle article) => new(TopicFeatures.Of(TokenizedText.Read(article.ToArticle().Text)), topics[article.Id]);
        Example[] dev = [.. articles.Where(article => !article.HeldOut).Select(Labelled)], held = [.. articles.Where(article => article.HeldOut).Select(Labelled)];
        var found = new IReadOnlyList<string>[dev.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Fit([.. dev.Where((_, index) => index % Folds != fold)]);
            for (var i = fold; i < dev.Length; i += Folds) found[i] = model.Topics(dev[i].Features);
        }
        Print($"development, model, {Folds} folds", dev, found);
        Print("development, cue words", dev, [.. dev.Select(example => ByCues(example.Features))]);
        var trained = Fit(dev);
        Print("held-out, model", held, [.. held.Select(example => trained.Topics(example.Features))]);
        Print("held-out, cue words", held, [.. held.Select(example => ByCues(example.Features))]);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. articles.Where(article => !article.HeldOut).OrderBy(article => article.Id, StringComparer.Ordinal)
            .SelectMany(article => (byte[])[.. File.ReadAllBytes(Path.Combine(gold, article.Id + ".json")), .. System.Text.Encoding.UTF8.GetBytes(string.Join(' ', topics[article.Id]))])]))[..16];
        File.WriteAllText(target, $"# Weights of topics, made by LexiconBuilder topics from {dev.Length} articles; gold {hash}. Feature, topic, weight.\n{string.Join('\n', trained.Rows(Least))}\n");
    }

    /// <summary>The topics with a sure cue in title or lead, most cues first: what a table of keywords alone says.</summary>
    public static IReadOnlyList<string> ByCues(TopicFeatures features) =>
    [
        .. Enumerable.Range(0, ArticleTopics.Ids.Length).Where(topic => features.Cues[topic][0] + features.Cues[topic][2] > 0)
            .OrderByDescending(topic => features.Cues[topic][Array.IndexOf(TopicFeatures.CueNames, "share of all")]).Take(TopicModel.Most).Select(topic => ArticleTopics.Ids[topic]),
    ];

    private static TopicModel Fit(Example[] examples)
    {
        var topics = ArticleTopics.Ids.Length;
        var stems = examples.SelectMany(example => example.Features.Stems.Keys).CountBy(stem => stem).Where(entry => entry.Value >= MinArticles && entry.Value <= examples.Length * MaxShare)
            .ToDictionary(entry => entry.Key, _ => (Now: new float[topics], Sum: new float[topics]), StringComparer.Ordinal);
        var (bias, biasSum, cues, cueSums) = (0f, 0f, new float[TopicFeatures.CueNames.Length], new float[TopicFeatures.CueNames.Length]);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var random = new Random(1403);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + epoch * 0.1f);
            foreach (var example in order.Select(index => examples[index]))
            {
                (float[] Weights, float Count)[] words = [.. example.Features.Stems.Where(entry => stems.ContainsKey(entry.Key)).Select(entry => (stems[entry.Key].Now, entry.Value))];
                for (var topic = 0; topic < topics; topic++)
                {
                    var own = example.Features.Cues[topic];
                    var score = bias;
                    for (var i = 0; i < cues.Length; i++) score += cues[i] * own[i];
                    foreach (var (weights, count) in words) score += weights[topic] * count;
                    var gradient = 1 / (1 + MathF.Exp(-score)) - (example.Is[topic] ? 1 : 0);
                    bias -= rate * gradient;
                    for (var i = 0; i < cues.Length; i++) cues[i] -= rate * (gradient * own[i] + CuePenalty * cues[i]);
                    foreach (var (weights, count) in words) weights[topic] -= rate * (gradient * count * StemRate + StemPenalty * weights[topic]);
                }
            }
            biasSum += bias;
            for (var i = 0; i < cues.Length; i++) cueSums[i] += cues[i];
            foreach (var (now, sum) in stems.Values)
            {
                for (var topic = 0; topic < topics; topic++) sum[topic] += now[topic];
            }
        }
        return new(biasSum / Epochs, Array.ConvertAll(cueSums, sum => sum / Epochs), stems.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value.Sum, sum => sum / Epochs), StringComparer.Ordinal));
    }

    private static void Print(string what, Example[] examples, IReadOnlyList<string>[] found)
    {
        var scores = TopicLabels.Compare([.. examples.Zip(found, (example, topics) => ((IReadOnlyList<string>)example.Topics, topics))]);
        var micro = TopicLabels.Micro(scores);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: P {micro.Precision:0.000} R {micro.Recall:0.000} micro F1 {micro.F1:0.000} macro F1 {TopicLabels.MacroF1(scores):0.000} ({examples.Length} articles)"));
    }
}
