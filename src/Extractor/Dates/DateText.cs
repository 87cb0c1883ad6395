using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>A text as the date rules see it: its numbers by token, its words of time, the reference day.</summary>
internal sealed class DateText
{
    private readonly Dictionary<int, SingleNumber> numbers = [];
    private readonly DateWord?[] words;

    public DateText(TokenizedText text, DateOnly? reference)
    {
        Text = text;
        Reference = reference;
        words = new DateWord?[text.Tokens.Count];
        foreach (var number in NumberReader.FindSingle(text)) numbers[number.Mention.FirstToken] = number;
    }

    public TokenizedText Text { get; }

    public DateOnly? Reference { get; }

    public int Count => Text.Tokens.Count;

    /// <summary>
    /// The folded word as the rules compare it: without a «در» glued to it («درنیمه») and without the ی of an ezafe written
    /// after a half-space («دهه‌ی», «ماه‌ی»); "" outside the text.
    /// </summary>
    public string Key(int token) => token >= 0 && token < Count ? DateLexicon.Plain(Text.Tokens[token]) : "";

    public string Form(int token) => token >= 0 && token < Count ? Text.Tokens[token].Form : "";

    public bool IsDigits(int token) => token >= 0 && token < Count && Text.Tokens[token].Kind == TokenKind.Number;

    public DateWord Word(int token)
    {
        if (token < 0 || token >= Count) return default;
        return words[token] ??= DateLexicon.At(Text, token);
    }

    public bool Is(int token, DateClass kind) => Word(token).Class == kind;

    /// <summary>The exact number that begins here, and where it ends.</summary>
    public NumberMention? Number(int token) => numbers.TryGetValue(token, out var number) && number.Mention.Kind == NumberKind.Exact ? number.Mention : null;

    /// <summary>The number that begins here, vague ones and halves with it.</summary>
    public NumberMention? AnyNumber(int token) => numbers.TryGetValue(token, out var number) ? number.Mention : null;

    /// <summary>A whole number of a range, in digits or words, ordinal or not.</summary>
    public bool Whole(int token, int low, int high, out int value, out int end)
    {
        (value, end) = (0, token);
        if (Number(token) is not { Suffix: null } number || number.Value != decimal.Truncate(number.Value) || number.Value < low || number.Value > high) return false;
        (value, end) = ((int)number.Value, number.EndToken);
        return true;
    }

    /// <summary>True where a line feed stands between the token and the one before it.</summary>
    public bool BreaksBefore(int token) => token <= 0 || token >= Count || Gap(token).Contains('\n');

    /// <summary>What stands between the token and the one before it.</summary>
    public ReadOnlySpan<char> Gap(int token) =>
        Text.Normalized.Text.AsSpan(Text.Tokens[token - 1].Span.End, Text.Tokens[token].Span.Start - Text.Tokens[token - 1].Span.End);
}
