using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Storage;

namespace NewsMiner.Index.Tests.Clusters;

/// <summary>Copies of a story meet wherever the days they were published on lie, and only where those are near each other.</summary>
public sealed class CopiesOverTimeTests : IDisposable
{
    private const string Text =
        "مدیرکل بهزیستی استان یزد از پرداخت وام مسکن به هزار و دویست خانوار دارای دو عضو معلول در شهرستان‌های اردکان و میبد خبر داد و گفت که این طرح تا پایان سال با همکاری بنیاد مسکن و شهرداری‌ها ادامه می‌یابد";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsminer-copies-");
    private readonly NewsDatabase database;
    private readonly NewsStore store;

    public CopiesOverTimeTests()
    {
        database = NewsDatabase.Open(Path.Combine(folder.FullName, "newsminer.db"));
        store = new(database);
    }

    /// <summary>Every distance from every day of a stretch longer than any period bands are kept by.</summary>
    [Theory]
    [InlineData(0, true), InlineData(9, true), InlineData(10, true), InlineData(-10, true), InlineData(11, false), InlineData(-11, false), InlineData(45, false)]
    public void OnlyDaysNearEachOtherMakeCopies(int days, bool copies)
    {
        for (var shift = 0; shift < 45; shift++)
        {
            // Years lie between the pairs; each tells its own story.
            var day = new DateOnly(1950, 1, 1).AddDays(shift * 401);
            var story = string.Join(' ', Text.Split(' ').Select(word => word + (char)('ا' + shift % 20) + (char)('ا' + shift / 20)));
            Commit($"{shift}a", story, day);
            Commit($"{shift}b", story, day.AddDays(days));
            Assert.True(AreCopies($"{shift}a", $"{shift}b") == copies, $"from {day:yyyy-MM-dd} by {days} days");
        }
    }

    [Fact]
    public void WhatSaysNoDayIsACopyOfAnyDay()
    {
        Commit("old", Text, new(2001, 5, 5));
        Commit("undated", Text, null);
        Commit("new", Text, new(2024, 5, 5));
        Assert.True(AreCopies("old", "undated"));
        Assert.True(AreCopies("undated", "new"));
    }

    [Fact]
    public void ATextThatMovesToAnotherDayIsFoundThere()
    {
        Commit("moved", Text, new(2001, 5, 5));
        Commit("moved", Text, new(2024, 5, 5));
        Commit("copy", Text, new(2024, 5, 7));
        Commit("older", Text, new(2001, 5, 6));
        Assert.True(AreCopies("moved", "copy"));
        Assert.False(AreCopies("moved", "older"));
        Assert.Equal(1, database.Read(connection => connection.Scalar<long>("SELECT count(DISTINCT period) FROM article_band WHERE article = 1")));
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private void Commit(string id, string text, DateOnly? day) => database.Write(transaction => store.Commit(transaction, null, new()
    {
        Article = new() { Id = id, Source = id, Title = "وام مسکن", Paragraphs = [text], Published = day is { } known ? PublicationTime.On(known) : null },
    }, DateTimeOffset.UnixEpoch));

    private bool AreCopies(string one, string other) => store.Copies(one)?.Copies.Any(copy => copy.ArticleId == other) == true;
}
