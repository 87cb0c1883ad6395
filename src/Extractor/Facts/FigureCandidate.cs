using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;

namespace NewsMiner.Extractor.Facts;

/// <summary>A number on its way to being a figure.</summary>
internal sealed class FigureCandidate(NumberMention number)
{
    /// <summary>The number itself.</summary>
    public NumberMention Number { get; } = number;

    /// <summary>How it measures; null where its unit is left out.</summary>
    public UnitClass? Class { get; set; }

    /// <summary>Its unit, singular.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The token after the unit; after the number where none stands.</summary>
    public int UnitEnd { get; set; } = number.EndToken;

    /// <summary>The unit describes the noun before it: «پیشرفت ۷۵ درصدی».</summary>
    public bool IsAdjective { get; set; }

    /// <summary>The unit refers back: «۳۶۲ نفرشان».</summary>
    public bool IsPossessive { get; set; }

    /// <summary>The place in a row of some order.</summary>
    public bool IsRank { get; set; }

    /// <summary>The unit was left out and taken from a neighbour.</summary>
    public bool IsElided { get; set; }

    /// <summary>The figure whose unit was taken where the unit was left out.</summary>
    public FigureCandidate? Source { get; set; }

    /// <summary>The old level where this is the new one: «از ۵ به ۱۰ میلیون».</summary>
    public FigureCandidate? From { get; set; }

    /// <summary>The number, with the scale of a neighbour where its own was left out.</summary>
    public decimal Value { get; set; } = number.Value;

    /// <summary>The unit of time of a rate, or null.</summary>
    public string? Period { get; set; }

    /// <summary>What is measured.</summary>
    public string? Counted { get; set; }

    /// <summary>The kind as the guide names it.</summary>
    public string Kind => IsRank ? "rank" : Class switch
    {
        UnitClass.Percent => "percent",
        UnitClass.Ratio => "ratio",
        UnitClass.Money => "money",
        UnitClass.Measure or UnitClass.Mass or UnitClass.Time => "measure",
        _ => "count",
    };
}
