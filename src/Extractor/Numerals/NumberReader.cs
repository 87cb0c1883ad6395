using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>Finds numbers in digits, words and mixtures of both.</summary>
public static class NumberReader
{
    private const int NegationReach = 12;

    /// <summary>The numbers of a text in order, none overlapping; ranges are one mention, «از ۵ به ۱۰ میلیون» is two.</summary>
    public static IReadOnlyList<NumberMention> Find(TokenizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberRanges.Join(text, FindSingle(text));
    }

    /// <summary>The value of a text that is one number and nothing else («منفی سه هزار», <c>۱٬۲۵۰</c>, «سی و سوم»), or null.</summary>
    public static decimal? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DigitNumber.Parse(text) is { } digits) return digits;
        var read = TokenizedText.Read(text);
        return Find(read) is [{ Max: null } only] && only.FirstToken == 0 && only.EndToken == read.Tokens.Count && only.Suffix is null && (only.Kind != NumberKind.Vague || read.Tokens.Count == 1)
            ? only.Value
            : null;
    }

    /// <summary>The numbers of a text with the ends of ranges apart and no scale shared.</summary>
    internal static List<SingleNumber> FindSingle(TokenizedText text)
    {
        var numerals = new NumeralSequence(text);
        var found = new List<SingleNumber>();
        for (var at = 0; at < numerals.Count;)
        {
            if (GluedUpperEnd(text, numerals, at, found) is { } upper)
            {
                at = upper;
                continue;
            }
            var limit = EndOfLowerEnd(text, numerals, at);
            if (!BeginsNumber(text, numerals, at) || NumberParser.Parse(numerals, at, limit) is not { } number || IsNegation(text, numerals, at, number))
            {
                at++;
                continue;
            }
            found.Add(Mention(text, numerals, at, number));
            at = number.End;
        }
        return found;
    }

    // «سه‌چهار نفر», «دوسه هزار»: neighbours written into one token are the ends of a range.
    private static int? GluedUpperEnd(TokenizedText text, NumeralSequence numerals, int at, List<SingleNumber> found)
    {
        if (at == 0 || found.Count == 0 || numerals[at - 1].LastToken != numerals[at].Token || !numerals[at].IsSmall || !numerals[at - 1].IsSmall) return null;
        var low = found[^1].Mention;
        if (low is not { Max: null, Kind: NumberKind.Exact, Ordinal: false, Suffix: null } || low.EndToken != numerals[at].Token + 1 || numerals[at].Value != numerals[at - 1].Value + 1) return null;
        if (NumberParser.Parse(numerals, at, numerals.Count) is not { Kind: NumberKind.Exact, Ordinal: false } upper || upper.Value != numerals[at].Value * upper.Scale) return null;
        var last = numerals[upper.End - 1];
        found[^1] = found[^1] with { Mention = low with { EndToken = last.LastToken + 1, Value = low.Value * upper.Scale, Max = upper.Value, Suffix = last.Suffix, Rule = "number: range" } };
        return upper.End;
    }

    private static bool BeginsNumber(TokenizedText text, NumeralSequence numerals, int at) =>
        numerals[at].Class is not (NumeralClass.And or NumeralClass.Sign or NumeralClass.Point)
        && (at == 0 || numerals[at - 1].LastToken != numerals[at].Token || numerals[at - 1].Class == NumeralClass.And);

    private static SingleNumber Mention(TokenizedText text, NumeralSequence numerals, int at, in ParsedNumber number)
    {
        var last = numerals[number.End - 1];
        var (hasDigits, hasWords) = (false, false);
        for (var i = at; i < number.End; i++)
        {
            hasDigits |= numerals[i].Class == NumeralClass.Digits;
            hasWords |= numerals[i].Class != NumeralClass.Digits;
        }
        var first = numerals[at].Token;
        var value = number.Value;
        if (IsSigned(text, numerals, at)) (first, value) = (first - 1, -value);
        var end = last.LastToken + 1;
        var kind = number.Kind == NumberKind.Fraction && end < text.Tokens.Count && text.Tokens[end].Key is "درصد" && value * 1000 % 1 == 0 && last.Class is NumeralClass.Teen or NumeralClass.Hundred
            ? NumberKind.Exact
            : number.Kind;
        if (number.End == at + 1 && last is { Class: NumeralClass.Scale, Value: > 1000, Ordinal: false }) kind = NumberKind.Vague;
        if (IsAndSome(text, end)) (kind, end) = (NumberKind.Vague, end + 2);
        var rule = kind switch
        {
            NumberKind.Vague => "number: vague",
            NumberKind.Fraction => "number: fraction",
            _ when number.Ordinal => "number: ordinal",
            _ when hasDigits && hasWords => "number: mixed",
            _ when hasDigits => "number: digits",
            _ => value == 1 && number.End == at + 1 ? "number: one" : "number: words",
        };
        var mention = new NumberMention(first, end, value, null, number.Ordinal, rule, last.Suffix, kind);
        return new(mention, number.Scale, numerals[at].Class, number.End - at == 1);
    }

    // «بین ۵۰۰ هزار و یک میلیون»: the و of a range parts what would otherwise be one number.
    private static int EndOfLowerEnd(TokenizedText text, NumeralSequence numerals, int at)
    {
        var none = numerals.Count;
        var token = numerals[at].Token;
        // «تا پایان سال ۱۴۰۵ هزار و ۲۰۰ نفر»: the year is no part of the number behind it.
        if (numerals[at] is { Class: NumeralClass.Digits, Value: >= 1300 and < 1500 } && token > 0 && text.Tokens[token - 1].Key is "سال" or "سالهای" or "ماه") return at + 1;
        if (token == 0 || text.Tokens[token - 1].Key is not ("بین" or "مابین" or "میان")) return none;
        if (NumberParser.Parse(numerals, at, none) is not { } whole || IsRangeWord(text, numerals[whole.End - 1].LastToken + 1)) return none;
        for (var and = whole.End - 1; and > at; and--)
        {
            if (numerals[and].Class == NumeralClass.And
                && NumberParser.Parse(numerals, at, and) is { } lower && lower.End == and
                && NumberParser.Parse(numerals, and + 1, none) is { } upper && upper.End == whole.End
                && (lower.Value < upper.Value || lower.Value * upper.Scale < upper.Value))
                return and;
        }
        return none;
    }

    private static bool IsRangeWord(TokenizedText text, int token) =>
        token + 1 < text.Tokens.Count && text.Tokens[token].Key is "تا" or "الی" or "و" && NumeralBegins(text.Tokens[token + 1]);

    private static bool NumeralBegins(in Token token) =>
        token.Kind == TokenKind.Number || NumeralTable.TryGet(token.Key, out var numeral) && numeral.Class is not (NumeralClass.And or NumeralClass.Vague);

    // «منفی» after a noun («رشد منفی ۲ درصدی») describes it and is no sign.
    private static bool IsSigned(TokenizedText text, NumeralSequence numerals, int at)
    {
        var token = numerals[at].Token;
        if (token == 0) return false;
        var tokens = text.Tokens;
        var gap = tokens[token].Span.Start - tokens[token - 1].Span.End;
        if (at > 0 && numerals[at - 1].Class == NumeralClass.Sign && numerals[at - 1].Token == token - 1)
            return token < 2 || tokens[token - 2].Kind != TokenKind.Word || tokens[token - 2].Key is "به" or "از" or "تا" or "و" or "حدود" or "یا" or "دمای" or "بین" or "الی";
        if (tokens[token - 1].Form is not ("-" or "−") || gap > 0 || numerals[at].Class != NumeralClass.Digits) return false;
        var isApart = token < 2 || tokens[token - 2].Span.End < tokens[token - 1].Span.Start;
        var next = token + 1 < tokens.Count ? tokens[token + 1].Key : "";
        return isApart && (tokens[token - 1].Form == "−" || tokens.Count == 2 || next is "درصد" or "%" or "٪" or "درجه");
    }

    // «بیست و اندی», «صد و خرده‌ای»
    private static bool IsAndSome(TokenizedText text, int token) =>
        token + 1 < text.Tokens.Count && text.Tokens[token].Key == "و" && text.Tokens[token + 1].Key is "اندی" or "اند" or "خردهای" or "خوردهای";

    // «نه» is nine before what is counted, otherwise "no"; «نه این … نه آن» is twice "no".
    private static bool IsNegation(TokenizedText text, NumeralSequence numerals, int at, in ParsedNumber number)
    {
        if (number.End != at + 1 || numerals[at] is not { Class: NumeralClass.Unit, Value: 9, Ordinal: false, Suffix: null }) return false;
        var token = numerals[at].Token;
        if (text.Tokens[token].Key != "نه" || text.Tokens.Count == 1 || IsSigned(text, numerals, at)) return false;
        if (token > 0 && text.Tokens[token - 1].Key is "چه" or "یا") return true;
        if (token + 1 == text.Tokens.Count || text.Tokens[token + 1].Kind != TokenKind.Word || text.Tokens[token + 1].Key == "و") return true;
        for (var i = Math.Max(0, token - NegationReach); i < Math.Min(text.Tokens.Count, token + NegationReach); i++)
        {
            if (i != token && text.Tokens[i].Key is "نه" or "بلکه" && !(i > 0 && text.Tokens[i - 1].Key == "و")) return true;
        }
        return numerals.Count > at + 1 && numerals[at + 1].Token == token + 1 && numerals[at + 1].Class != NumeralClass.Scale;
    }
}
