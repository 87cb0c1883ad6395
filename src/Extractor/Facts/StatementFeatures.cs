using System.Collections.Frozen;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>What a statement shows of its kind: its verbs and their tenses, the times it names, modal words, numbers and the verb that reports it.</summary>
internal static class StatementFeatures
{
    /// <summary>Two words where the row has two.</summary>
    private static readonly (string First, string Second, string Class)[] Evaluative =
        [.. LanguageTable.Read("Facts/evaluative-words.tsv").Select(row => (Words: row[0].Split(' '), Class: row[1])).Select(row => (Fold.Key(row.Words[0]), row.Words.Length > 1 ? Fold.Key(row.Words[1]) : "", row.Class))];

    private static readonly FrozenDictionary<char, (string First, string Second, string Class)[]> EvaluativeByLetter =
        Evaluative.GroupBy(word => word.First[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly SaidWord Nothing = new(0, false, []);

    private static readonly LexemeMemo<SaidWord> Words = new(word => new SaidWord(
        StatementKinds.Model.Weighs("w=" + word.Key) ? WordHash.Of("w=" + word.Key) : 0,
        IsModal(word.Key),
        word.Key.Length > 0 && EvaluativeByLetter.TryGetValue(word.Key[0], out var rows)
            // Short words count only as they stand; longer ones with endings too.
            ? [.. rows.Where(row => row.First.Length > 3 ? word.Key.StartsWith(row.First, StringComparison.Ordinal) : word.Key == row.First)] : []) is var said && said is { Feature: 0, IsModal: false, Judgements: [] } ? Nothing : said);

    /// <summary>Adds the features of what is said in tokens [<paramref name="first"/>, <paramref name="end"/>); <paramref name="cues"/> is the kind that cue words alone say.</summary>
    public static void Add(FeatureSet features, MarkedText text, int first, int end, string? verb, string cues, DateOnly? day, bool holdsPledge)
    {
        features.Add("bias");
        features.Add($"verb={verb}");
        features.Add($"cues={cues}");
        if (holdsPledge) features.Add("pledge");
        var time = AddTimes(features, text, first, end, day);
        AddVerbs(features, text, first, end, day, time, verb);
        foreach (var cue in PledgeCues.Find(text, first, end)) features.Add($"cue={cue.Class}");
        AddWords(features, text, first, end);
        AddTogether(features);
    }

    /// <summary>The latest time named as <see cref="VerbClauses.When"/> has it; what recurs counts only where no other time is named.</summary>
    private static string AddTimes(FeatureSet features, MarkedText text, int first, int end, DateOnly? day)
    {
        var latest = "never";
        for (var at = first; at < end; at++)
        {
            if (text.DateAt(at) is not { } date) continue;
            if (VerbClauses.When(text, date, day) is { } when)
            {
                features.Add($"time={when}");
                if (date.Direction is DateDirection.By or DateDirection.Before) features.Add($"until={when}");
                latest = VerbClauses.Later(latest, when);
            }
            at = Math.Max(at, date.EndToken - 1);
        }
        features.Add($"latest={latest}");
        return latest;
    }

    private static void AddVerbs(FeatureSet features, MarkedText text, int first, int end, DateOnly? day, string time, string? reporting)
    {
        VerbMention? last = null;
        VerbClause? main = null;
        var count = 0;
        foreach (var clause in VerbClauses.In(text, first, end, day))
        {
            var verb = clause.Verb;
            AddClause(features, text, first, clause, time, reporting);
            if (clause.Part is ClausePart.Main or ClausePart.Concluding) main = clause;
            last = verb;
            count++;
        }
        features.Add($"verbs={Count(count, 3)}");
        if (last is not { } final)
        {
            // «از ساخت X خبر داد»: only nouns.
            features.Add($"nominal/{time}");
            features.Add($"nominal/{reporting}");
            features.Add($"nominal/{reporting}/{time}");
            return;
        }
        features.Add($"last={final.Form.Tense}/{PersonOf(final)}");
        features.Add($"last={final.Form.Tense}/{time}");
        features.Add($"last={final.Form.Stem}/{final.Form.Tense}");
        if (final.Form.Negative) features.Add($"last=not/{final.Form.Tense}");
        if (main is not { } chief) return;
        var sign = chief.Verb.Form.Negative ? "not " : "";
        features.Add($"main={sign}{chief.Verb.Form.Tense}/{PersonOf(chief.Verb)}");
        features.Add($"main={sign}{chief.Verb.Form.Tense}/{chief.Time}");
        features.Add($"main={sign}{chief.Verb.Form.Stem}/{chief.Verb.Form.Tense}");
    }

    private static void AddClause(FeatureSet features, MarkedText text, int first, in VerbClause clause, string time, string? reporting)
    {
        var verb = clause.Verb;
        var (tense, person, stem) = (verb.Form.Tense, PersonOf(verb), verb.Form.Stem);
        features.Add($"tense={tense}/{person}");
        features.Add($"part={clause.Part}/{tense}");
        if (verb.Form is { Tense: VerbTense.Present or VerbTense.Future, Negative: false } && stem != "بود")
        {
            features.Add($"act={tense}/{person}/{time}");
            if (clause.Part is ClausePart.Main or ClausePart.Concluding)
            {
                features.Add($"does={tense}/{person}/{clause.Time}");
                features.Add($"does={stem}/{tense}/{person}");
                if (reporting is null) features.Add($"title does={tense}");
                if (clause.Part == ClausePart.Concluding) features.Add($"then={tense}/{person}");
            }
        }
        if (tense == VerbTense.Future && ClassOf(text, first) == "if") features.Add("conditional future");
        // «مردم … گزارش کنند»: a subjunctive that hangs on nothing asks.
        if (tense == VerbTense.Subjunctive && !HangsOn(text, text.ClauseStart(verb.First), first, verb.First)) features.Add(stem == "بود" ? "wish=be" : person == "you" ? "wish=you" : "wish");
        if (stem is "توانست" or "خواست" or "بود" or "داشت" or "دانست") features.Add($"stem={stem}/{tense}/{person}");
    }

    private static string PersonOf(VerbMention verb) => verb.Form.Person switch { 1 or 4 => "we", 5 => "you", _ => "they" };

    /// <summary>What tells the kind only together: a judgement of what is, a duty under a condition, an act of one's own by a day.</summary>
    private static void AddTogether(FeatureSet features)
    {
        var judges = features.Contains("judges without numbers");
        var conditional = features.Contains("says=if");
        if (features.Contains("must") && conditional) features.Add("must if");
        if (features.Contains("last=بود/Present")) features.Add(judges ? "is, judged" : features.Contains("numbers=0") ? "is, plain" : "is, counted");
        if (conditional && !features.Contains("must")) features.Add(judges ? "if, judged" : "if, plain");
        if (features.Contains("latest=future") && features.Contains("tense=Present/they")) features.Add(features.Contains("must") ? "ahead, must" : "ahead, happens");
        if (features.Contains("stem=توانست/Present/they")) features.Add(judges ? "can, judged" : "can");
    }

    /// <summary>True where باید, که, تا, اگر and the like, or another verb's clause, call for the subjunctive.</summary>
    private static bool HangsOn(MarkedText text, int clause, int first, int verb)
    {
        for (var at = Math.Max(first, clause); at < verb; at++)
        {
            if (IsModal(text.Key(at)) || text.Key(at) is "اگر" or "چنانچه" or "تا" or "باشد" or "شاید" or "کاش" or "بتوانند" or "بدون") return true;
        }
        return clause > first && (text.Key(clause - 1) is "که" or "تا" or "اگر" or "اینکه" or "انکه" or "چنانچه" or "وقتی" or "زمانی" || text.VerbFrom(Math.Max(first, clause - 2), clause) is { Form.Stem: "توانست" or "خواست" or "داشت" });
    }

    private static string? ClassOf(MarkedText text, int at)
    {
        foreach (var (_, second, kind) in Words.Of(text.Text.Tokens[at].Lexeme).Judgements)
        {
            if (second.Length == 0 || text.Key(at + 1) == second) return kind;
        }
        return null;
    }

    private static bool IsModal(string key) => key.StartsWith("باید", StringComparison.Ordinal) || key.StartsWith("نباید", StringComparison.Ordinal) || key is "میباید" or "میبایست" or "بایست";

    private static void AddWords(FeatureSet features, MarkedText text, int first, int end)
    {
        var (numbers, words, judgements) = (0, 0, 0);
        for (var at = first; at < end; at++)
        {
            var role = text.Role(at);
            if (role == TokenRole.Mark)
            {
                if (text.Text.Tokens[at].Form is "؟") features.Add("asks");
                continue;
            }
            words++;
            if (role == TokenRole.Number && (at == first || text.Role(at - 1) != TokenRole.Number)) numbers++;
            var word = Words.Of(text.Text.Tokens[at].Lexeme);
            if (word.IsModal) features.Add("must");
            if (ClassOf(text, at) is { } judged)
            {
                features.Add($"says={judged}");
                judgements++;
            }
            if (role is not (TokenRole.Number or TokenRole.Time))
            {
                if (features.KeepsNames) features.Add($"w={text.Key(at)}");
                else if (word.Feature != 0) features.Add(word.Feature);
            }
            if (at == first) features.Add($"first={text.Key(at)}");
        }
        features.Add($"numbers={Count(numbers, 2)}");
        if (judgements > 1) features.Add("judges much");
        if (numbers == 0 && judgements > 0) features.Add("judges without numbers");
        if (words < 9) features.Add("short");
    }

    private static string Count(int count, int most) => count > most ? "many" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a word shows by itself.</summary>
    /// <param name="Feature">The fingerprint of its feature, 0 where the model has no weight for it.</param>
    /// <param name="IsModal">True for «باید» and its kin.</param>
    /// <param name="Judgements">The rows of evaluative words it may begin.</param>
    private sealed record SaidWord(ulong Feature, bool IsModal, (string First, string Second, string Class)[] Judgements);
}
