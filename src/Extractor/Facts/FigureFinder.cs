using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Finds the numbers of a text that measure something, and gives each its unit, what it counts and how it stands.</summary>
internal sealed class FigureFinder
{
    private readonly MarkedText text;
    private readonly List<FigureCandidate> candidates = [];
    private (int End, string Reason)? last;

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
        finder.JoinSums();
        finder.FillElidedUnits();
        finder.JoinLevels();
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
            // A unit stands in the number's own sentence.
            var unit = number.EndToken < sentence.EndToken || number.Suffix is not null ? UnitOf(number) : null;
            // «دو دهنه پل»: a unit that looks like a number.
            if (candidates.Count > 0 && number.FirstToken < candidates[^1].UnitEnd) continue;
            if (isBoilerplate) Reject(number, "boilerplate");
            else if (RankWord(number) is { } rank) candidates.Add(new(number) { IsRank = true, Class = UnitClass.Noun, Unit = rank });
            else if (number.Ordinal) Reject(number, "ordinal");
            else if (NonFigures.Reason(text, number, unit, Listed(number)) is { } reason) Reject(number, reason);
            else candidates.Add(Candidate(number, unit));
        }
    }

    // «ماده ۷ و ۱۴»: what the number before it names, this one names too.
    private string? Listed(NumberMention number) =>
        last is { } before && number.FirstToken - before.End == 1 && text.Key(before.End) is "و" or "،" or "," or "تا" or "یا" ? before.Reason : null;

    /// <summary>True where the token stands in a paragraph of the page's own.</summary>
    public bool IsBoilerplate(int token) => NonFigures.IsBoilerplate(ParagraphAt(text.SentenceAt(token)));

    private ReadOnlySpan<char> ParagraphAt(in Sentence sentence)
    {
        var original = text.Text.Normalized.Original;
        var at = text.Text.OriginalSpan(sentence.FirstToken, sentence.EndToken).Start;
        var start = original.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
        var end = original.IndexOf('\n', at);
        return original.AsSpan(start..(end < 0 ? original.Length : end));
    }

    // The unit behind a number, on the number itself, or inside a range («۲۰ درصد تا ۸۰ درصد»).
    private Unit? UnitOf(NumberMention number)
    {
        if (number.Suffix is { } suffix && Units.OfWord(Fold.Key(suffix)) is { } joined) return joined with { Length = 0 };
        // «۴۵ تا خانه», not «تا پایان», «تا تهران»
        if (text.Key(number.EndToken) == "تا" && number is { Ordinal: false, Max: null } && text.Key(number.FirstToken - 1) != "از" && text.Role(number.EndToken + 1) == TokenRole.Content && text.Role(number.EndToken + 2) is not (TokenRole.Verb or TokenRole.Copula) && NounClasses.IsNoun(Fold.Key(NounPhrase.Singular(text.Form(number.EndToken + 1)))) && MentionLexicons.Places.At(text.Text.Tokens, number.EndToken + 1, number.EndToken + 2).Tokens == 0) return new(UnitClass.Classifier, "تا", 1);
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
            if (known is { Class: UnitClass.Money, Name: "همت" }) (candidate.Value, candidate.Unit) = (Money.From(number.Value, known.Name)!.Value.Amount, "تومان");
            if (known.Class == UnitClass.Mass && (text.Key(candidate.UnitEnd) == "از" || text.Role(candidate.UnitEnd) is TokenRole.Verb)) candidate.Class = UnitClass.Classifier;
        }
        else if (ScaledAdjective(number.EndToken) is > 0 and var scale)
        {
            // «فرار مالیاتی ۱۰۰۰ میلیاردی»
            (candidate.Class, candidate.Unit, candidate.UnitEnd, candidate.IsAdjective) = (UnitClass.Money, "تومان", number.EndToken + 1, true);
            // «۶ میلیارد و ۲۰۰ میلیونی»: the scale is of the last group alone.
            candidate.Value += (candidate.Value < 1_000_000 ? candidate.Value : candidate.Value % 1000) * (scale - 1);
        }
        else if (ScaledPossessive(number.EndToken) is > 0 and var part)
        {
            // «۱۲ میلیاردش از فروش ساختمان بود»: the currency is that of the sum it is part of.
            candidate.Value += (candidate.Value < 1_000_000 ? candidate.Value : candidate.Value % 1000) * (part - 1);
            (candidate.UnitEnd, candidate.IsPossessive) = (number.EndToken + 1, true);
            TakeCurrency(candidate);
        }
        else if (number.EndToken < text.SentenceAt(number.FirstToken).EndToken && !IsSumWithoutCurrency(number) && IsCountedNoun(number.EndToken))
        {
            candidate.Class = UnitClass.Noun;
            candidate.Unit = NounPhrase.Unit(text, number.EndToken);
            candidate.UnitEnd = number.EndToken + 1;
        }
        return candidate;
    }

    // «شصت میلیون خرج», «۵۰ میلیون وام»: the noun says what the money is, the currency is left out.
    private bool IsSumWithoutCurrency(NumberMention number) =>
        ScaleOf(number) >= 1_000_000 && NounClasses.Is(text.Key(number.EndToken), NounClass.Sum) && !NounClasses.Is(text.Key(number.EndToken), NounClass.Person);

    private decimal ScaledAdjective(int token) => text.Key(token) switch { "میلیاردی" => 1_000_000_000m, "میلیونی" => 1_000_000m, _ => 0 };

    private decimal ScaledPossessive(int token) => text.Key(token) switch { "میلیاردش" or "میلیاردشان" => 1_000_000_000m, "میلیونش" or "میلیونشان" => 1_000_000m, _ => 0 };

    private bool IsCountedNoun(int token) =>
        (text.Role(token) == TokenRole.Content && text.Text.Tokens[token].Kind == TokenKind.Word && text.Key(token) is not ("تحت" or "جهت" or "واقع" or "ظاهرا" or "معادل" or "حاصل" or "ناشی") || text.Role(token) == TokenRole.Verb && text.Role(token + 1) == TokenRole.Verb && text.VerbFrom(token, token + 1) is { } noun && noun.End == token + 1) && text.Text.Tokens[token].Key.Length > 1
        && !(NounClasses.Is(text.Key(token), NounClass.Act) && text.Role(token + 1) is TokenRole.Verb or TokenRole.Copula or TokenRole.Mark)
        && text.Key(token) is not ("رشد" or "افزایش" or "کاهش" or "دهم" or "صدم" or "ام" or "بوده" or "سهم" or "مربوط" or "متعلق" or "مبلغ" or "معادل" or "جور" or "پذیرفته");

    // «رتبه ششم», «جایگاه ۴», «رتبه استان از یازدهم به پنجم»
    private string? RankWord(NumberMention number)
    {
        var before = text.Key(number.FirstToken - 1);
        if (before is "رتبه" or "جایگاه" or "مقام" or "رده" or "رتبههای" && !(before == "رتبههای" && text.Key(number.FirstToken) is "نخست") && Units.At(text, number.EndToken) is null) return before == "رتبههای" ? "رتبه" : text.Words(number.FirstToken - 1, number.FirstToken);
        if (!number.Ordinal || number.Value > 1000) return null;
        var sentence = text.SentenceAt(number.FirstToken);
        if (text.DateAt(number.FirstToken) is not null) return null;
        for (var i = number.FirstToken - 2; i >= Math.Max(sentence.FirstToken, number.FirstToken - 12); i--)
        {
            if (text.Key(i) is "رتبه" or "جایگاه" or "مقام") return text.Key(number.FirstToken - 1) is "از" or "به" or "و" || IsPredicate(number) && text.VerbFrom(i, number.FirstToken) is null ? text.Words(i, i + 1) : null;
        }
        return null;
    }

    // «رتبه استان در جذب اعتبار، سوم اعلام شد», «این رتبه هفتم بود»
    private bool IsPredicate(NumberMention number) =>
        text.Role(number.EndToken) is TokenRole.Verb or TokenRole.Copula || text.Key(number.EndToken) is "اعلام" or "ارزیابی" or "گزارش" or "عنوان" && text.VerbFrom(number.EndToken, number.EndToken + 2) is not null;

    // «۲ همت و ۳۰۰ میلیارد تومان» is one sum.
    private void JoinSums()
    {
        for (var i = candidates.Count - 2; i >= 0; i--)
        {
            var (great, small) = (candidates[i], candidates[i + 1]);
            if (text.Key(great.Number.EndToken) != "همت" || small.Unit != "تومان" || text.Key(great.UnitEnd) != "و" || small.Number.FirstToken != great.UnitEnd + 1) continue;
            great.Value += small.Value;
            great.UnitEnd = small.UnitEnd;
            candidates.RemoveAt(i + 1);
        }
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
                // «نسبت پشتیبانی از ۵.۱ به ۳.۸ رسید»: of persons and things there are no tenths.
                if (decimal.Truncate(candidate.Value) != candidate.Value && source.Class is UnitClass.Classifier or UnitClass.Noun) continue;
                candidate.Class = source.Class;
                candidate.Unit = source.Unit;
                candidate.IsElided = true;
                candidate.Source = source;
                if (source.Class == UnitClass.Money && candidate.Value < 1000 && ScaleOf(source.Number) is > 1 and var scale) candidate.Value *= scale;
            }
        }
        foreach (var candidate in candidates.Where(candidate => candidate.Class is null)) TakeCurrency(candidate);
        foreach (var candidate in candidates.Where(candidate => candidate.Class is null)) Reject(candidate.Number, "bare number");
        candidates.RemoveAll(candidate => candidate.Class is null);
    }

    // Millions without any unit are money; the currency is the one the article wrote last, or else will write.
    private void TakeCurrency(FigureCandidate candidate)
    {
        if (candidate.Value < 1_000_000 || !candidate.IsPossessive && (ScaleOf(candidate.Number) < 1_000_000 || candidate.Number.Ordinal)) return;
        var source = candidates.LastOrDefault(other => other.Class == UnitClass.Money && other.Number.FirstToken < candidate.Number.FirstToken) ?? candidates.FirstOrDefault(other => other.Class == UnitClass.Money);
        (candidate.Class, candidate.Unit, candidate.IsElided) = (UnitClass.Money, source?.Unit ?? "تومان", true);
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
            if (gap > (step > 0 ? 14 : 8) || IsParted(Math.Min(candidate.Number.EndToken, other.UnitEnd), Math.Max(candidate.Number.FirstToken, other.Number.FirstToken))) return null;
            if (other.Class is UnitClass.Percent or UnitClass.Ratio && step < 0 && candidate.Number.Value > 100) continue;
            // Millions go with money, and money with millions.
            if (other.Class == UnitClass.Money != candidate.Number.Value >= 1_000_000 && candidate.Number.Value >= 1_000_000) continue;
            if (other.Class == UnitClass.Money && candidate.Number.Value < 1000 && ScaleOf(other.Number) <= 1000) continue;
            return other;
        }
        return null;
    }

    // The scale a number ends with, which a list of sums writes once: «کمیجان ۷۰، شازند ۹۲ و زرندیه ۶۴ میلیارد تومان».
    private decimal ScaleOf(NumberMention number) =>
        text.Key(number.EndToken) == "همت" ? 1_000_000_000_000m : NumeralTable.TryGet(text.Key(number.EndToken - 1), out var last) && last.Class == NumeralClass.Scale ? last.Value : 1;

    // «از ۵ به ۱۰ میلیون», «از ۷۹ نفر در پاییز به ۱۹ نفر»: the second is the new level of what the first was.
    private void JoinLevels()
    {
        for (var i = 0; i + 1 < candidates.Count; i++)
        {
            var (old, level) = (candidates[i], candidates[i + 1]);
            if (old.Class != level.Class || old.Unit != level.Unit) continue;
            var from = FigureQualities.Qualifier(text, old).First - 1;
            from -= FigureQualities.PeriodBefore(text, from + 1);
            if (text.Key(from) is "رتبه" or "جایگاه" or "مقام" or "حدود") from--;
            if (text.Key(from) != "از") continue;
            var to = FigureQualities.Qualifier(text, level).First - 1;
            to -= FigureQualities.PeriodBefore(text, to + 1);
            while (text.Key(to) is "حدود" or "میانگین" or "متوسط" or "مرز" or "رتبه" or "جایگاه") to--;
            if (text.Key(to) != "به" || to < old.UnitEnd || to - old.UnitEnd > 8) continue;
            var isBroken = false;
            for (var k = old.UnitEnd; k < to; k++) isBroken |= text.Role(k) is TokenRole.Verb or TokenRole.Copula or TokenRole.Conjunction or TokenRole.Object;
            if (!isBroken) level.From = old;
        }
    }

    // A list is not carried on over «با», «که» or a verb.
    private bool IsParted(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Role(i) == TokenRole.Verb || text.Key(i) is "با" or "که") return true;
        }
        return false;
    }

    private void Describe()
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Class is not UnitClass.Noun && candidate.UnitEnd > candidate.Number.EndToken) text.MarkUnit(candidate.Number.EndToken, candidate.UnitEnd);
        }
        var memory = new CountedMemory(text);
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var number = candidate.Number;
            var sentence = text.SentenceAt(number.FirstToken);
            var (first, sign) = FigureQualities.Qualifier(text, candidate);
            // «هفت، شش و پنج میلیون ریال کمک‌هزینه»: the last of a list says what all measure.
            if (candidate is { Class: UnitClass.Money or UnitClass.Noun or UnitClass.Container, Source: { Counted: null, IsElided: false } named } && named.Number.FirstToken > number.FirstToken) named.Counted = Counted.Find(text, named, FigureQualities.Qualifier(text, named).First, memory);
            candidate.Counted = NounOfList(i) ?? Counted.Find(text, candidate, first, memory);
            candidate.Period = FigureQualities.Period(text, candidate, first) ?? candidate.From?.Period ?? PeriodOfNewLevel(i) ?? (text.Key(candidate.UnitEnd) is "ان" && candidate.Class != UnitClass.Percent ? memory.Source(first)?.Period : null);
            memory.Add(candidate, candidate.Counted);
            var from = i > 0 ? Math.Max(sentence.FirstToken, candidates[i - 1].UnitEnd) : sentence.FirstToken;
            var until = i + 1 < candidates.Count ? Math.Min(sentence.EndToken, candidates[i + 1].Number.FirstToken) : sentence.EndToken;
            var time = FigureSetting.Time(text, candidate, from, until);
            // A scale that stands once is of both ends of a range.
            var (value, max, unit) = (candidate.Value, number.Value == 0 ? number.Max : number.Max * (candidate.Value / number.Value), candidate.Unit);
            var figure = new Figure
            {
                Span = text.Text.OriginalSpan(number.FirstToken, Math.Max(number.EndToken, candidate.UnitEnd)),
                Sentence = text.Words(sentence.FirstToken, sentence.EndToken),
                Rule = RuleOf(candidate),
                Confidence = 1,
                Value = value,
                Max = max,
                Unit = unit,
                Kind = candidate.Kind,
                Qualifier = sign,
                Counted = candidate.Counted,
                Change = FigureQualities.Change(text, candidate, first),
                Period = candidate.Period,
                Place = FigureSetting.Place(text, candidate, from, until),
                ValidFrom = time?.From,
                ValidTo = time?.To,
                Rials = candidate.Class == UnitClass.Money ? Money.From(value, unit)?.Rials : null,
            };
            Figures.Add((figure with { Confidence = FactConfidence.Of(figure) }, candidate));
        }
        FigureChecks.Fill(text, Figures);
    }

    // «از ۷۰۰ هزار به یک میلیون تومان در روز»: the rate stands once, behind the new level.
    private string? PeriodOfNewLevel(int index) =>
        index + 1 < candidates.Count && candidates[index + 1] is { } next && next.From == candidates[index] ? FigureQualities.Period(text, next, FigureQualities.Qualifier(text, next).First) : null;

    // «در رودسر ۶۰۰ هکتار و در املش ۲۳۰ هکتار باغ رها شده»: the noun stands once, behind the last of the list.
    private string? NounOfList(int index)
    {
        var candidate = candidates[index];
        if (candidate.Class is not (UnitClass.Measure or UnitClass.Mass or UnitClass.Classifier) || candidate.IsElided || candidate.IsAdjective || candidate.IsPossessive || candidate.Unit == "نفر" || index + 1 >= candidates.Count || text.Key(candidate.UnitEnd) is not ("و" or "،")) return null;
        var next = candidates[index + 1];
        // «یک تن و ۲۰۰ کیلوگرم مواد مخدر»
        var isSum = next.Number.FirstToken == candidate.UnitEnd + 1 && candidate.Unit == "تن" && next.Unit is "کیلو" or "کیلوگرم";
        if (next.Unit != candidate.Unit && !isSum || next.Number.FirstToken - candidate.UnitEnd > 4 || !NounPhrase.IsJoined(text, next.UnitEnd) || NounClasses.Of(text.Key(next.UnitEnd)) == NounClass.Act) return null;
        for (var i = candidate.UnitEnd; i < next.Number.FirstToken; i++)
        {
            if (text.Role(i) is TokenRole.Verb or TokenRole.Copula or TokenRole.Object || text.Key(i) == "که") return null;
        }
        // «در رودسر», not «نخل ۶۰۰ هکتار و در املش»: nothing of its own stands before it.
        if (!isSum && Clauses.Adjacent(text, candidate.Number.FirstToken) is { Start: var start, End: var end } && start < end) return null;
        return NounPhrase.Plain(text, next.UnitEnd, Math.Max(next.UnitEnd + 1, NounPhrase.End(text, next.UnitEnd)));
    }

    private static string RuleOf(FigureCandidate candidate) =>
        "figure: " + candidate.Kind + (candidate.IsElided ? ", elided unit" : candidate.IsAdjective ? ", adjective" : candidate.Class == UnitClass.Noun && !candidate.IsRank ? ", noun" : "");

    private void Reject(NumberMention number, string reason)
    {
        var span = text.Text.OriginalSpan(number.FirstToken, number.EndToken);
        Rejections.Add(new(span, text.Words(number.FirstToken, number.EndToken), reason));
        last = (number.EndToken, reason);
    }
}
