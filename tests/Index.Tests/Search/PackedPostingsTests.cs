using NewsMiner.Index.Search;

namespace NewsMiner.Index.Tests.Search;

/// <summary>What is packed comes back bit by bit, however far apart the numbers lie and whatever the weights are.</summary>
public sealed class PackedPostingsTests : IDisposable
{
    private readonly MatchArrays arrays = new();

    public void Dispose() => arrays.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 60)]
    [InlineData(1000, 70_000)]
    [InlineData(20, 100_000_000)]
    public void ComesBack(int count, int distance)
    {
        var postings = Some(count, distance, after: 0, seed: count + distance);
        var packed = PackedPostings.Of(postings, arrays);
        AssertSame(postings, packed.Unpack());
        AssertSame(postings, packed.Unpack(arrays));
        Assert.Equal(postings.Count, packed.Count);
        Assert.Equal(postings.Found.IsEmpty ? 0 : postings.Found[^1], packed.Last);
    }

    [Fact]
    public void MoreWeightsThanThereAreCodesComeBack()
    {
        var numbers = Enumerable.Range(1, 2000).ToArray();
        var postings = new Postings(numbers, [.. numbers.Select(number => number * 0.37f)]);
        AssertSame(postings, PackedPostings.Of(postings, arrays).Unpack());
        var smallest = new Postings([int.MaxValue], [float.Epsilon]);
        AssertSame(smallest, PackedPostings.Of(smallest, arrays).Unpack());
    }

    [Fact]
    public void WhatIsAppendedFollowsAndWhoHeldTheOlderSeesNoMore()
    {
        var all = Some(500, 40, after: 0, seed: 7);
        var packed = PackedPostings.Of(Postings.Empty, arrays);
        var older = new List<PackedPostings>();
        for (var from = 0; from < all.Count; from += 7)
        {
            older.Add(packed);
            packed = packed.Append(Part(all, from, Math.Min(7, all.Count - from)), arrays);
        }
        AssertSame(all, packed.Unpack());
        for (var i = 0; i < older.Count; i++) AssertSame(Part(all, 0, 7 * i), older[i].Unpack());
    }

    [Fact]
    public void TwoThatGoOnFromOneDoNotMix()
    {
        var start = PackedPostings.Of(Some(10, 5, after: 0, seed: 1), arrays).Append(Some(1, 5, after: 100, seed: 2), arrays);
        var (one, other) = (Some(5, 9, after: 300, seed: 3), Some(5, 9, after: 400, seed: 4));
        var (first, second) = (start.Append(one, arrays), start.Append(other, arrays));
        AssertSame(Postings.Merge(start.Unpack(), one), first.Unpack());
        AssertSame(Postings.Merge(start.Unpack(), other), second.Unpack());
    }

    [Fact]
    public void FrequentWordsTakeLessThanAQuarter()
    {
        var postings = Some(10_000, 12, after: 0, seed: 5);
        Assert.InRange(PackedPostings.Of(postings, arrays).Size, 1, postings.Count * (sizeof(int) + sizeof(float)) / 4);
    }

    private static Postings Some(int count, int distance, int after, int seed)
    {
        var random = new Random(seed);
        var (numbers, weights, number) = (new int[count], new float[count], after);
        for (var i = 0; i < count; i++)
        {
            number += random.Next(1, distance + 1);
            numbers[i] = number;
            weights[i] = random.Next(4) == 0 ? (random.Next(1, 4) * 1.2f) + (random.Next(3) * 0.5f) : 1;
        }
        return new(numbers, weights);
    }

    private static Postings Part(Postings postings, int from, int count) => new(postings.Numbers[from..(from + count)], postings.Weights[from..(from + count)]);

    private static void AssertSame(Postings expected, Postings found)
    {
        Assert.Equal(expected.Found.ToArray(), found.Found.ToArray());
        Assert.Equal(expected.Weights.AsSpan(0, expected.Count).ToArray(), found.Weights.AsSpan(0, found.Count).ToArray());
    }
}
