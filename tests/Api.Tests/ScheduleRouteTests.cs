using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsMiner.Api.Hosting;
using NewsMiner.Crawler.Scheduling;
using NewsMiner.Crawler.Sources;

namespace NewsMiner.Api.Tests;

/// <summary>An operator sees the schedule of a running crawl, and pauses, resumes and starts its sources.</summary>
public sealed class ScheduleRouteTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task ASourceIsPausedResumedAndStartedByHand()
    {
        using var folder = new TemporaryFolder();
        var crawled = new ConcurrentQueue<string>();
        var source = new CrawlSource { Id = "barkat", Outlet = "برکت", Site = new("http://127.0.0.1:9"), Schedule = "0 0 6 1 1 ?", Articles = ["/news/*"] };
        var desk = api.Services.GetRequiredService<CrawlDesk>();
        await using (var schedule = await CrawlSchedule.OpenAsync(Path.Combine(folder.Path, "schedule.db"), [source], (occasion, _) => { crawled.Enqueue(occasion.Source); return Task.CompletedTask; }, TimeProvider.System, CancellationToken.None))
        using (desk.Open(schedule))
        {
            await schedule.StartAsync(CancellationToken.None);
            Assert.Equal("barkat", (await api.GetAsync("/api/crawl/schedule")).GetProperty("sources").EnumerateArray().Single().GetProperty("source").GetString());
            Assert.True((await PostAsync("barkat/pause")).GetProperty("paused").GetBoolean());
            Assert.False((await PostAsync("barkat/resume")).GetProperty("paused").GetBoolean());
            await PostAsync("barkat/crawl");
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (crawled.IsEmpty) await Task.Delay(20, patience.Token);
            Assert.Equal(["barkat"], crawled);
            using var unknown = await api.Admin.PostAsync("/api/crawl/schedule/nowhere/pause", null);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }
        using var closed = await api.Admin.PostAsync("/api/crawl/schedule/barkat/pause", null);
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.False((await api.GetAsync("/api/crawl/schedule")).GetProperty("crawls").GetBoolean());
    }

    private async Task<JsonElement> PostAsync(string what)
    {
        using var response = await api.Admin.PostAsync("/api/crawl/schedule/" + what, null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
