using NewsMiner.Index.Search;

namespace NewsMiner.Index.Tests.Search;

/// <summary>The arrays of searches are used again, never by two at once, and what is kept of them is bounded.</summary>
public sealed class MatchArraysTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(1280)]
    [InlineData(1281)]
    [InlineData(65_537)]
    [InlineData(499_229)]
    public void IsLongEnoughAndLittleLonger(int length)
    {
        using var arrays = new MatchArrays();
        var array = arrays.Take<Alone>(length);
        Assert.InRange(array.Length, length, Math.Max(1024, length * 5 / 2));
    }

    [Fact]
    public void EveryLengthIsServedByItsOwnKind()
    {
        for (var length = 1; length < 40_000; length += 7)
        {
            var array = IdleArrays<Sized>.Take(length);
            Assert.InRange(array.Length, length, Math.Max(1024, (length * 5 / 4) + 1));
        }
    }

    [Fact]
    public void TwoSearchesNeverShareOne()
    {
        using var first = new MatchArrays();
        var (one, two) = (first.Take<Shared>(5000), first.Take<Shared>(5000));
        Shared[] again;
        using (var second = new MatchArrays())
        {
            again = second.Take<Shared>(5000);
            Assert.NotSame(one, again);
            Assert.NotSame(two, again);
        }
        using var third = new MatchArrays();
        Assert.Same(again, third.Take<Shared>(4500));
        Assert.NotSame(again, third.Take<Shared>(4500));
    }

    [Fact]
    public void WhatIsEnlargedKeepsItsValuesAndGivesTheSmallerBack()
    {
        using var arrays = new MatchArrays();
        var array = arrays.Take<Grown>(1024);
        for (var i = 0; i < 1024; i++) array[i] = new(i);
        var smaller = array;
        arrays.Enlarge(ref array, 2048);
        Assert.Equal(Enumerable.Range(0, 1024), array.Take(1024).Select(cell => cell.Value));
        Assert.Same(smaller, arrays.Take<Grown>(1024));
    }

    [Fact]
    public void NoMoreIsKeptThanTheBound()
    {
        using (var arrays = new MatchArrays())
        {
            for (var i = 0; i < 100; i++) arrays.Take<Bounded>(1_000_000);
        }
        Assert.InRange(IdleArrays<Bounded>.Bytes, IdleArrays<Bounded>.MaxBytes / 2, IdleArrays<Bounded>.MaxBytes);
        using var next = new MatchArrays();
        Assert.True(next.Take<Bounded>(900_000).Length >= 900_000);
    }

    // Types of their own, so that no other test's arrays come between.
    private record struct Alone(int Value);

    private record struct Sized(byte Value);

    private record struct Shared(int Value);

    private record struct Grown(int Value);

    private record struct Bounded(int Value);
}
