namespace NewsMiner.Extractor.Text.Morphology;

/// <summary>
/// Gives the lemma of each word: nouns in the singular without endings, adjectives in the positive, verbs as their past stem
/// («می‌شوند»: شد), as Universal Dependencies writes Persian lemmas. It is a word of the house's spelling, half-spaces included,
/// and differs from <see cref="LightStem"/>, which serves search and is folded.
/// </summary>
/// <remarks>Remembers the words it has seen, so keep one for many texts; one thread at a time may use it.</remarks>
public sealed class Lemmatizer
{
    /// <summary>Words remembered at most, some four megabytes of them.</summary>
    private const int Remembered = 50_000;

    private readonly Dictionary<string, Answer> seen = new(StringComparer.Ordinal);

    /// <summary>The lemma of a word by itself, and as a participle where it can be one: «نوشته», but «نوشت» in «نوشته شد».</summary>
    private readonly record struct Answer(string Alone, string? Participle, bool EndsVerb);

    /// <summary>The lemma of the token at <paramref name="at"/>; numbers, marks and foreign words are their own.</summary>
    public string Lemma(TokenList tokens, int at)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var token = tokens[at];
        if (token.Kind != TokenKind.Word) return token.Form;
        var answer = Look(token.Form);
        return answer.Participle is { } verb && IsVerbBefore(tokens, at + 1) ? verb : answer.Alone;
    }

    /// <summary>A participle is a verb before an auxiliary, and before a pause or a conjunction, where its auxiliary is left out.</summary>
    private bool IsVerbBefore(TokenList tokens, int next) =>
        next == tokens.Count || tokens[next].Kind != TokenKind.Word || Look(tokens[next].Form).EndsVerb;

    private Answer Look(string form)
    {
        if (seen.TryGetValue(form, out var answer)) return answer;
        if (seen.Count == Remembered) seen.Clear();
        var alone = WordLemma.Of(form);
        return seen[form] = new(alone, WordLemma.OfParticiple(form), alone is "شد" or "بود" or "است" or "هست" or "خواست" or "گشت" or "گردید" or "و" or "که");
    }
}
