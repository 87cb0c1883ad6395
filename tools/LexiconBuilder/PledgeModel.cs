using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Facts;
using NewsMiner.Extractor.Learning;
using NewsMiner.Extractor.Mentions;

namespace NewsMiner.LexiconBuilder;

/// <summary>Tells clauses that promise from their look-alikes by a linear model over what rule found them, their verb, time, words and cues.</summary>
internal static class PledgeModel
{
    /// <summary>The classes, in the order of the weights.</summary>
    public static readonly string[] Classes = ["no", "pledge"];

    /// <summary>True where the clause promises, as <paramref name="model"/> sees it.</summary>
    public static bool Promises(LinearModel model, MarkedText text, PledgeClause clause) =>
        IsPlain(clause) || model.Classify(Features(text, clause)).Class == "pledge";

    // What is agreed, aimed at or undertaken in words, or has a last day, needs no judge.
    private static bool IsPlain(PledgeClause clause) =>
        clause.Rule is "pledge: agreed" or "pledge: aim" or "pledge: planned work" or "pledge: announced" or "pledge: undertaken"
        || clause.Deadline is { Direction: DateDirection.By or DateDirection.Before, Due: not null } && !IsCandidate(clause);

    private static bool IsCandidate(PledgeClause clause) => clause.Rule.StartsWith("pledge: candidate", StringComparison.Ordinal);

    /// <summary>What a clause shows, each feature once.</summary>
    public static HashSet<string> Features(MarkedText text, PledgeClause clause)
    {
        var rule = clause.Rule[(clause.Rule.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var features = new HashSet<string>(StringComparer.Ordinal) { "bias", "rule=" + clause.Rule, IsCandidate(clause) ? "candidate" : "ruled" };
        var sentence = text.SentenceAt(clause.First);
        var time = clause.Deadline is not { } date ? "none" : date.Rule == "date: vague" ? "vague" : date.Direction is DateDirection.By or DateDirection.Before ? "by" : date.Direction == DateDirection.From ? "from" : date.Due is null ? "some" : "in";
        features.Add("time=" + time);
        features.Add($"rule={clause.Rule}/{time}");
        if (sentence.Paragraph == 0) features.Add("title");
        else if (sentence.Paragraph == 1) features.Add("lead");
        AddVerb(features, text, clause, rule, time);
        AddWords(features, text, clause);
        foreach (var cue in PledgeCues.Find(text, sentence.FirstToken, Math.Min(sentence.EndToken, clause.End + 1)))
            features.Add((cue.First >= clause.First ? "cue=" : "cue before=") + cue.Class);
        return features;
    }

    private static void AddVerb(HashSet<string> features, MarkedText text, PledgeClause clause, string rule, string time)
    {
        VerbMention? last = null;
        var count = 0;
        for (var verb = text.VerbFrom(clause.First, clause.End); verb is { } next; verb = text.VerbFrom(next.End, clause.End))
        {
            last = next;
            count++;
        }
        features.Add("verbs=" + Math.Min(count, 3));
        if (last is not { } main) return;
        var person = main.Form.Person is 1 or 4 ? "we" : main.Form.Person is 6 ? "they" : "it";
        features.Add($"verb={main.Form.Tense}/{person}");
        features.Add($"verb={main.Form.Tense}/{person}/{time}");
        features.Add($"{rule}/{person}");
        features.Add("stem=" + main.Form.Stem);
        features.Add($"stem={main.Form.Stem}/{main.Form.Tense}");
        if (text.Role(main.First - 1) == TokenRole.Content) features.Add("noun=" + text.Key(main.First - 1));
        if (main.Form.Negative) features.Add("not");
        // A verb in the middle of a longer sentence describes more often than it promises.
        features.Add(text.Role(main.End) switch { TokenRole.Mark => text.Key(main.End) is "،" or "," ? "then=comma" : "then=end", TokenRole.Conjunction => "then=" + text.Key(main.End), _ => "then=word" });
    }

    private static void AddWords(HashSet<string> features, MarkedText text, PledgeClause clause)
    {
        var (numbers, objects) = (0, 0);
        for (var at = clause.First; at < clause.End; at++)
        {
            var role = text.Role(at);
            if (role == TokenRole.Number && text.Role(at - 1) != TokenRole.Number) numbers++;
            else if (role == TokenRole.Object) objects++;
            else if (role is TokenRole.Determiner or TokenRole.Adverb or TokenRole.Pronoun or TokenRole.Conjunction) features.Add("w=" + text.Key(at));
            else if (role == TokenRole.Content && NounClasses.Of(text.Key(at)) is not NounClass.None and var kind) features.Add("holds=" + kind);
            if (role == TokenRole.Content && Speakers.IsBody(text.Key(at))) features.Add("body");
        }
        features.Add("numbers=" + Math.Min(numbers, 2));
        features.Add(objects > 0 ? "object" : "no object");
        features.Add("length=" + (clause.End - clause.First) switch { < 5 => "short", < 12 => "middle", < 25 => "long", _ => "very long" });
        features.Add("first=" + (text.Role(clause.First) == TokenRole.Content ? "noun" : text.Key(clause.First)));
        features.Add("before=" + (text.Role(clause.First - 1) == TokenRole.Content ? "noun" : text.Key(clause.First - 1)));
    }
}
