using NewsMiner.Extractor.Facts;

namespace NewsMiner.Extractor.Mentions;

/// <summary>What the figures of a text measured so far: where a number without a noun of its own looks back.</summary>
internal sealed class CountedMemory(MarkedText text)
{
    private readonly List<(FigureCandidate Figure, string Counted)> found = [];

    /// <summary>Keeps what a figure measures.</summary>
    public void Add(FigureCandidate figure, string? counted)
    {
        if (counted is not null) found.Add((figure, counted));
    }

    /// <summary>The figure an «آن» behind <paramref name="token"/> means, or null.</summary>
    public FigureCandidate? Source(int token) => found.Count > 0 && IsNear(found[^1].Figure, token) ? found[^1].Figure : null;

    /// <summary>What the last figure before <paramref name="token"/> measured, in its sentence or the one before; null in a new paragraph's beginning.</summary>
    public string? Last(int token) => found.Count > 0 && IsNear(found[^1].Figure, token) ? found[^1].Counted : null;

    /// <summary>True where <see cref="Last"/> is of persons.</summary>
    public bool LastIsPerson(int token) => Last(token) is { } last && IsPerson(last);

    /// <summary>What the last figure of the same sentence measured, or null.</summary>
    public string? InSentence(int token) => found.Count > 0 && found[^1].Figure.Number.FirstToken >= text.SentenceAt(token).FirstToken ? found[^1].Counted : null;

    /// <summary>What the last figure of the same sentence measured, where that is more than «نفر»; null otherwise.</summary>
    public string? ThingInSentence(int token) => InSentence(token) is { } thing && thing is not ("نفر" or "تن") ? thing : null;

    /// <summary>The persons counted last in the sentence of <paramref name="token"/>, or null.</summary>
    public string? PersonsInSentence(int token)
    {
        for (var i = found.Count - 1; i >= 0 && found[i].Figure.Number.FirstToken >= text.SentenceAt(token).FirstToken; i--)
        {
            if (IsPerson(found[i].Counted)) return found[i].Counted;
        }
        return null;
    }

    /// <summary>What the last figure with this unit measured, within the paragraph or the one before.</summary>
    public string? WithUnit(string unit, int token)
    {
        for (var i = found.Count - 1; i >= 0 && IsNear(found[i].Figure, token); i--)
        {
            if (found[i].Figure.Unit == unit && found[i].Counted != unit) return found[i].Counted;
        }
        return null;
    }

    /// <summary>What the last figure of the same value and unit measured, anywhere before, or null.</summary>
    public string? WithValue(FigureCandidate figure, int token)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].Figure.Value == figure.Value && found[i].Figure.Unit == figure.Unit && found[i].Figure.Number.FirstToken < token) return found[i].Counted;
        }
        return null;
    }

    /// <summary>
    /// The things counted last by a noun or classifier of their own, anywhere before <paramref name="token"/>: what «۹۸۰ دستگاه» means in a list by place. Null where none were.
    /// </summary>
    public string? Thing(int token)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var (figure, counted) = found[i];
            if (figure.Number.FirstToken >= token || figure.Class is not (UnitClass.Noun or UnitClass.Classifier) || figure.IsRank || figure.Unit is "نفر" or "تن" or "مورد" || counted == figure.Unit && figure.Class == UnitClass.Classifier || IsPerson(counted) || IsPlaceOrBody(counted)) continue;
            return counted;
        }
        return null;
    }

    /// <summary>True for classifiers that count things and never stand for one: دستگاه, جلد; «واحد» may be a house.</summary>
    public static bool CountsThings(string unit) => unit is "دستگاه" or "تخته" or "جلد" or "عدد" or "قلم" or "رأس" or "فروند" or "قطعه" or "دانه" or "نسخه" or "اصله" or "طاقه" or "حلقه" or "تا" or "جفت" or "قبضه";

    private static bool IsPlaceOrBody(string counted)
    {
        var space = counted.IndexOf(' ', StringComparison.Ordinal);
        var head = Text.Fold.Key(space < 0 ? counted : counted[..space]);
        return Speakers.IsBody(head) || head is "روستا" or "شهر" or "شهرستان" or "استان" or "محله" or "خانوار" or "خانواده" or "کشور" or "منطقه" or "بخش" or "طرح" or "پروژه" or "شغل";
    }

    /// <summary>What the last sum of money before was, or null.</summary>
    public string? Sum(int token)
    {
        for (var i = found.Count - 1; i >= 0 && IsNear(found[i].Figure, token); i--)
        {
            if (found[i].Figure.Class == UnitClass.Money) return found[i].Counted;
        }
        return null;
    }

    /// <summary>The last persons that were counted or named in the plural before <paramref name="token"/>, or null.</summary>
    public string? Persons(int token)
    {
        var paragraph = text.SentenceAt(token).Paragraph;
        for (var i = token - 1; i >= 0 && text.SentenceAt(i).Paragraph == paragraph; i--)
        {
            if (text.Role(i) == TokenRole.Content && NounClasses.IsPersons(text.Key(i)) && !text.Form(i).EndsWith("\u200cاند", StringComparison.Ordinal)) return NounPhrase.Plain(text, i, NounPhrase.End(text, i));
            for (var k = found.Count - 1; k >= 0 && found[k].Figure.Number.FirstToken >= i; k--)
            {
                if (found[k].Figure.Number.FirstToken == i && IsPerson(found[k].Counted)) return found[k].Counted;
                // «۱۹۰ نفر پذیرش شدند که ۳۸ نفرشان برگشتند»: nobody nearer has a name.
                if (found[k].Figure.Number.FirstToken == i && found[k].Figure.Unit is "نفر" && found[k].Counted == "نفر" && i >= text.SentenceAt(token).FirstToken) return found[k].Counted;
            }
        }
        return null;
    }

    /// <summary>The persons counted last, anywhere before, or null.</summary>
    public string? PersonsCounted()
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (IsPerson(found[i].Counted)) return found[i].Counted;
        }
        return null;
    }

    private static bool IsPerson(string counted)
    {
        var space = counted.IndexOf(' ', StringComparison.Ordinal);
        var head = Text.Fold.Key(space < 0 ? counted : counted[..space]);
        return head != "نفر" && NounClasses.Is(head, NounClass.Person);
    }

    private bool IsNear(FigureCandidate figure, int token)
    {
        var (here, there) = (text.SentenceAt(token).Paragraph, text.SentenceAt(figure.Number.FirstToken).Paragraph);
        // The title and the lead tell the same story; elsewhere a paragraph begins anew.
        return there == here || there == 0 && here == 1 || here - there == 1 && there > 0;
    }
}
