using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>What words around a verb say about the will behind it.</summary>
internal enum CueClass
{
    /// <summary>A subjunctive behind it is promised: قرار است.</summary>
    Firm = 1,

    /// <summary>A subjunctive behind it is aimed at: در تلاشیم.</summary>
    Soft,

    /// <summary>What stands before it is planned: در دستور کار.</summary>
    Work,

    /// <summary>A plain present behind it is promised: قول داد.</summary>
    Vow,

    /// <summary>Demand, hope or mere possibility.</summary>
    Block,

    /// <summary>Done anyway, without a promise.</summary>
    Habit,

    /// <summary>A plain present behind it is agreed: بر اساس این تفاهم‌نامه.</summary>
    Deal,

    /// <summary>Done now; promised only by a later day.</summary>
    Now,
}

/// <summary>A cue with the tokens it takes.</summary>
internal readonly record struct Cue(CueClass Class, int First, int End);

/// <summary>Finds the cues of <c>pledge-cues.tsv</c> in a text.</summary>
internal static class PledgeCues
{
    private static readonly PhraseTable<CueClass> Before = Table(name => name != CueClass.Work);
    private static readonly PhraseTable<CueClass> Work = Table(name => name == CueClass.Work);

    /// <summary>Of each word whether a cue may begin with it.</summary>
    private static readonly LexemeTest MayBegin = new(word => Before.MayBegin(word.Key) || Work.MayBegin(word.Key));

    /// <summary>The cues in [<paramref name="first"/>, <paramref name="end"/>), in order; a phrase may be both soft and work.</summary>
    public static List<Cue> Find(MarkedText text, int first, int end)
    {
        var cues = new List<Cue>();
        for (var i = first; i < end; i++)
        {
            if (!MayBegin.Of(text.Text.Tokens[i].Lexeme)) continue;
            var (workLength, _) = Work.StartingAt(text, i);
            if (workLength > 0) cues.Add(new(CueClass.Work, i, i + workLength));
            var (length, kind) = Before.StartingAt(text, i);
            if (length > 0) cues.Add(new(kind, i, i + length));
        }
        return cues;
    }

    private static PhraseTable<CueClass> Table(Func<CueClass, bool> takes) =>
        new(LanguageTable.Read("Facts/pledge-cues.tsv").Select(row => (Phrase: row[0], Class: row.Name<CueClass>(1))).Where(row => takes(row.Class)).Select(row => (row.Phrase, row.Class)));
}
