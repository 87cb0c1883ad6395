using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.LexiconBuilder;

/// <summary>Two words of which a source writes a compound, and what is known of both and of the compound.</summary>
internal readonly record struct CompoundPair(string First, string Second, WordFacts Left, WordFacts Right, WordFacts Whole, uint Mask);

/// <summary>
/// How likely two words with a space between them are one: a logistic model over what the word lists say of the compound and
/// its parts, trained on texts that keep their half-spaces, then corrected by how often they write the very pair.
/// </summary>
internal sealed class PairModel
{
    /// <summary>How many sightings of a pair weigh as much as what the model says of it.</summary>
    private const double Prior = 3;

    private const double Decay = 1.5, MostOfOnePair = 5;
    private const int Rounds = 150;

    private static readonly HashSet<string> Numerals =
        [.. "یک دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد هزار میلیون میلیارد".Split(' ')];

    private static readonly HashSet<string> Prefixes = [.. "هم نا پیش پس کم پر خوش بد نیم نیمه".Split(' ')];

    /// <summary>What a verbal stem takes as the second part of a compound: «ساز», «سازی», «سازان», «سازنده», «سازندگان».</summary>
    private static readonly string[] AgentEndings = ["", "ی", "ان", "انی", "نده", "ندگان", "ندگی", "گان"];

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems, infinitives;

    /// <summary>A model that knows the present stems and the infinitives of the language.</summary>
    public PairModel(HashSet<string> stems, HashSet<string> infinitives) => (this.stems, this.infinitives) = (stems, infinitives);

    /// <summary>Fits the weights by gradient descent (AdaGrad), each pair counted at most <see cref="MostOfOnePair"/> times.</summary>
    public void Train(IReadOnlyList<(CompoundPair Pair, int Apart, int Together)> sightings)
    {
        var rows = sightings.Select(row => (Features: Features(row.Pair).ToArray(), Share: (double)row.Together / (row.Apart + row.Together), Weight: Math.Min(MostOfOnePair, row.Apart + row.Together))).ToArray();
        var squares = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = weights.ToDictionary(weight => weight.Key, weight => Decay * weight.Value, StringComparer.Ordinal);
            foreach (var (features, share, weight) in rows)
            {
                var error = weight * (Probability(features) - share);
                foreach (var feature in features) gradient[feature] = gradient.GetValueOrDefault(feature) + error;
            }
            foreach (var (feature, slope) in gradient)
            {
                squares[feature] = squares.GetValueOrDefault(feature, 1e-8) + slope * slope;
                weights[feature] = weights.GetValueOrDefault(feature) - slope / Math.Sqrt(squares[feature]);
            }
        }
    }

    /// <summary>The probability, 0 to 1, that the pair is one word, given also how often it was seen apart and together.</summary>
    public double OneWord(CompoundPair pair, int apart, int together) => IsNumber(pair) ? 0 : IsWeekday(pair) ? 1 : (Probability(Features(pair)) * Prior + together) / (Prior + apart + together);

    /// <summary>«یک هزار», «پنج صدم»: words of one number stay words.</summary>
    private static bool IsNumber(CompoundPair pair) => Numerals.Contains(pair.First) && (Numerals.Contains(pair.Second) || pair.Second.EndsWith('م') && Numerals.Contains(pair.Second[..^1]) || pair.Second is "سوم");

    /// <summary>«سه شنبه» is no more than «سه‌شنبه».</summary>
    private static bool IsWeekday(CompoundPair pair) => pair.Second == "شنبه" && Numerals.Contains(pair.First);

    private double Probability(IEnumerable<string> features) => 1 / (1 + Math.Exp(-features.Sum(feature => weights.GetValueOrDefault(feature))));

    private IEnumerable<string> Features(CompoundPair pair)
    {
        var (first, second, left, right, whole, mask) = pair;
        yield return "any";
        foreach (var source in Enum.GetValues<WordSources>())
            if (source != WordSources.None && whole.JoinedIn.HasFlag(source)) yield return $"in {source}";
        yield return $"glued {WordEntry.Log(whole.Plain) / 6}";
        yield return $"joined {WordEntry.Log(whole.JoinedCount(mask)) / 4}";
        yield return $"first {WordEntry.Log(left.Plain) / 5}";
        yield return $"second {WordEntry.Log(right.Plain) / 3}";
        yield return $"firsts {WordEntry.Log(left.First) / 2}";
        yield return $"seconds {WordEntry.Log(right.Second) / 2}";
        yield return $"begins with {first}";
        yield return $"ends in {second}";
        if (infinitives.Contains(second)) yield return "infinitive";
        if (right.Classes.HasFlag(WordClasses.Participle)) yield return "participle";
        if ((left.Classes | right.Classes).HasFlag(WordClasses.Function)) yield return "function word";
        if (Array.Exists(AgentEndings, ending => second.EndsWith(ending, StringComparison.Ordinal) && stems.Contains(second[..^ending.Length]))) yield return "agent";
        if ((right.Classes & (WordClasses.Adjective | WordClasses.Noun)) == 0) yield return "second neither noun nor adjective";
        if (right.Classes.HasFlag(WordClasses.Adjective)) yield return "second adjective";
        if (Numerals.Contains(first)) yield return second[^1] is 'ه' or 'ی' ? "numeral and measure" : "numeral";
        if (Prefixes.Contains(first)) yield return "prefix";
        if (first == "بی") yield return "without";
        if (second[^1] == 'ی') yield return "second in ye";
        if (second.StartsWith("ال", StringComparison.Ordinal)) yield return "article";
        if (first[^1] == 'ی') yield return "first in ye";
    }
}
