using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.LexiconBuilder;

/// <summary>Two words of which a source writes a compound, and what is known of both and of the compound.</summary>
internal readonly record struct CompoundPair(string First, string Second, WordFacts Left, WordFacts Right, WordFacts Whole, uint Mask);

/// <summary>
/// How likely two words with a space between them are one: a logistic model over what the word lists say of the compound and
/// its parts and of how an encyclopaedia writes them, trained on texts that keep their half-spaces, each source with a bias of its own, then corrected by
/// how often they write the very pair.
/// </summary>
internal sealed class PairModel
{
    /// <summary>How many sightings of a pair weigh as much as what the model says of it.</summary>
    private const double Prior = 3;

    private const double Decay = 5, MostOfOnePair = 5;
    private const int Rounds = 150;

    public static readonly HashSet<string> Numerals =
        [.. "یک دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد هزار میلیون میلیارد".Split(' ')];

    /// <summary>Words that the Academy of Persian Language writes apart from what they determine, or call.</summary>
    private static readonly HashSet<string> Determiners = [.. "هیچ همین همان ای".Split(' ')];

    private static readonly HashSet<string> Prefixes = [.. "هم نا پیش پس کم پر خوش بد نیم نیمه".Split(' ')];

    /// <summary>What a verbal stem takes as the second part of a compound: «ساز», «سازی», «سازان», «سازنده», «سازندگان».</summary>
    private static readonly string[] AgentEndings = ["", "ی", "ان", "انی", "نده", "ندگان", "ندگی", "گان"];

    /// <summary>The source whose spelling is ours: the paragraphs of an encyclopaedia.</summary>
    private const string House = "source pquad";

    /// <summary>The number of words that the encyclopaedia was counted on.</summary>
    private const double SeenWords = 78_600_000;

    /// <summary>Where one class of shares ends and the next begins.</summary>
    private static readonly double[] Shares = [0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.85, 0.97];

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems, infinitives;

    /// <summary>A model that knows the present stems and the infinitives of the language.</summary>
    public PairModel(HashSet<string> stems, HashSet<string> infinitives) => (this.stems, this.infinitives) = (stems, infinitives);

    /// <summary>Fits the weights by gradient descent (AdaGrad), each pair counted at most <see cref="MostOfOnePair"/> times.</summary>
    public void Train(IReadOnlyList<(CompoundPair Pair, PairSighting Seen)> sightings)
    {
        var rows = sightings.Select(row => (Features: Features(row.Pair).Append($"source {row.Seen.Source}").ToArray(), Share: (double)row.Seen.Together / (row.Seen.Apart + row.Seen.Together), Weight: Math.Min(MostOfOnePair, row.Seen.Apart + row.Seen.Together))).ToArray();
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
    public double OneWord(CompoundPair pair, int apart, int together) => IsNumber(pair) || Determiners.Contains(pair.First) ? 0 : IsWeekday(pair) ? 1 : (Probability(Features(pair).Append(House)) * Prior + together) / (Prior + apart + together);

    /// <summary>«یک هزار», «پنج صدم»: words of one number stay words.</summary>
    private static bool IsNumber(CompoundPair pair) => Numerals.Contains(pair.First) && (Numerals.Contains(pair.Second) || pair.Second.EndsWith('م') && Numerals.Contains(pair.Second[..^1]) || pair.Second is "سوم");

    /// <summary>«سه شنبه» is no more than «سه‌شنبه».</summary>
    private static bool IsWeekday(CompoundPair pair) => pair.Second == "شنبه" && Numerals.Contains(pair.First);

    private double Probability(IEnumerable<string> features) => 1 / (1 + Math.Exp(-features.Sum(feature => weights.GetValueOrDefault(feature))));

    /// <summary>The class of a share, -1 for none at all.</summary>
    private static int Share(long part, long rest) => part <= 0 ? -1 : Array.FindIndex(Shares, share => part < share * (part + rest)) is >= 0 and var at ? at : Shares.Length;

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
        yield return $"firsts {left.First / 2}";
        yield return $"seconds {right.Second / 2}";
        var seen = whole.JoinedSeen.GetValueOrDefault(mask);
        yield return $"seen {WordEntry.Log(seen) / 2}";
        if (seen > 0) yield return $"together {Math.Clamp((int)Math.Log2(seen * SeenWords / ((double)(left.PlainSeen + left.FirstSeen) * (right.PlainSeen + right.SecondSeen))), -4, 14) / 2}";
        yield return $"firsts share {Share(left.FirstSeen - seen, left.PlainSeen)}";
        yield return $"seconds share {Share(right.SecondSeen - seen, right.PlainSeen)}";
        yield return $"share of first {Share(seen, left.PlainSeen + left.FirstSeen - seen)}";
        yield return $"share of second {Share(seen, right.PlainSeen + right.SecondSeen - seen)}";
        yield return $"share of whole {Share(seen, whole.PlainSeen)}";
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
