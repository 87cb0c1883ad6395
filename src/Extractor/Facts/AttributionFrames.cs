using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>The frames in which what is said stands before the verb or inside it, and where one attribution of a sentence gives way to the next.</summary>
internal sealed class AttributionFrames(TokenizedText text, SpeakerChain chain)
{
    private readonly TokenList tokens = text.Tokens;

    /// <summary>«خواستار Y شد», from its first word on.</summary>
    public (Attribution Demand, int End)? Demand(int clause, int at, Sentence sentence, int index)
    {
        // «خواستار شد Y» and «Y را خواستار شد» are read as the verbs they are.
        if (at + 1 >= sentence.EndToken || tokens[at + 1].Key is "شد" or "شدند" or "شده") return null;
        for (var end = at + 2; end < sentence.EndToken; end++)
        {
            if (tokens[end].Key is not ("شد" or "شدند" or "شدهاست" or "است" or "شده") || tokens[end].Key == "شده" && (end + 1 >= sentence.EndToken || tokens[end + 1].Key is not ("است" or "بود" or "اند"))) continue;
            return (new(at + 1, end, chain.Read(clause, at, sentence.Paragraph), "خواستار شد", "statement: خواستار شد", index), end + 1);
        }
        return null;
    }

    /// <summary>«خبر از Y داد», «وعده Y را داد»: what is said stands inside the verb; null where none does or nobody is named.</summary>
    public (Attribution Said, int End)? Promise(int clause, int at, Sentence sentence, int index)
    {
        if (tokens[at].Key is not ("خبر" or "نوید" or "مژده" or "وعده" or "قول") || at + 4 >= sentence.EndToken || tokens[at].Key == "خبر" && tokens[at + 1].Key != "از") return null;
        var first = tokens[at + 1].Key == "از" ? at + 2 : at + 1;
        for (var end = first; end < Math.Min(sentence.EndToken, first + 30); end++)
        {
            if (WordTraits.Of(tokens[end]).Verb is not { MayBeNoun: false } verb && tokens[end].Form is not (":" or "؛" or "«")) continue;
            if (WordTraits.Of(tokens[end]).Verb is not { Stem: "داد", Tense: VerbTense.Past or VerbTense.Present } || end + 1 < sentence.EndToken && tokens[end + 1].Kind == TokenKind.Word && tokens[end + 1].Key != "و") return null;
            var stop = tokens[end - 1].Key == "را" ? end - 1 : end;
            // «وعده … خبر داد», «قولی که داد»: another verb's.
            if (ReportingVerbs.At(tokens, end - 1, sentence.EndToken).Tokens > 1 || at > clause && tokens[at - 1].Key is "از" or "به" or "با" or "این" or "که" or "بر") return null;
            if (stop - first < 3 || !chain.NamesSomebody(clause, at, sentence.Paragraph)) return null;
            var name = tokens[at].Key == "مژده" ? "نوید داد" : tokens[at].Form + " داد";
            return (new(first, stop, chain.Read(clause, at, sentence.Paragraph), name, "statement: خبر داد", index), end + 1);
        }
        return null;
    }

    /// <summary>
    /// «از Y خبر داد», «Y را خواستار شد», «Y را Z اعلام کرد»: what is said, and whether it counts as a statement; null where it follows the verb.
    /// </summary>
    public (Attribution? Before, bool Counts)? Before(ReportingVerb verb, int clause, int at, int next, Speaker? speaker, int index)
    {
        var subject = chain.EndOfSubject(chain.AfterSource(clause, at), at);
        switch (verb.Frame)
        {
            case ReportingFrame.Announces:
                var from = FirstWord("از", subject, at);
                if (from < 0 && LastWord("را", subject, at) >= 0 && at - subject >= 3) return (new(subject, at, speaker, verb.Name, "statement: خبر داد", index), true);
                return from >= 0 && at - from >= 3 ? (new(from + 1, at, speaker, verb.Name, "statement: خبر داد", index), true) : null;
            case ReportingFrame.Asks:
                var ask = FirstWord("از", subject, at);
                if (LastWord("را", subject, at) is >= 0 and var asked && asked >= at - 3 && asked - subject >= 2) return (new(AfterAddressee(subject, asked), asked, speaker, verb.Name, "statement: خواستار شد", index), true);
                if (verb.Name == "خواستار شد") return ask >= 0 && at - ask >= 3 ? (new(ask + 1, at, speaker, verb.Name, "statement: خواستار شد", index), true) : null;
                // «از X خواست Y»: without an addressee the verb asks nobody.
                return verb.Name != "خواست" || ask >= 0 || (next < tokens.Count && tokens[next].Key is "که" or "تا") ? null : (null, false);
            case ReportingFrame.Names or ReportingFrame.Deems:
                if (LastWord("را", subject, at) is < 0 || at - subject < 3) return verb.Frame == ReportingFrame.Deems ? (null, false) : null;
                subject = AfterAside(subject, at);
                return (new(subject, at, speaker, verb.Name, "statement: اعلام کرد", index), Counts(verb, subject, at));
            default:
                return null;
        }
    }

    /// <summary>Where a later attribution of the same sentence begins («… و افزود: …», «… وی گفت: …»), or 0.</summary>
    public int NextAttribution(int first, int end)
    {
        var depth = 0;
        for (var at = first; at < end; at++)
        {
            depth += tokens[at].Form is "«" ? 1 : tokens[at].Form is "»" ? -1 : 0;
            if (depth > 0) continue;
            var (verb, length) = ReportingVerbs.At(tokens, at, end);
            if (verb is null || verb.Frame == ReportingFrame.Silent || at + length >= end || tokens[at + length].Form != ":") continue;
            // The clause of that verb begins at the و or the pronoun before it.
            for (var back = at - 1; back > first + 1 && at - back <= 12; back--)
            {
                if (tokens[back].Key is "وی" or "او" or "ایشان" && tokens[back - 1].Key is not ("به" or "از" or "با" or "گفته")) return back;
                if (tokens[back].Key == "و" && back > first + 1) return back;
                if (tokens[back].Form is ":" or "؛") break;
            }
        }
        return 0;
    }

    /// <summary>Judgements count only where they give a number or an aim; what a verb of announcing names always does.</summary>
    private bool Counts(ReportingVerb verb, int first, int end)
    {
        if (verb.Name == "اعلام کرد") return true;
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind == TokenKind.Number || tokens[at].Key is "هدف" or "هزار" or "میلیون" or "میلیارد" or "درصد") return true;
        }
        return false;
    }

    /// <summary>«X در جلسه شورا، مردم را …», «X به نیازها اشاره کرد و هدف را …»: what is named begins behind what else the speaker did, where and when.</summary>
    private int AfterAside(int first, int end)
    {
        var last = LastWord("را", first, end);
        for (var at = first; at + 1 < last; at++)
        {
            if (tokens[at].Key == "که") break;
            if (tokens[at + 1].Key == "و" && WordTraits.Of(tokens[at]).Verb is { MayBeNoun: false, Tense: VerbTense.Past, Person: 3 }) first = at + 2;
        }
        while (first < last && tokens[first].Key is "در" or "طی" or "ضمن" && FirstWord("،", first, last) is >= 0 and var comma) first = comma + 1;
        return first;
    }

    /// <summary>«از دولت تخصیص اعتبار را خواستار شد»: the demand begins behind the addressee where that is one word.</summary>
    private int AfterAddressee(int subject, int end) => tokens[subject].Key == "از" && subject + 2 < end ? subject + 2 : tokens[subject].Form == "،" ? subject + 1 : subject;

    /// <summary>The first token of a stretch with this folded word, or -1.</summary>
    public int FirstWord(string key, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Key == key) return at;
        }
        return -1;
    }

    private int LastWord(string key, int first, int end)
    {
        for (var at = end - 1; at >= first; at--)
        {
            if (tokens[at].Key == key) return at;
        }
        return -1;
    }
}
