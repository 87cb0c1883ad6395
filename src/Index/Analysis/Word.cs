using System.Collections.Frozen;
using System.Text;

namespace NewsMiner.Index.Analysis;

/// <summary>How a bound part of a word joins its neighbours.</summary>
internal enum Joining
{
    None, Before, BeforeKnown, After, AfterHeh, AfterVowel, AfterKnown,
}

/// <summary>All the analyser knows of one spelling, looked up once; one object for each spelling.</summary>
/// <param name="spelling">As a text has it.</param>
/// <param name="key">The spelling folded, without half-spaces.</param>
/// <param name="form">The key in the one spelling of its variants.</param>
/// <param name="stem">The form without endings.</param>
internal sealed class Word(string spelling, string key, string form, string stem)
{
    public string Spelling { get; } = spelling;

    public string Key { get; } = key;

    /// <summary>What exact queries compare.</summary>
    public string Form { get; } = form;

    /// <summary>What plain queries compare.</summary>
    public string Stem { get; } = stem;

    /// <summary>
    /// The tokens of the full-text table, a space behind each, in UTF-8: the form and, where it differs, the stem, marked so that it never meets a form.
    /// </summary>
    public byte[] Tokens { get; } = Encoding.UTF8.GetBytes(stem == form ? $"{form} " : $"{form} +{stem} ");

    /// <summary>How it joins its neighbours.</summary>
    public Joining Joining { get; init; }

    /// <summary>Where a word of several parts begins with it, the first two letters the next part may begin with.</summary>
    public FrozenSet<int>? CompoundNexts { get; init; }

    /// <summary>Its value as a number word, or 0.</summary>
    public int Number { get; init; }

    /// <summary>Whether it is a number without another beside it.</summary>
    public bool CountsAlone { get; init; }

    /// <summary>Whether it is made of digits.</summary>
    public bool IsFigure { get; init; }

    /// <summary>Whether it may be one word with the next, whatever that is.</summary>
    public bool MayJoinNext => CompoundNexts is not null || Joining is Joining.Before or Joining.BeforeKnown;

    /// <summary>Whether it may be one word with the one before, whatever that is.</summary>
    public bool MayJoinLast => Joining >= Joining.After;
}
