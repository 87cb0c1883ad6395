using System.Collections.Frozen;

namespace NewsMiner.Index.Analysis;

/// <summary>How a bound part of a word joins its neighbours.</summary>
internal enum Joining
{
    None, Before, BeforeKnown, After, AfterHeh, AfterVowel, AfterKnown,
}

/// <summary>All the analyser knows of one spelling, looked up once; one object for each spelling.</summary>
internal sealed class Word(string key, string form, string stem, Joining joining, FrozenSet<int>? compoundNexts, int number, bool countsAlone)
{
    /// <summary>The spelling folded, without half-spaces.</summary>
    public string Key { get; } = key;

    /// <summary>The key in the one spelling of its variants; what exact queries compare.</summary>
    public string Form { get; } = form;

    /// <summary>What plain queries compare.</summary>
    public string Stem { get; } = stem;

    /// <summary>The token of the full-text table for the stem where it differs from the form; marked so that it never meets a form.</summary>
    public string? StemToken { get; } = stem == form ? null : "+" + stem;

    /// <summary>How it joins its neighbours.</summary>
    public Joining Joining { get; } = joining;

    /// <summary>Where a word of several parts begins with it, the first two letters the next part may begin with.</summary>
    public FrozenSet<int>? CompoundNexts { get; } = compoundNexts;

    /// <summary>Its value as a number word, or 0.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it is a number without another beside it.</summary>
    public bool CountsAlone { get; } = countsAlone;
}
