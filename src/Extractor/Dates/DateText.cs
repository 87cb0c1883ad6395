using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Dates;

/// <summary>A text as the date rules see it: its numbers by token, its words of time, the reference day.</summary>
internal sealed class DateText
{
    private readonly DateSpelling[] spellings;
    private readonly short[] words;
    private readonly byte[] lengths;
    private readonly int[] numberAt;
    private readonly IReadOnlyList<SingleNumber> numbers;

    public DateText(TokenizedText text, DateOnly? reference, IReadOnlyList<SingleNumber> numbers)
    {
        (Text, Reference, this.numbers) = (text, reference, numbers);
        var count = text.Tokens.Count;
        (spellings, words, lengths, numberAt) = (new DateSpelling[count], new short[count], new byte[count], new int[count]);
        for (var i = 0; i < count; i++) spellings[i] = DateLexicon.Spelling(text.Tokens[i]);
        for (var i = 0; i < count; i++) (words[i], lengths[i]) = spellings[i].BeginsNone ? ((short)-1, (byte)0) : DateLexicon.At(this, i);
        for (var i = 0; i < numbers.Count; i++) numberAt[numbers[i].Mention.FirstToken] = i + 1;
    }

    public TokenizedText Text { get; }

    public DateOnly? Reference { get; }

    public int Count => spellings.Length;

    /// <summary>
    /// The folded word as the rules compare it: without a «در» glued to it («درنیمه») and without the ی of an ezafe written
    /// after a half-space («دهه‌ی», «ماه‌ی»); "" outside the text.
    /// </summary>
    public string Key(int token) => (uint)token < (uint)spellings.Length ? spellings[token].Plain ?? Text.Tokens[token].Key : "";

    public string Form(int token) => token >= 0 && token < Count ? Text.Tokens[token].Form : "";

    /// <summary>True for «تا», «الی», «لغایت».</summary>
    public bool IsRange(int token) => Key(token) is "تا" or "الی" or "لغایت";

    /// <summary>True for a token of digits.</summary>
    public bool IsDigits(int token) => token >= 0 && token < Count && Text.Tokens[token].Kind == TokenKind.Number;

    /// <summary>The longest word of time that begins here, or one of class None.</summary>
    public DateWord Word(int token) => (uint)token < (uint)words.Length && words[token] >= 0 ? DateLexicon.Word(words[token]) with { Length = lengths[token] } : default;

    /// <summary>False where surely no time begins: most words, and all that only lead to one.</summary>
    public bool MayBegin(int token) => numberAt[token] > 0 || (words[token] >= 0 && DateLexicon.MayBegin(words[token])) || spellings[token].MayLead;

    public bool Is(int token, DateClass kind) => (uint)token < (uint)words.Length && words[token] >= 0 ? DateLexicon.Word(words[token]).Class == kind : kind == DateClass.None;

    /// <summary>The exact number that begins here, and where it ends.</summary>
    public NumberMention? Number(int token) => AnyNumber(token) is { Kind: NumberKind.Exact } number ? number : null;

    /// <summary>The number that begins here, vague ones and halves with it.</summary>
    public NumberMention? AnyNumber(int token) => (uint)token < (uint)numberAt.Length && numberAt[token] > 0 ? numbers[numberAt[token] - 1].Mention : null;

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
