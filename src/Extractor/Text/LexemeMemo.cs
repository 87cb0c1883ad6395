using System.Runtime.CompilerServices;

namespace NewsMiner.Extractor.Text;

/// <summary>What one part of the extractor knows of words by themselves, reckoned for each word when it first asks. Safe from any thread.</summary>
/// <typeparam name="T">What is known of a word; not changed once made.</typeparam>
internal sealed class LexemeMemo<T> where T : class
{
    private readonly Func<Lexeme, T> reckon;
    private readonly int number = LexemeMemos.Next();

    /// <summary>Makes a memo; memos live as long as the program.</summary>
    /// <param name="reckon">What is known of a word, the same each time it is asked.</param>
    public LexemeMemo(Func<Lexeme, T> reckon) => this.reckon = reckon;

    /// <summary>What is known of the word.</summary>
    public T Of(Lexeme word)
    {
        ref var place = ref word.Memo(number);
        return place is { } known ? Unsafe.As<T>(known) : (T)(place = reckon(word));
    }
}

/// <summary>What is true or false of words by themselves.</summary>
internal sealed class LexemeTest(Predicate<Lexeme> test)
{
    private static readonly object True = true, False = false;

    private readonly LexemeMemo<object> memo = new(word => test(word) ? True : False);

    /// <summary>Whether it is true of the word.</summary>
    public bool Of(Lexeme word) => ReferenceEquals(memo.Of(word), True);
}

/// <summary>Numbers the memos, so that a word keeps what each knows of it in one array.</summary>
internal static class LexemeMemos
{
    /// <summary>How many memos there may be.</summary>
    public const int Most = 10;

    private static int made;

    /// <summary>The number of one more memo.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already.</exception>
    public static int Next() => Interlocked.Increment(ref made) - 1 is < Most and var number ? number : throw new InvalidOperationException($"more than {Most} memos of words");
}
