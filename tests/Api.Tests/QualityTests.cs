using System.Text.Json;

namespace NewsMiner.Api.Tests;

/// <summary>The quality answer says what stands in the evaluation file, no more and no less.</summary>
public sealed class QualityTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task EveryMeasureOfTheEvaluationFileIsTold()
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "corpus", "baseline.json")));
        var told = await api.GetAsync("/api/quality");
        var facts = told.GetProperty("facts").EnumerateArray().Select(fact =>
            (Name: $"{fact.GetProperty("part").GetString()} {fact.GetProperty("kind").GetString()}{(fact.GetProperty("field").GetString() is { } field ? "." + field : "")}", F1: fact.GetProperty("f1").GetDouble())).ToArray();
        Assert.Contains(facts, fact => fact.Name == "held-out figures.counted");
        Assert.All(facts, fact => Assert.Equal(file.RootElement.GetProperty("facts").GetProperty(fact.Name).GetDouble(), fact.F1));
        Assert.Equal(file.RootElement.EnumerateObject().Sum(section => section.Value.EnumerateObject().Count()), facts.Length + told.GetProperty("others").GetArrayLength());
    }
}
