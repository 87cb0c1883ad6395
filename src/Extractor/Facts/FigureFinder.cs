using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Finds the numbers of a text that measure something, and gives each its unit, what it counts and how it stands.</summary>
internal sealed class FigureFinder
{
    private readonly MarkedText text;
    private readonly List<FigureCandidate> candidates = [];

    private FigureFinder(MarkedText text) => this.text = text;

    /// <summary>The numbers that were refused, with their reasons.</summary>
    public List<RejectedNumber> Rejections { get; } = [];

    /// <summary>The figures in text order, each with the tokens it spans.</summary>
    public List<(Figure Figure, FigureCandidate Candidate)> Figures { get; } = [];

    /// <summary>Reads all figures of a text.</summary>
    public static FigureFinder Read(MarkedText text)
    {
        var finder = new FigureFinder(text);
        finder.FindCandidates();
        finder.FillElidedUnits();
        finder.Describe();
        return finder;
    }

    private void FindCandidates()
    {
        var paragraph = -1;
        var isBoilerplate = false;
        foreach (var number in text.Numbers)
        {
            var sentence = text.SentenceAt(number.FirstToken);
            if (sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Paragraph;
                isBoilerplate = NonFigures.IsBoilerplate(ParagraphAt(sentence));
            }
            var unit = UnitOf(number);
            if (isBoilerplate) Reject(number, "boilerplate");
            else if (RankWord(number) is { } rank) candidates.Add(new(number) { IsRank = true, Class = UnitClass.Noun, Unit = rank });
            else if (number.Ordinal) Reject(number, "ordinal");
            else if (NonFigures.Reason(text, number, unit) is { } reason) Reject(number, reason);
            else candidates.Add(Candidate(number, unit));
        }
    }

    /// <summary>True where the token stands in a paragraph of the page's own.</summary>
    public bool IsBoilerplate(int token) => NonFigures.IsBoilerplate(ParagraphAt(text.SentenceAt(token)));

    private string ParagraphAt(in Sentence sentence)
    {
        var original = text.Text.Normalized.Original;
        var at = text.Text.OriginalSpan(sentence.FirstToken, sentence.EndToken).Start;
        var start = original.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var end = original.IndexOf('\n', at);
        return original[start..(end < 0 ? original.Length : end)];
    }

    // The unit behind a number, on the number itself, or inside a range («۲۰ درصد تا ۸۰ درصد»).
    private Unit? UnitOf(NumberMention number)
    {
        if (number.Suffix is { } suffix && Units.OfWord(Fold.Key(suffix)) is { } joined) return joined with { Length = 0 };
        return text.Role(number.EndToken) == TokenRole.Mark && text.Key(number.EndToken) is not ("%" or "٪") ? null : Units.At(text, number.EndToken);
    }

    private FigureCandidate Candidate(NumberMention number, Unit? unit)
    {
        var candidate = new FigureCandidate(number);
        if (unit is { } known)
        {
            candidate.Class = known.Class;
            candidate.Unit = known.Name;
            candidate.UnitEnd = number.EndToken + known.Length;
            candidate.IsAdjective = known.Adjective;
            candidate.IsPossessive = known.Possessive;
            if (known.Class == UnitClass.Mass && (text.Key(candidate.UnitEnd) == "از" || text.Role(candidate.UnitEnd) is TokenRole.Verb or TokenRole.Copula)) candidate.Class = UnitClass.Classifier;
        }
        else if (IsCountedNoun(number.EndToken))
        {
            candidate.Class = UnitClass.Noun;
            candidate.Unit = NounPhrase.Singular(text.Words(number.EndToken, number.EndToken + 1));
            candidate.UnitEnd = number.EndToken + 1;
        }
        return candidate;
    }

    private bool IsCountedNoun(int token) =>
        NounPhrase.IsJoined(text, token) && text.Text.Tokens[token].Key.Length > 1
        && text.Key(token) is not ("رشد" or "افزایش" or "کاهش" or "دهم" or "صدم" or "ام" or "اعلام" or "عنوان" or "برآورد" or "بوده" or "سهم" or "مربوط" or "متعلق" or "مبلغ" or "معادل");

    // «رتبه ششم», «جایگاه ۴», «رتبه استان از یازدهم به پنجم»
    private string? RankWord(NumberMention number)
    {
        var before = text.Key(number.FirstToken - 1);
        if (before is "رتبه" or "جایگاه" or "مقام" or "رده" or "رتبههای" && text.Key(number.FirstToken) is not "نخست" && Units.At(text, number.EndToken) is null) return before == "رتبههای" ? "رتبه" : text.Words(number.FirstToken - 1, number.FirstToken);
        if (!number.Ordinal || number.Value > 1000) return null;
        var sentence = text.SentenceAt(number.FirstToken);
        if (text.DateAt(number.FirstToken) is not null) return null;
        for (var i = number.FirstToken - 2; i >= Math.Max(sentence.FirstToken, number.FirstToken - 12); i--)
        {
            if (text.Key(i) is "رتبه" or "جایگاه" or "مقام") return text.Key(number.FirstToken - 1) is "از" or "به" or "و" ? text.Words(i, i + 1) : null;
        }
        return null;
    }

    // «۹ واحد در اراک، ۶ در شازند», «سهم امسال ۴۵ و پارسال ۵۳ واحد»: the unit stands once.
    private void FillElidedUnits()
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Class is not null) continue;
            if (Neighbour(i, 1) is { } source || (source = Neighbour(i, -1)) is not null)
            {
                candidate.Class = source.Class;
                candidate.Unit = source.Unit;
                candidate.IsElided = true;
            }
        }
        foreach (var candidate in candidates.Where(candidate => candidate.Class is null)) Reject(candidate.Number, "bare number");
        candidates.RemoveAll(candidate => candidate.Class is null);
    }

    private FigureCandidate? Neighbour(int index, int step)
    {
        var candidate = candidates[index];
        var sentence = text.SentenceAt(candidate.Number.FirstToken);
        for (var i = index + step; i >= 0 && i < candidates.Count; i += step)
        {
            var other = candidates[i];
            if (other.Number.FirstToken < sentence.FirstToken || other.Number.FirstToken >= sentence.EndToken) return null;
            if (other.Class is null || other.IsElided && step > 0 || other.IsRank) continue;
            var gap = step > 0 ? other.Number.FirstToken - candidate.Number.EndToken : candidate.Number.FirstToken - other.UnitEnd;
            if (gap > 14) return null;
            if (other.Class is UnitClass.Percent or UnitClass.Ratio && step < 0 && candidate.Number.Value > 100) continue;
            // Millions go with money, and money with millions.
            if (other.Class == UnitClass.Money != candidate.Number.Value >= 1_000_000 && candidate.Number.Value >= 1_000_000) continue;
            if (other.Class == UnitClass.Money && candidate.Number.Value < 1000 && step < 0) continue;
            return other;
        }
        return null;
    }

    private void Describe()
    {
        string? earlier = null;
        var paragraph = -1;
        foreach (var candidate in candidates)
        {
            var number = candidate.Number;
            var sentence = text.SentenceAt(number.FirstToken);
            if (sentence.Paragraph != paragraph && sentence.Paragraph <= 1) earlier = null;
            paragraph = sentence.Paragraph;
            var (first, sign) = FigureQualities.Qualifier(text, candidate);
            candidate.Counted = Counted.Find(text, candidate, first, earlier);
            if (candidate.Counted is not null && candidate.Class != UnitClass.Time) earlier = candidate.Counted;
            var (value, max, unit) = Amount(candidate);
            Figures.Add((new Figure
            {
                Span = text.Text.OriginalSpan(number.FirstToken, Math.Max(number.EndToken, candidate.UnitEnd)),
                Sentence = text.Words(sentence.FirstToken, sentence.EndToken),
                Rule = RuleOf(candidate),
                Confidence = FigureConfidence.Of(candidate),
                Value = value,
                Max = max,
                Unit = unit,
                Kind = candidate.Kind,
                Qualifier = sign,
                Counted = candidate.Counted,
                Change = FigureQualities.Change(text, candidate, first),
                Period = FigureQualities.Period(text, candidate, first),
                Rials = candidate.Class == UnitClass.Money ? Money.From(value, unit)?.Rials : null,
            }, candidate));
        }
    }

    private static (decimal Value, decimal? Max, string Unit) Amount(FigureCandidate candidate) =>
        (candidate.Number.Value, candidate.Number.Max, candidate.Unit);

    private static string RuleOf(FigureCandidate candidate) =>
        "figure: " + candidate.Kind + (candidate.IsElided ? ", elided unit" : candidate.IsAdjective ? ", adjective" : candidate.Class == UnitClass.Noun && !candidate.IsRank ? ", noun" : "");

    private void Reject(NumberMention number, string reason)
    {
        var span = text.Text.OriginalSpan(number.FirstToken, number.EndToken);
        Rejections.Add(new(span, text.Words(number.FirstToken, number.EndToken), reason));
    }
}
