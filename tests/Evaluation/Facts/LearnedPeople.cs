using NewsMiner.Extractor;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Scoring;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Facts;

/// <summary>
/// Whether names and speakers had better be learned: an averaged perceptron trained on the development gold beside the rules, on held-out
/// articles. The rules stand as long as they are the better ones; where the perceptron wins, this fails and says so.
/// </summary>
public sealed class LearnedPeople(ITestOutputHelper output)
{
    private const int Epochs = 12;

    private static readonly string[] Labels = ["out", "begin", "inside"];

    private readonly (GoldArticle Gold, AnalyzedArticle Found)[] articles =
        [.. GoldArticle.ReadAll(System.IO.Path.Combine(AppContext.BaseDirectory, "corpus", "gold")).Select(article => (article, ArticleAnalyzer.Analyze(article.ToArticle())))];

    [Fact]
    public void SpeakersByRulesAndLearned()
    {
        var model = new AveragedPerceptron();
        model.Train([.. articles.Where(pair => !pair.Gold.HeldOut).SelectMany(pair => Decisions(pair.Gold, pair.Found)).Select(decision => (decision.Candidates, decision.Right)).Where(decision => decision.Right >= 0)], Epochs);
        var (rules, learned, all) = (0, 0, 0);
        foreach (var (gold, found) in articles.Where(pair => pair.Gold.HeldOut))
        {
            foreach (var decision in Decisions(gold, found))
            {
                all++;
                rules += decision.RuleIsRight ? 1 : 0;
                learned += model.Best(decision.Candidates) == decision.Right ? 1 : 0;
            }
        }
        output.WriteLine($"speaker of {all} held-out statements right: rules {(double)rules / all:0.000}, perceptron {(double)learned / all:0.000}");
        Assert.True(rules >= learned, "the perceptron chooses speakers better than the rules: take it");
    }

    [Fact]
    public void NamesByRulesAndLearned()
    {
        var model = new AveragedPerceptron();
        model.Train([.. articles.Where(pair => !pair.Gold.HeldOut).SelectMany(pair => Tagged(pair.Gold, TokenizedText.Read(pair.Found.Article.Text)))], Epochs);
        Tally rules = new(), learned = new();
        foreach (var (gold, found) in articles.Where(pair => pair.Gold.HeldOut))
        {
            rules.Add(gold, [.. found.Officials.Select(official => official.Name)]);
            learned.Add(gold, NamesIn(model, TokenizedText.Read(found.Article.Text)));
        }
        output.WriteLine($"names of held-out officials, F1: rules {rules.F1:0.000}, perceptron {learned.F1:0.000}");
        Assert.True(rules.F1 >= learned.F1, "the perceptron finds names better than the rules: take it");
    }

    /// <summary>One choice a statement: every name the article's analysis knows, and which one the gold has.</summary>
    private static IEnumerable<(string[][] Candidates, int Right, bool RuleIsRight)> Decisions(GoldArticle gold, AnalyzedArticle found)
    {
        string[] names = [.. found.Officials.Select(official => official.Name).Concat(found.Statements.Select(statement => statement.Speaker).OfType<string>()).Distinct()];
        var text = found.Article.Text;
        string? last = null;
        foreach (var statement in found.Statements)
        {
            var wanted = gold.Statements.Where(item => ScoringText.Overlap(item.Text, statement.Text) >= 0.6).OrderByDescending(item => ScoringText.Overlap(item.Text, statement.Text)).FirstOrDefault();
            if (wanted is not { Optional: false, Speaker: { } speaker } || names.Length == 0) continue;
            string[][] candidates = [.. names.Select(name => Features(name, found, text, statement.Start, last))];
            yield return (candidates, Array.FindIndex(names, name => ScoringText.SameName(name, speaker)), statement.Speaker is { } said && ScoringText.SameName(said, speaker));
            last = Array.Find(names, name => ScoringText.SameName(name, speaker));
        }
    }

    private static string[] Features(string name, AnalyzedArticle found, string text, int start, string? last)
    {
        var paragraph = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var lead = text[paragraph..start];
        var family = name[(name.LastIndexOf(' ') + 1)..];
        var before = text.LastIndexOf(family, Math.Max(0, start - 1), StringComparison.Ordinal);
        var nearest = found.Officials.All(official => official.Name == name || text.LastIndexOf(official.Name[(official.Name.LastIndexOf(' ') + 1)..], Math.Max(0, start - 1), StringComparison.Ordinal) <= before);
        var role = found.Officials.FirstOrDefault(official => official.Name == name)?.Role;
        var pronoun = lead.Contains("وی ", StringComparison.Ordinal) || lead.Contains("او ", StringComparison.Ordinal) || lead.Contains("این ", StringComparison.Ordinal);
        var named = lead.Contains(family, StringComparison.Ordinal);
        return
        [
            named ? "named in the lead" : "not named in the lead",
            nearest ? "named last" : before < 0 ? "not yet named" : "named earlier",
            name == last ? "spoke last" : "did not speak last",
            (name == last ? "spoke last" : "did not") + (pronoun ? ", pronoun" : ", none") + (named ? ", named" : ""),
            role is not null && lead.Contains(role, StringComparison.Ordinal) ? "role in the lead" : role is null ? "no role" : "role elsewhere",
            $"known as {Array.FindIndex([.. found.Officials], official => official.Name == name)}",
        ];
    }

    private static IEnumerable<(string[][] Candidates, int Right)> Tagged(GoldArticle gold, TokenizedText text)
    {
        var labels = new int[text.Tokens.Count];
        var names = gold.Officials.Select(official => Fold.Key(official.Name).Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        for (var first = 0; first < labels.Length; first++)
        {
            var key = "";
            for (var end = first; end < Math.Min(labels.Length, first + 6); end++)
            {
                key += text.Tokens[end].Key;
                if (!names.Contains(key)) continue;
                labels[first] = 1;
                Array.Fill(labels, 2, first + 1, end - first);
            }
        }
        for (var at = 0; at < labels.Length; at++) yield return (Candidates(text, at, at > 0 ? labels[at - 1] : 0), labels[at]);
    }

    private static string[][] Candidates(TokenizedText text, int at, int before) => [.. Labels.Select(label => Array.ConvertAll(TokenFeatures(text, at, Labels[before]), feature => label + " " + feature))];

    private static string[] TokenFeatures(TokenizedText text, int at, string before)
    {
        string Key(int token) => token >= 0 && token < text.Tokens.Count ? text.Tokens[token].Key : "";
        string Kind(int token) => Key(token) is { Length: > 0 } key ? $"{NameWords.GivenKindOf(key)}/{NameWords.FamilyKindOf(key)}" : "none";
        var role = MentionLexicons.Roles.At(text.Tokens, at, text.Tokens.Count).Tokens > 0;
        return
        [
            "", "after " + before, "word " + Key(at), "previous " + Key(at - 1), "next " + Key(at + 1), "kind " + Kind(at), "kinds " + Kind(at) + " " + Kind(at + 1), "kinds before " + Kind(at - 1) + " " + Kind(at),
            "after " + before + " kind " + Kind(at), role ? "role" : "no role", Key(at).Length > 2 ? "ends " + Key(at)[^2..] : "short",
        ];
    }

    /// <summary>The names the model tags, the fullest of each person.</summary>
    private static string[] NamesIn(AveragedPerceptron model, TokenizedText text)
    {
        var names = new List<string>();
        var (before, first) = (0, -1);
        for (var at = 0; at <= text.Tokens.Count; at++)
        {
            var label = at == text.Tokens.Count ? 0 : model.Best(Candidates(text, at, before));
            if (first >= 0 && label != 2)
            {
                names.Add(text.OriginalText(first, at));
                first = -1;
            }
            if (label == 1) first = at;
            before = label;
        }
        return [.. names.Where(name => name.Contains(' ', StringComparison.Ordinal) && !names.Exists(other => other.Length > name.Length && ScoringText.SameName(name, other))).DistinctBy(ScoringText.Folded)];
    }

    private sealed class Tally
    {
        private int right, found, wanted;

        public double F1 => 2.0 * right / Math.Max(1, found + wanted);

        public void Add(GoldArticle gold, IReadOnlyCollection<string> names)
        {
            var officials = gold.Officials.Where(official => !official.Optional).ToArray();
            wanted += officials.Length;
            found += names.Count(name => !gold.Officials.Any(official => official.Optional && ScoringText.SameName(official.Name, name)));
            right += officials.Count(official => names.Any(name => ScoringText.SameName(official.Name, name)));
        }
    }
}
