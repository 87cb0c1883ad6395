using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Tells pledges, demands, reports and opinions apart by cue words alone, as <c>modality.tsv</c> weighs them: one voice among those <see cref="StatementKinds"/> hears.</summary>
internal static class StatementCues
{
    private static readonly JoinedPhraseTable<(string Kind, int Weight)> Cues = JoinedPhraseTable<(string, int)>.Read("Facts/modality.tsv", row => (row[1], row.Int(2)));

    /// <summary>The kind of what is said in tokens [<paramref name="first"/>, <paramref name="end"/>).</summary>
    public static string Of(TokenList tokens, int first, int end, string? verb)
    {
        var (pledge, demand, report) = (0, 0, 0);
        if (verb is "خواستار شد" or "خواست" or "دستور داد" or "پیشنهاد کرد") return "demand";
        if (verb is "قول داد" or "وعده داد") return "pledge";
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind == TokenKind.Number) report++;
            var (cue, length) = Cues.At(tokens, at, end);
            if (length == 0) continue;
            if (cue.Kind == "pledge") pledge += cue.Weight;
            else if (cue.Kind == "demand") demand += cue.Weight;
            else if (cue.Kind == "report") report += cue.Weight;
            else (pledge, demand, report) = (pledge - cue.Weight, demand - cue.Weight, report - cue.Weight);
            at += length - 1;
        }
        if (demand > 0 && demand >= pledge) return "demand";
        if (pledge > 0) return "pledge";
        return report > 0 ? "report" : "opinion";
    }
}
