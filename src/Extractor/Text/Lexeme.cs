using System.Runtime.CompilerServices;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Extractor.Text;

/// <summary>
/// A word as it is written, with what is known of it whatever stands around it: reckoned once, then shared by every text that holds
/// the word, so that a token costs one look-up and not one for each table.
/// </summary>
internal sealed class Lexeme
{
    /// <summary>Bits of the number of words that are kept: those of the language that texts are mostly made of, in a few megabytes.</summary>
    private const int KeptBits = 15;

    /// <summary>Longer runs of letters are codes or damage and come once.</summary>
    private const int LongestKept = 32;

    /// <summary>In how many places, one behind the other, a word may stand.</summary>
    private const int Places = 8;

    private static readonly Lexeme?[] Kept = new Lexeme?[(1 << KeptBits) + Places];

    private readonly ulong hash;
    private string? stem;
    private int[]? nodes;
    private int barren;
    private Memos memos;

    private Lexeme(string form, TokenKind kind, ulong hash)
    {
        (Form, Kind, this.hash) = (form, kind, hash);
        Key = Fold.Key(form);
        // One string where folding changes nothing.
        if (Key == form) (Key, Fingerprint) = (form, hash);
        else Fingerprint = WordHash.Of(Key);
    }

    /// <summary>The word as written.</summary>
    public string Form { get; }

    /// <summary>What the word is made of, which its form alone says.</summary>
    public TokenKind Kind { get; }

    /// <summary>The form folded for comparison.</summary>
    public string Key { get; }

    /// <summary>The fingerprint of <see cref="Key"/>, for tables that hold words as such.</summary>
    public ulong Fingerprint { get; }

    /// <summary>The light stem of <see cref="Key"/>; of numbers, marks and other scripts the key itself.</summary>
    public string Stem => stem ??= Kind == TokenKind.Word ? LightStem.Of(Key) : Key;

    /// <summary>Where the memo of a number keeps what it knows of the word.</summary>
    public ref object? Memo(int memo) => ref memos[memo];

    /// <summary>The lexeme of a form; the same object each time while the word is kept. Safe from any thread.</summary>
    /// <remarks>A word that finds all its places taken takes the first from another, so memory is bounded whatever comes.</remarks>
    public static Lexeme Of(ReadOnlySpan<char> form, TokenKind kind)
    {
        var hash = WordHash.Of(form);
        var first = (int)(hash >> 64 - KeptBits);
        var free = first;
        for (var at = first; at < first + Places; at++)
        {
            if (Kept[at] is not { } kept)
            {
                free = at;
                break;
            }
            if (kept.hash == hash && form.SequenceEqual(kept.Form)) return kept;
        }
        var made = new Lexeme(form.ToString(), kind, hash);
        if (form.Length <= LongestKept) Kept[free] = made;
        return made;
    }

    /// <summary>The node that a walk of the whole word reaches in a table of phrases, reckoned once for each table.</summary>
    public int NodeIn(PhraseLetters table)
    {
        if ((barren & 1 << table.Number) != 0) return WordTrie.Root;
        var reached = nodes?[table.Number] ?? 0;
        return reached != 0 ? reached : Walk(table);
    }

    private int Walk(PhraseLetters table)
    {
        var node = Key.Length == 0 ? WordTrie.Root : table.Letters.Walk(WordTrie.Root, Key);
        if (node == WordTrie.Root) Interlocked.Or(ref barren, 1 << table.Number);
        else (nodes ??= new int[PhraseLetters.MostTables])[table.Number] = node;
        return node;
    }

    [InlineArray(LexemeMemos.Most)]
    private struct Memos
    {
        private object? first;
    }
}
