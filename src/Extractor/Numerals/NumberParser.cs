namespace NewsMiner.Extractor.Numerals;

/// <summary>A number read from a run of numerals.</summary>
/// <param name="End">Index after its last numeral.</param>
/// <param name="Value">Its value.</param>
/// <param name="Scale">The scale a single group was multiplied by (1000000 in «۵ میلیون»), 1 where there is none or several.</param>
/// <param name="Ordinal">True where it is an ordinal.</param>
/// <param name="Kind">Whether it is exact.</param>
internal readonly record struct ParsedNumber(int End, decimal Value, decimal Scale, bool Ordinal, NumberKind Kind);

/// <summary>Composes numerals into the longest number a reader would see.</summary>
internal static class NumberParser
{
    /// <summary>Reads the number that begins at <paramref name="start"/> and ends before <paramref name="limit"/>, or null where none does.</summary>
    public static ParsedNumber? Parse(NumeralSequence numerals, int start, int limit)
    {
        if (ParseVague(numerals, start, limit) is { } vague) return vague;
        if (new Composition(numerals, start, limit).Read() is not { } number) return null;
        return AddPoint(numerals, number, limit) ?? SplitDecimals(numerals, number, start, limit) ?? AddDecimals(numerals, number, limit);
    }

    // «دو ممیز پنج دهم», «۲ ممیز ۵»
    private static ParsedNumber? AddPoint(NumeralSequence numerals, in ParsedNumber number, int limit)
    {
        var point = number.End;
        if (number.Kind != NumberKind.Exact || number.Ordinal || number.Value % 1 != 0 || point + 1 >= limit || numerals[point].Class != NumeralClass.Point || !numerals.Follows(point) || !numerals.Follows(point + 1)) return null;
        if (new Composition(numerals, point + 1, limit).Read() is not { Ordinal: false } after || after.Value < 0) return null;
        if (after.Kind == NumberKind.Fraction) return after with { Value = number.Value + after.Value, Kind = NumberKind.Exact, Scale = 1 };
        var decimals = after.Value;
        if (decimals % 1 != 0) return null;
        // «۲ ممیز ۰۵» keeps its nought.
        var places = after.End == point + 2 ? numerals.DigitsIn(point + 1) : 0;
        for (var i = 0; i < places || decimals >= 1; i++) decimals /= 10;
        return after with { Value = number.Value + decimals, Scale = 1 };
    }

    // «دویست و بیست و پنج صدم»: 225 hundredths are no fraction, so a part of it is whole; the largest numerator wins.
    private static ParsedNumber? SplitDecimals(NumeralSequence numerals, in ParsedNumber number, int start, int limit)
    {
        if (number.Kind != NumberKind.Exact || number.Ordinal || number.End >= limit || !numerals.Follows(number.End) || numerals[number.End] is not { Ordinal: true, Emphatic: false, Value: 10 or 100 or 1000 }) return null;
        for (var and = start + 1; and < number.End; and++)
        {
            if (numerals[and].Class == NumeralClass.And
                && new Composition(numerals, start, and).Read() is { Kind: NumberKind.Exact, Ordinal: false } whole && whole.End == and && whole.Value % 1 == 0
                && new Composition(numerals, and + 1, limit).Read() is { Kind: NumberKind.Fraction } fraction && fraction.End == number.End + 1)
                return fraction with { Value = whole.Value + fraction.Value, Kind = NumberKind.Exact, Scale = 1 };
        }
        return null;
    }

    // «دوازده و پنجاه و یک صدم», «۲ و ۵ دهم»
    private static ParsedNumber AddDecimals(NumeralSequence numerals, ParsedNumber number, int limit)
    {
        var and = number.End;
        if (number.Kind != NumberKind.Exact || number.Ordinal || and + 1 >= limit || number.Value != decimal.Truncate(number.Value)) return number;
        if (!numerals.Follows(and) || numerals[and].Class != NumeralClass.And || !numerals.Follows(and + 1)) return number;
        return new Composition(numerals, and + 1, limit).Read() is { Kind: NumberKind.Fraction } fraction && numerals[fraction.End - 1].Class is not NumeralClass.Half
            ? fraction with { Value = number.Value + fraction.Value, Kind = NumberKind.Exact }
            : number;
    }

    private static ParsedNumber? ParseVague(NumeralSequence numerals, int start, int limit)
    {
        if (numerals[start].Class is not (NumeralClass.Vague or NumeralClass.Plural)) return null;
        var value = numerals[start].Value;
        var at = start + 1;
        for (; at < limit && numerals.Follows(at) && numerals[at].Class is NumeralClass.Scale or NumeralClass.Plural or NumeralClass.Hundred or NumeralClass.Teen; at++)
            value *= numerals[at].Value;
        if (numerals[start].Class == NumeralClass.Vague && at == start + 1) return null;
        return new(at, value, 1, false, NumberKind.Vague);
    }
}

/// <summary>The state of one number while its numerals are added in order.</summary>
internal ref struct Composition(NumeralSequence numerals, int start, int limit)
{
    private const decimal NoLimit = decimal.MaxValue;
    private decimal total, group, scale = 1;
    private decimal lastScale = NoLimit, place = NoLimit;
    private int groups, scales;
    private bool inGroup, ordinal, fraction;

    /// <summary>The longest number, or null where the first numeral begins none.</summary>
    public ParsedNumber? Read()
    {
        ParsedNumber? best = null;
        var afterAnd = false;
        for (var at = start; at < limit && (at == start || numerals.Follows(at)); at++)
        {
            var numeral = numerals[at];
            if (numeral.Class == NumeralClass.And)
            {
                if (at == start || afterAnd) break;
                afterAnd = true;
                continue;
            }
            if (!Add(numeral, afterAnd, at)) break;
            afterAnd = false;
            // A group that a larger scale may still claim is not settled, yet ends a number as well as any.
            best = new(at + 1, total + group, Scale, ordinal, fraction ? NumberKind.Fraction : NumberKind.Exact);
            if (ordinal || numeral.Suffix is not null) break;
        }
        return WithoutStrandedGroup(best);
    }

    private readonly decimal Scale => scales > 0 && groups == 1 && !inGroup ? scale : 1;

    private bool Add(in Numeral numeral, bool afterAnd, int at)
    {
        var added = numeral.Class switch
        {
            NumeralClass.Scale => AddScale(numeral, afterAnd),
            NumeralClass.Half => AddHalf(numeral, afterAnd),
            NumeralClass.Digits => AddDigits(numeral, afterAnd),
            NumeralClass.Ordinal => AddOrdinal(numeral, afterAnd),
            NumeralClass.Zero => at == start && AddSmall(numeral, 1),
            _ => numeral.IsSmall && AddWord(numeral, afterAnd),
        };
        ordinal |= added && numeral.Ordinal && !fraction;
        return added;
    }

    private bool AddWord(in Numeral numeral, bool afterAnd)
    {
        if (!afterAnd && inGroup && IsDenominator(numeral)) return DivideBy(numeral.Value);
        // «چهار صد», written apart
        if (numeral.Value == 100 && inGroup && !afterAnd && place == 1 && group is >= 2 and <= 9 && group == decimal.Truncate(group))
        {
            group *= 100;
            place = 100;
            return true;
        }
        return numeral.Value < place && AddSmall(numeral, numeral.Place);
    }

    private bool AddOrdinal(in Numeral numeral, bool afterAnd)
    {
        if (!afterAnd && inGroup && IsDenominator(numeral)) return DivideBy(numeral.Value);
        return numeral.Value < place && (numeral.Value > 1 || !inGroup) && AddSmall(numeral, 1);
    }

    private readonly bool IsDenominator(in Numeral numeral) =>
        numeral.Ordinal && !numeral.Emphatic && total == 0 && numeral.Value > group
        && (numeral.Value >= place || numeral.Value is 100 or 1000) && (numeral.Value <= 10 || numeral.Value is 100 or 1000);

    private bool DivideBy(decimal denominator)
    {
        group /= denominator;
        fraction = true;
        place = 0;
        return true;
    }

    private bool AddDigits(in Numeral numeral, bool afterAnd)
    {
        if (!inGroup) return (lastScale == NoLimit || numeral.Value < lastScale) && AddSmall(numeral, 1);
        return afterAnd && numeral.Value < place && place is 10 or 100 && AddSmall(numeral, 1);
    }

    private bool AddSmall(in Numeral numeral, decimal newPlace)
    {
        if (!inGroup) groups++;
        inGroup = true;
        group += numeral.Value;
        place = newPlace;
        return true;
    }

    private bool AddHalf(in Numeral numeral, bool afterAnd)
    {
        if (!inGroup && lastScale == NoLimit)
        {
            fraction = true;
            return AddSmall(numeral, 0);
        }
        if (!afterAnd || fraction) return false;
        if (inGroup) return AddSmall(numeral, 0);
        total += lastScale / 2;
        groups++;
        return true;
    }

    private bool AddScale(in Numeral numeral, bool afterAnd)
    {
        var value = numeral.Value;
        if (numeral is { Ordinal: true, Emphatic: false } && !afterAnd && inGroup && IsDenominator(numeral)) return DivideBy(value);
        if (inGroup && afterAnd && lastScale == NoLimit) return false;
        // No one writes «۱۴۰۵ هزار».
        if (value == lastScale || (value == 1000 && inGroup && group >= 1000 && group == decimal.Truncate(group))) return false;
        if (value > lastScale && lastScale != NoLimit)
        {
            // «هزار میلیارد», «هزار و ۵۰۰ میلیارد»: a larger scale multiplies all that came before it, not just its own group.
            if (lastScale != 1000 || total + group >= 1_000_000 || (afterAnd && !inGroup)) return false;
            if (total + group > NoLimit / value) return false;
            total = (total + group) * value;
            groups = 1;
            scale *= value;
        }
        else
        {
            if (!inGroup) groups++;
            var counted = inGroup ? group : 1;
            if (counted > NoLimit / value) return false;
            total += counted * value;
            scale = value;
        }
        (group, inGroup, fraction, place, lastScale) = (0, false, false, NoLimit, value);
        scales++;
        return true;
    }

    // «۲ میلیون و ۳ میلیون» are two: what the second scale could not claim belongs to the next number.
    private readonly ParsedNumber? WithoutStrandedGroup(ParsedNumber? best)
    {
        if (best is not { } number || lastScale == NoLimit || !inGroup) return best;
        var next = number.End;
        if (next >= limit || !numerals.Follows(next) || numerals[next].Class != NumeralClass.Scale) return best;
        var lastOfScale = next - 1;
        while (numerals[lastOfScale].Class != NumeralClass.Scale) lastOfScale--;
        return new Composition(numerals, start, lastOfScale + 1).Read();
    }
}
