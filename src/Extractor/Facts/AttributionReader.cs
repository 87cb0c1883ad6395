using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Finds what is attributed to whom: reporting verbs, «به گفته», announcements, demands and titles that give a saying.</summary>
internal sealed class AttributionReader(TokenizedText text, SpeakerChain chain)
{
    private static readonly JoinedPhraseTable<string> Sources = new([("به گفته", "گفت"), ("به اعتقاد", "معتقد است"), ("به باور", "معتقد است"), ("آن طور که", "گفت")]);

    private readonly IReadOnlyList<Token> tokens = text.Tokens;
    private readonly IReadOnlyList<Sentence> sentences = text.Sentences;
    private readonly List<Attribution> found = [];
    private Speaker? announced;
    private string? announcedVerb;

    /// <summary>All attributions in text order.</summary>
    public IReadOnlyList<Attribution> Find()
    {
        for (var at = 0; at < sentences.Count; at++)
        {
            var open = found.Count > 0 && sentences[found[^1].Sentence].Paragraph == sentences[at].Paragraph ? found[^1] : null;
            var before = found.Count;
            ReadSentence(at, open);
            // A sentence without attribution of its own runs on the statement before it, to the end of the paragraph.
            if (found.Count == before && open is not null && IsRunning(open)) found[^1] = open with { End = sentences[at].EndToken, Sentence = at };
        }
        return found;
    }

    /// <summary>A colon ended the last sentence: this one is what was announced.</summary>
    private bool ReadContinued(int index)
    {
        if (announcedVerb is null) return false;
        found.Add(new(sentences[index].FirstToken, sentences[index].EndToken, announced, announcedVerb, "statement: verb", index));
        (announced, announcedVerb) = (null, null);
        return true;
    }

    /// <summary>«…»؛ این جمله را X گفت.</summary>
    private bool ReadQuote(int index)
    {
        var sentence = sentences[index];
        if (tokens[sentence.FirstToken].Form is not "«") return false;
        var close = sentence.FirstToken + 1;
        while (close < sentence.EndToken && tokens[close].Form is not "»") close++;
        if (close - sentence.FirstToken < 4 || close + 2 >= sentence.EndToken) return false;
        for (var at = close + 1; at < sentence.EndToken; at++)
        {
            var (verb, length) = MentionLexicons.Verbs.At(tokens, at, sentence.EndToken);
            var given = verb is null && tokens[at].Key is "داد" or "کرد" && at >= sentence.EndToken - 2;
            if ((verb is null && !given) || at + Math.Max(length, 1) < sentence.EndToken - 1) continue;
            found.Add(new(sentence.FirstToken + 1, close, chain.Read(close + 1, at, sentence.Paragraph), verb?.Name ?? "گفت", "statement: quotation", index));
            return true;
        }
        return false;
    }

    /// <summary>«خواستار Y شد».</summary>
    private int ReadDemand(int clause, int at, Sentence sentence, int index)
    {
        for (var end = at + 2; end < sentence.EndToken; end++)
        {
            if (tokens[end].Key is not ("شد" or "شدند" or "شدهاست")) continue;
            found.Add(new(at + 1, end, chain.Read(clause, at, sentence.Paragraph), "خواستار شد", "statement: خواستار شد", index));
            return end + 1;
        }
        return 0;
    }

    private bool HasWords(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind != TokenKind.Mark) return true;
        }
        return false;
    }

    private bool IsRunning(Attribution open) => open.Rule is "statement: verb" or "statement: به گفته" or "statement: post or name, colon" && open.End == sentences[open.Sentence].EndToken;

    private void ReadSentence(int at, Attribution? open)
    {
        var sentence = sentences[at];
        if (ReadContinued(at) || ReadQuote(at) || ReadSource(at) || ReadHeadline(at)) return;
        var clause = sentence.FirstToken;
        var inQuote = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            inQuote += tokens[i].Form is "«" ? 1 : tokens[i].Form is "»" ? -1 : 0;
            if (inQuote > 0) continue;
            if (tokens[i].Key == "خواستار" && ReadDemand(clause, i, sentence, at) is > 0 and var demandEnd)
            {
                clause = demandEnd;
                i = demandEnd - 1;
                continue;
            }
            var (verb, length) = MentionLexicons.Verbs.At(tokens, i, sentence.EndToken);
            if (verb is null) continue;
            var next = i + length;
            var colon = next < sentence.EndToken && tokens[next].Form == ":";
            if (!IsAttribution(clause, i, next, colon, sentence, open is not null || clause > sentence.FirstToken)) continue;
            var speaker = chain.Read(clause, i, sentence.Paragraph);
            if (!colon && Before(verb, clause, i, sentence, at, speaker))
            {
                clause = next;
                i = next - 1;
                continue;
            }
            if (!colon && next < sentence.EndToken && tokens[next].Key == "و" && NextVerb(next, sentence.EndToken)) continue;
            var first = next;
            while (first < sentence.EndToken && (tokens[first].Form is ":" or "،" || tokens[first].Key == "که")) first++;
            if (!HasWords(first, sentence.EndToken))
            {
                // «… افزود:» at the end of a paragraph: what is said is the next one.
                if (colon) (announced, announcedVerb) = (speaker, verb.Name);
                continue;
            }
            found.Add(new(first, sentence.EndToken, speaker, verb.Name, "statement: verb", at));
            return;
        }
    }

    /// <summary>A reporting verb attributes where a colon or که follows, or where its clause names a speaker and it stands early or ends the clause.</summary>
    private bool IsAttribution(int clause, int verb, int next, bool colon, Sentence sentence, bool later)
    {
        if (colon) return true;
        var names = chain.NamesSomebody(clause, verb, sentence.Paragraph);
        return names || (later && clause > sentence.FirstToken && next < sentence.EndToken);
    }

    /// <summary>«از Y خبر داد», «خواستار Y شد», «از X خواست Y», «Y را Z اعلام کرد»: what is said stands before the verb or inside it.</summary>
    private bool Before(ReportingVerb verb, int clause, int at, Sentence sentence, int index, Speaker? speaker)
    {
        switch (verb.Frame)
        {
            case ReportingFrame.Announces:
                var from = LastWord("از", clause, at);
                if (from < 0 || at - from < 3) return false;
                found.Add(new(FirstFrom(clause, from, at) + 1, at, speaker, verb.Name, "statement: خبر داد", index));
                return true;
            case ReportingFrame.Names:
                var subject = SubjectEnd(clause, at);
                if (LastWord("را", subject, at) < 0 || at - subject < 3) return false;
                found.Add(new(subject, at, speaker, verb.Name, "statement: اعلام کرد", index));
                return true;
            default:
                return false;
        }
    }

    /// <summary>«به گفته X، Y».</summary>
    private bool ReadSource(int index)
    {
        var sentence = sentences[index];
        for (var at = sentence.FirstToken; at < Math.Min(sentence.EndToken, sentence.FirstToken + 12); at++)
        {
            var (verb, length) = Sources.At(tokens, at, sentence.EndToken);
            if (verb is null) continue;
            var first = at + length;
            var end = SourceEnd(first, sentence.EndToken);
            var speaker = chain.Read(first, end, sentence.Paragraph);
            while (end < sentence.EndToken && tokens[end].Form is "،" or ":" or ",") end++;
            if (end >= sentence.EndToken) return false;
            found.Add(new(end, sentence.EndToken, speaker, verb, "statement: به گفته", index));
            return true;
        }
        return false;
    }

    /// <summary>A title or lead of the form «post or name: Y».</summary>
    private bool ReadHeadline(int index)
    {
        var sentence = sentences[index];
        for (var at = sentence.FirstToken; at < Math.Min(sentence.EndToken - 1, sentence.FirstToken + 16); at++)
        {
            if (tokens[at].Form != ":") continue;
            if (at == sentence.FirstToken || !chain.NamesSomebody(sentence.FirstToken, at, sentence.Paragraph) || SubjectEnd(sentence.FirstToken, at) < at) return false;
            found.Add(new(at + 1, sentence.EndToken, chain.Read(sentence.FirstToken, at, sentence.Paragraph), null, "statement: post or name, colon", index));
            return true;
        }
        return false;
    }

    private int SourceEnd(int first, int end)
    {
        for (var at = first; at < Math.Min(end, first + 16); at++)
        {
            if (tokens[at].Form is "،" or ":" or ",") return at;
        }
        return SubjectEnd(first, end);
    }

    /// <summary>Where the words that name the speaker end: after name, post and the mark between them, or one pronoun.</summary>
    private int SubjectEnd(int first, int end) => chain.EndOfSubject(first, end);

    private bool NextVerb(int from, int end)
    {
        for (var at = from; at < Math.Min(end, from + 8); at++)
        {
            if (MentionLexicons.Verbs.At(tokens, at, end).Tokens > 0) return true;
        }
        return false;
    }

    private int LastWord(string key, int first, int end)
    {
        for (var at = end - 1; at >= first; at--)
        {
            if (tokens[at].Key == key) return at;
        }
        return -1;
    }

    /// <summary>The «از» that opens what is announced: the first behind the speaker that is not part of an earlier phrase.</summary>
    private int FirstFrom(int clause, int last, int end)
    {
        var subject = SubjectEnd(clause, end);
        for (var at = subject; at < last; at++)
        {
            if (tokens[at].Key == "از") return at;
        }
        return last;
    }
}
