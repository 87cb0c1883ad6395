using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>
/// Finds where sentences end: at «.», «؟» and «!» with the quotes and brackets that close behind them, at line breaks, and behind
/// the dateline of an agency («تهران - ایرنا:»). The stop of an abbreviation, of a list number and inside a code ends none.
/// </summary>
public static class SentenceSplitter
{
    private const int LongestDateline = 12;

    private static readonly FrozenSet<string> Abbreviations = LanguageTable.Read("Text/abbreviations.tsv").Select(row => Fold.Key(row[0])).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[][] Agencies = [.. LanguageTable.Read("Text/agencies.tsv").Select(row => row[0].Split(' ').Select(word => Fold.Key(word)).ToArray())];

    /// <summary>The sentences of one text whose paragraphs are separated by line feeds.</summary>
    public static IReadOnlyList<Sentence> Split(string text, TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        return Split(text, tokens.AsSpan());
    }

    private static List<Sentence> Split(string text, ReadOnlySpan<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var paragraph = 0;
        for (var first = 0; first < tokens.Length;)
        {
            var end = EndOf(text, tokens, first);
            sentences.Add(new(new(tokens[first].Span.Start, tokens[end - 1].Span.End), first, end, paragraph));
            if (end < tokens.Length)
                paragraph += text.AsSpan(tokens[end - 1].Span.End, tokens[end].Span.Start - tokens[end - 1].Span.End).Count('\n');
            first = end;
        }
        return sentences;
    }

    private static int EndOf(string text, ReadOnlySpan<Token> tokens, int first)
    {
        if (Dateline(text, tokens, first) is > 0 and var dateline) return dateline;
        for (var at = first; at < tokens.Length; at++)
        {
            if (at + 1 == tokens.Length || LineEnds(text, tokens, at)) return at + 1;
            if (tokens[at].Kind != TokenKind.Mark || !IsStop(tokens, first, at)) continue;
            var end = Closed(tokens, at + 1);
            if (end == tokens.Length || !GoesOn(text, tokens, end)) return end;
            at = end - 1;
        }
        return tokens.Length;
    }

    private static bool IsStop(ReadOnlySpan<Token> tokens, int first, int at) => tokens[at].Form switch
    {
        "!" or "؟" or "?" => !(at > first && tokens[at - 1].Form == "(" && at + 1 < tokens.Length && tokens[at + 1].Form == ")"),
        "." => !IsGlued(tokens, at) && !IsAbbreviation(tokens, first, at),
        "…" => at + 1 < tokens.Length && tokens[at + 1].Form is "." or "؟" or "!",
        _ => false,
    };

    /// <summary>A stop right before a letter or digit stands inside something: a code, an abbreviation.</summary>
    private static bool IsGlued(ReadOnlySpan<Token> tokens, int at) => at + 1 < tokens.Length && Touches(tokens, at) && tokens[at + 1].Kind != TokenKind.Mark;

    private static bool IsAbbreviation(ReadOnlySpan<Token> tokens, int first, int at)
    {
        if (at == first) return false;
        var before = tokens[at - 1];
        // The number of a list line: «۲. ساخت مسکن».
        if (at == first + 1 && before.Kind == TokenKind.Number) return before.Form.Length <= 2;
        return before.Kind == TokenKind.Word && before.Span.End == tokens[at].Span.Start && Abbreviations.Contains(before.Key) && at + 1 < tokens.Length && tokens[at + 1].Kind == TokenKind.Word;
    }

    /// <summary>The end of a sentence with all stops and closing marks that touch it.</summary>
    private static int Closed(ReadOnlySpan<Token> tokens, int end)
    {
        while (end < tokens.Length && tokens[end].Form is "." or "؟" or "?" or "!" or "…" or "»" or "\"" or "”" or "’" or ")" or "]" && Touches(tokens, end - 1)) end++;
        return end;
    }

    /// <summary>«؟» و …: a question or a quote inside a sentence that a comma or a conjunction carries on.</summary>
    private static bool GoesOn(string text, ReadOnlySpan<Token> tokens, int next) =>
        !LineEnds(text, tokens, next - 1) && (tokens[next].Form is "،" or "؛" || tokens[next - 1].Form is "»" or ")" && tokens[next].Key is "و" or "که");

    private static bool LineEnds(string text, ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && text.AsSpan(tokens[at].Span.End, tokens[at + 1].Span.Start - tokens[at].Span.End).Contains('\n');

    private static bool Touches(ReadOnlySpan<Token> tokens, int at) => tokens[at].Span.End == tokens[at + 1].Span.Start;

    /// <summary>The end of a dateline that begins at <paramref name="first"/>: a place, a dash, an agency and a colon, the first two at will; 0 for none.</summary>
    private static int Dateline(string text, ReadOnlySpan<Token> tokens, int first)
    {
        var agency = first;
        for (var at = first; at < tokens.Length && at - first < LongestDateline; at++)
        {
            if (LineEnds(text, tokens, at)) return 0;
            if (tokens[at].Form is "-" or "–" or "ـ") agency = at + 1;
            else if (tokens[at].Form == ":") return at > agency && agency - first < 5 && BeginsAgency(tokens, agency, at) && (agency > first || IsWholeAgency(tokens, agency, at)) ? at + 1 : 0;
            else if (tokens[at].Kind != TokenKind.Word) return 0;
        }
        return 0;
    }

    private static bool BeginsAgency(ReadOnlySpan<Token> tokens, int first, int end)
    {
        foreach (var agency in Agencies)
        {
            if (Stands(agency, tokens, first, end)) return true;
        }
        return false;
    }

    private static bool IsWholeAgency(ReadOnlySpan<Token> tokens, int first, int end)
    {
        foreach (var agency in Agencies)
        {
            if (agency.Length == end - first && agency.Length > 1 && Stands(agency, tokens, first, end)) return true;
        }
        return false;
    }

    private static bool Stands(string[] agency, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (first + agency.Length > end) return false;
        for (var i = 0; i < agency.Length; i++)
        {
            if (tokens[first + i].Key != agency[i]) return false;
        }
        return true;
    }
}
