using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Mentions;

/// <summary>How a reporting verb takes what is said.</summary>
internal enum ReportingFrame
{
    /// <summary>What is said follows.</summary>
    Says,

    /// <summary>What is said follows, but only behind a colon: «اشاره کرد:».</summary>
    Colon,

    /// <summary>«از Y خبر داد», «Y را خبر داد».</summary>
    Announces,

    /// <summary>«خواستار Y شد», «از X خواست Y».</summary>
    Asks,

    /// <summary>What is said follows, or stands before with را: «Y را Z اعلام کرد».</summary>
    Names,

    /// <summary>As Names, but a judgement where it gives no number: «Y را Z دانست».</summary>
    Deems,

    /// <summary>No attribution: «سخن گفت».</summary>
    Silent,
}

/// <summary>A reporting verb as exported, and how it takes what is said.</summary>
internal sealed record ReportingVerb(string Name, ReportingFrame Frame);

/// <summary>All forms of the reporting verbs of <c>reporting-verbs.tsv</c>, third person, by their letters.</summary>
internal static class ReportingVerbs
{
    private static readonly JoinedPhraseTable<ReportingVerb> Forms = new(LanguageTable.Read("Mentions/reporting-verbs.tsv").SelectMany(Conjugate));

    /// <summary>The verb whose longest form begins at a token; 0 tokens where there is none.</summary>
    public static (ReportingVerb? Value, int Tokens) At(TokenList tokens, int first, int end) => Forms.At(tokens, first, end);

    private static IEnumerable<(string, ReportingVerb)> Conjugate(TableRow row)
    {
        if (row.Cells.Length < 5) throw row.Bad("a word, two stems, a name and a frame are needed");
        var (word, past, present) = (row[0], row[1], row[2]);
        var verb = new ReportingVerb(row[3], row.Name<ReportingFrame>(4));
        string[] forms = past switch
        {
            "است" => ["است", "هستند", "هست"],
            "بود" => ["بود", "بودند"],
            _ => [past, past + "ند", "می" + past, "می" + past + "ند", past + "ه است", past + "ه‌اند", past + "ه بود", past + "ه بودند", .. Presents(present)],
        };
        return forms.Select(form => (word + " " + form, verb));
    }

    private static IEnumerable<string> Presents(string stem)
    {
        if (stem.Length == 0) return [];
        // دارد takes no می in these verbs: «اعتقاد دارد».
        return stem == "دار" ? ["دارد", "دارند"] : ["می" + stem + "د", "می" + stem + "ند"];
    }
}
