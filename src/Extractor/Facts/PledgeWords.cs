using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>What a verb or a noun says about whether its clause promises an act.</summary>
internal enum PledgeWord
{
    /// <summary>A verb that says how things are, or reports, and promises nothing by its future or present.</summary>
    Stative,

    /// <summary>A noun whose light verb names a state or a forecast.</summary>
    State,

    /// <summary>A state that is an undertaking where it has a time to come: «تا ۱۴ فروردین خدمت می‌دهند».</summary>
    Serving,

    /// <summary>What stops: to deny it promises that it goes on.</summary>
    Ceasing,

    /// <summary>A turn of fortune: what befalls, nobody does.</summary>
    Fortune,

    /// <summary>What comes of something: «آسیب خواهند زد», «زمینه را فراهم خواهد کرد».</summary>
    Effect,

    /// <summary>A place of a verb of being that makes its future an undertaking: «در اختیار آنان خواهد بود», «مستقر خواهد بود».</summary>
    Standing,

    /// <summary>A verb of reporting, behind which a clause begins anew.</summary>
    Reporting,

    /// <summary>A noun of an act that an announcement can be of.</summary>
    Act,
}

/// <summary>The words of <c>pledge-words.tsv</c>, folded; a word may be of several kinds.</summary>
internal static class PledgeWords
{
    private static readonly FrozenDictionary<PledgeWord, FrozenSet<string>> Words = LanguageTable.Read("Facts/pledge-words.tsv")
        .GroupBy(row => row.Name<PledgeWord>(1), row => Fold.Key(row[0])).ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The folded words of a kind.</summary>
    public static FrozenSet<string> Of(PledgeWord kind) => Words[kind];
}
