using System.CommandLine;
using NewsMiner.Api.Http;
using NewsMiner.Index.Trends;

namespace NewsMiner.Api.Commands;

/// <summary>How a series is counted and tested, as options: <c>--grain</c>, <c>--measure</c>, <c>--burst</c>, <c>--share</c>.</summary>
internal sealed class SeriesOptions
{
    private readonly Option<string> grain = Choose("--grain", "The length of a period", TrendGrain.Month);
    private readonly Option<string> measure = Choose("--measure", "What is counted", TrendMeasure.Articles);
    private readonly Option<string> burst = Choose("--burst", "How bursts are found", BurstForm.Batched);
    private readonly Option<bool> share = new("--share") { Description = "Draw and test the share of the same sources' output instead of the counts." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { grain, measure, burst, share }) command.Add(option);
    }

    /// <summary>The question without queries and filter.</summary>
    public TermTrendRequest Read(ParseResult parse) => new()
    {
        Grain = Chosen<TrendGrain>(parse.GetValue(grain)!), Measure = Chosen<TrendMeasure>(parse.GetValue(measure)!), Burst = Chosen<BurstForm>(parse.GetValue(burst)!),
        Value = parse.GetValue(share) ? TrendValue.Share : TrendValue.Count,
    };

    private static Option<string> Choose<T>(string name, string description, T usual) where T : struct, Enum
    {
        var words = Choice.Words<T>();
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", words)}.", DefaultValueFactory = _ => words[Convert.ToInt32(usual, System.Globalization.CultureInfo.InvariantCulture)] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static T Chosen<T>(string word) where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
