using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Matching;
using NewsMiner.Extractor.Mentions;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Facts;

/// <summary>Finds what is attributed to whom: reporting verbs, «به گفته», announcements, demands and titles that give a saying.</summary>
internal sealed class AttributionReader(TokenizedText text, SpeakerChain chain, bool hasTitle)
{
    /// <summary>A quotation of fewer tokens is a name or a word set apart.</summary>
    private const int ShortestQuote = 4;

    private static readonly JoinedPhraseTable<string> Sources = new(
    [
        ("به گفته", "گفت"), ("به گفته ی", "گفت"), ("بنا به گفته", "گفت"), ("بنابر گفته", "گفت"), ("طبق گفته", "گفت"), ("براساس گفته", "گفت"), ("آن طور که", "گفت"),
        ("به اعتقاد", "معتقد است"), ("به باور", "معتقد است"), ("به عقیده", "معتقد است"), ("از نظر", "معتقد است"), ("از نگاه", "معتقد است"), ("به نقل از", "نقل کرد"), ("به اعلام", "اعلام کرد"), ("بنابر اعلام", "اعلام کرد"), ("بنا به اعلام", "اعلام کرد"), ("طبق اعلام", "اعلام کرد"), ("براساس اعلام", "اعلام کرد"),
    ]);

    private static readonly FrozenSet<string> SayingNouns = LanguageTable.Read("Mentions/saying-nouns.tsv").Select(row => Fold.Key(row[0])).SelectMany(noun => new[] { noun, noun + "ی", noun + "ای" }).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> QuoteVerbs = new[] { "داد", "کرد", "گرفت" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly AttributionFrames frames = new(text, chain);
    private readonly TokenList tokens = text.Tokens;
    private readonly IReadOnlyList<Sentence> sentences = text.Sentences;
    private readonly List<Attribution> found = [];
    private (Speaker? Speaker, string? Verb, int Paragraph)? announced;

    /// <summary>All attributions in text order. The title is read last, for the persons it names are known from the body.</summary>
    public IReadOnlyList<Attribution> Find()
    {
        for (var at = 0; at < sentences.Count; at++)
        {
            if (!IsTitle(at)) ReadNext(at);
        }
        chain.Forget();
        announced = null;
        for (var at = 0; at < sentences.Count && IsTitle(at); at++) ReadNext(at);
        return [.. found.OrderBy(attribution => attribution.First)];
    }

    private bool IsTitle(int sentence) => hasTitle && sentences[sentence].Paragraph == 0;

    private void ReadNext(int at)
    {
        var last = found.Count > 0 ? found[^1] : null;
        var open = last is not null && sentences[last.Sentence].Paragraph == sentences[at].Paragraph ? last : null;
        // A quotation that was opened runs on until its mark closes it, over paragraphs too.
        if (last is not null && !IsTitle(at) && last.Sentence == at - 1 && OpensQuote(last) && !IsClosed(last.First, last.End))
        {
            var close = Close(sentences[at].FirstToken, sentences[at].EndToken);
            found[^1] = last with { End = close < 0 ? sentences[at].EndToken : close + 1, Sentence = at };
            if (close < 0 || close >= sentences[at].EndToken - 3) return;
            open = found[^1];
        }
        var before = found.Count;
        ReadSentence(at, open);
        // A sentence without attribution of its own runs on the statement before it, to the end of the paragraph.
        if (found.Count == before && open is not null && IsRunning(open) && !chain.BeginsReport(sentences[at].FirstToken, sentences[at].EndToken) && !(OpensQuote(open) && IsClosed(open.First, open.End))) found[^1] = open with { End = sentences[at].EndToken, Sentence = at };
    }

    private bool IsRunning(Attribution open) => open.Rule is "statement: verb" or "statement: به گفته" or "statement: post or name, colon" && open.End >= sentences[open.Sentence].EndToken;

    private bool OpensQuote(Attribution attribution) => tokens[attribution.First].Form == "«" || (attribution.First > 0 && tokens[attribution.First - 1].Form == "«");

    private bool IsClosed(int first, int end) => Close(first, end) >= 0 || (end < tokens.Count && tokens[end].Form == "»");

    private int Close(int first, int end)
    {
        var depth = tokens[first].Form == "«" ? 0 : 1;
        for (var at = first; at < end; at++)
        {
            // Each paragraph of a long quotation may open with the mark anew.
            depth += tokens[at].Form is "«" ? at > first && OpensParagraph(at) ? 0 : 1 : tokens[at].Form is "»" ? -1 : 0;
            if (depth == 0) return at;
        }
        return -1;
    }

    private bool OpensParagraph(int token)
    {
        for (var at = 1; at < sentences.Count; at++)
        {
            if (sentences[at].FirstToken == token) return sentences[at].Paragraph != sentences[at - 1].Paragraph;
        }
        return false;
    }

    /// <summary>A colon ended the last paragraph: this one is what was announced.</summary>
    private bool ReadContinued(int index)
    {
        if (announced is not { } saying) return false;
        announced = null;
        if (sentences[index].Paragraph > saying.Paragraph + 1) return false;
        found.Add(new(sentences[index].FirstToken, sentences[index].EndToken, saying.Speaker, saying.Verb, "statement: verb", index));
        return true;
    }

    /// <summary>«پاسخ: …» in an interview: the one who spoke last answers.</summary>
    private bool ReadAnswer(int index)
    {
        var sentence = sentences[index];
        if (sentence.EndToken - sentence.FirstToken < 4 || tokens[sentence.FirstToken].Key is not ("پاسخ" or "جواب" or "ج") || tokens[sentence.FirstToken + 1].Form != ":" || chain.Current is not { } answering) return false;
        found.Add(new(sentence.FirstToken + 2, sentence.EndToken, answering, null, "statement: post or name, colon", index));
        return true;
    }

    /// <summary>«…»؛ این جمله را X گفت.</summary>
    private bool ReadQuote(int index)
    {
        var sentence = sentences[index];
        if (tokens[sentence.FirstToken].Form is not "«") return false;
        var close = Close(sentence.FirstToken, sentence.EndToken);
        if (close - sentence.FirstToken < ShortestQuote || close + 2 >= sentence.EndToken) return false;
        if (SubjectBehindQuote(close + 1, sentence.EndToken) is > 0 and var subject && VerbBehind(subject, sentence.EndToken) is > 0 and var said && chain.HasSubject(subject, said, sentence.Paragraph))
        {
            found.Add(new(sentence.FirstToken + 1, close, chain.Read(subject, said, sentence.Paragraph), VerbNameAt(said, sentence.EndToken), "statement: quotation", index));
            return true;
        }
        for (var at = close + 1; at < sentence.EndToken; at++)
        {
            var (verb, length) = ReportingVerbs.At(tokens, at, sentence.EndToken);
            var given = verb is null && QuoteVerbs.Contains(tokens[at].Key) && at >= sentence.EndToken - 2;
            if ((verb is null && !given) || at + Math.Max(length, 1) < sentence.EndToken - 1) continue;
            found.Add(new(sentence.FirstToken + 1, close, chain.Read(close + 1, at, sentence.Paragraph), verb?.Name ?? "گفت", "statement: quotation", index));
            return true;
        }
        return false;
    }

    /// <summary>«…»؛ این پرسش را X پیش کشید, «…»؛ جمله‌ای بود که X گفت: where the words that name X begin, or 0.</summary>
    private int SubjectBehindQuote(int at, int end)
    {
        while (at < end && tokens[at].Kind == TokenKind.Mark) at++;
        var pointed = at < end && tokens[at].Key is "این" or "ان";
        if (pointed) at++;
        var named = at < end && SayingNouns.Contains(tokens[at].Key);
        if (named) at++;
        if (pointed && at < end && tokens[at].Key == "را") return at + 1;
        return named && at + 1 < end && tokens[at].Key is "بود" or "است" && tokens[at + 1].Key == "که" ? at + 2 : 0;
    }

    /// <summary>«Y؛ این خبر را X داد», and «Y.» این را X گفت, «Y.» X با گفتن این جمله …: who said it stands behind what was said.</summary>
    private bool ReadNamedBehind(int index)
    {
        var sentence = sentences[index];
        for (var at = sentence.FirstToken + ShortestQuote; at < sentence.EndToken - 3; at++)
        {
            // What is already somebody's saying is nobody else's.
            if (tokens[at].Form == ":" || ReportingVerbs.At(tokens, at, sentence.EndToken).Tokens > 0) break;
            if (tokens[at].Form != "؛" || tokens[at + 1].Key != "این" || SubjectBehindQuote(at + 1, sentence.EndToken) is not (> 0 and var subject)) continue;
            if (VerbBehind(subject, sentence.EndToken) is not (> 0 and var verb) || !chain.NamesSomebody(subject, verb, sentence.Paragraph)) continue;
            found.Add(new(sentence.FirstToken, at, chain.Read(subject, verb, sentence.Paragraph), VerbNameAt(verb, sentence.EndToken), "statement: quotation", index));
            return true;
        }
        if (index == 0 || IsTitle(index - 1) || found.Count > 0 && found[^1].Sentence == index - 1) return false;
        var quote = sentences[index - 1];
        if (tokens[quote.FirstToken].Form != "«" || Close(quote.FirstToken, quote.EndToken) is var close && close < quote.EndToken - 2 || close - quote.FirstToken < ShortestQuote) return false;
        var first = SubjectBehindQuote(sentence.FirstToken, sentence.EndToken);
        var said = first > 0 ? VerbBehind(first, sentence.EndToken) : PointsBack(sentence);
        if (first == 0) first = sentence.FirstToken;
        if (said <= first || !chain.NamesSomebody(first, said, sentence.Paragraph)) return false;
        found.Add(new(quote.FirstToken + 1, close, chain.Read(first, said, sentence.Paragraph), "گفت", "statement: quotation", index));
        return true;
    }

    /// <summary>Where «با گفتن این جمله» stands, or 0.</summary>
    private int PointsBack(Sentence sentence)
    {
        for (var at = sentence.FirstToken + 1; at + 3 < sentence.EndToken; at++)
        {
            if (tokens[at].Key == "با" && tokens[at + 1].Key is "گفتن" or "بیان" or "ذکر" or "اظهار" && tokens[at + 2].Key == "این" && SayingNouns.Contains(tokens[at + 3].Key)) return at;
        }
        return 0;
    }

    /// <summary>The first reporting verb of the stretch, or else the verb that ends it; 0 where none does.</summary>
    private int VerbBehind(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (ReportingVerbs.At(tokens, at, end).Tokens > 0) return at;
        }
        var last = end - 1;
        while (last > from && tokens[last].Kind == TokenKind.Mark) last--;
        return WordTraits.Of(tokens[last]).Verb is null ? 0 : last - 1 > from && tokens[last - 1].Kind == TokenKind.Word && !chain.IsInPost(last - 1) ? last - 1 : last;
    }

    /// <summary>A reporting verb as exported, any other verb as written.</summary>
    private string VerbNameAt(int at, int end)
    {
        if (ReportingVerbs.At(tokens, at, end).Value is { } verb) return verb.Name;
        var stop = at + 1;
        while (stop < end && stop < at + 3 && tokens[stop].Kind == TokenKind.Word) stop++;
        return text.OriginalText(at, stop);
    }

    /// <summary>«X سخنان خود را با … آغاز کرد: «…»», «نشست با این جمله X تمام شد: «…»»: a colon before a quotation, behind any verb whose clause names somebody.</summary>
    private bool ReadColonQuote(int clause, int colon, Sentence sentence, int index)
    {
        if (tokens[colon].Form != ":" || colon < clause + 2 || colon + ShortestQuote >= sentence.EndToken || tokens[colon + 1].Form != "«" || WordTraits.Of(tokens[colon - 1]).Verb is not { MayBeNoun: false }) return false;
        var verb = colon - 2 > clause && tokens[colon - 2].Kind == TokenKind.Word ? colon - 2 : colon - 1;
        if (!chain.NamesSomebody(clause, verb, sentence.Paragraph)) return false;
        found.Add(new(colon + 1, sentence.EndToken, chain.Read(clause, verb, sentence.Paragraph), VerbNameAt(verb, colon), "statement: quotation", index));
        return true;
    }

    private void ReadSentence(int at, Attribution? open)
    {
        var sentence = sentences[at];
        if (ReadContinued(at) || ReadAnswer(at) || ReadQuote(at) || ReadNamedBehind(at) || ReadSource(at) || ReadHeadline(at)) return;
        var clause = sentence.FirstToken;
        var inQuote = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            inQuote += tokens[i].Form is "«" ? 1 : tokens[i].Form is "»" ? -1 : 0;
            if (inQuote > 0) continue;
            if (ReadColonQuote(clause, i, sentence, at)) return;
            if (tokens[i].Key is "خواستار" or "خواهان" && frames.Demand(clause, i, sentence, at) is var (demand, demandEnd))
            {
                found.Add(demand);
                clause = demandEnd;
                i = demandEnd - 1;
                continue;
            }
            if (frames.Promise(clause, i, sentence, at) is var (promise, promiseEnd))
            {
                found.Add(promise);
                clause = promiseEnd;
                i = promiseEnd - 1;
                continue;
            }
            var (verb, length) = ReportingVerbs.At(tokens, i, sentence.EndToken);
            if (verb is null) continue;
            if (verb.Frame == ReportingFrame.Silent || IsTalk(i, length, sentence.EndToken))
            {
                i += length - 1;
                continue;
            }
            var next = i + length;
            // «خواست مردم»: without an addressee the word asks nobody.
            if (verb.Name == "خواست" && !(next < sentence.EndToken && (tokens[next].Kind == TokenKind.Mark || tokens[next].Key is "که" or "تا")) && frames.FirstWord("از", clause, i) < 0 && frames.FirstWord("را", Math.Max(clause, i - 3), i) < 0)
            {
                i = next - 1;
                continue;
            }
            var colon = next < sentence.EndToken && tokens[next].Form == ":";
            if (!colon && verb.Frame == ReportingFrame.Colon) continue;
            // «در بیانیه آمده است:» of nobody named is no saying of an official.
            if (verb.Name == "آمد" && chain.Current?.Person is null && !chain.NamesSomebody(clause, i, sentence.Paragraph)) continue;
            // «نوشته‌اند» without a subject is nobody's saying.
            if (tokens[next - 1].Key.EndsWith("ند", StringComparison.Ordinal) && !chain.HasSubject(clause, i, sentence.Paragraph)) continue;
            if (!IsAttribution(clause, i, next, colon, sentence, open is not null || clause > sentence.FirstToken)) continue;
            var speaker = chain.Read(clause, i, sentence.Paragraph);
            if (tokens[next - 1].Key is "بود" or "بودند") chain.LookBack(speaker);
            if (!colon && frames.Before(verb, clause, i, next, speaker, at) is var (before, counts))
            {
                if (counts && before is not null) found.Add(before);
                clause = next;
                i = next - 1;
                continue;
            }
            if (!colon && next < sentence.EndToken && tokens[next].Key == "و" && NextVerb(next, sentence.EndToken)) continue;
            var first = next;
            while (first < sentence.EndToken && (tokens[first].Form is ":" or "،" or "؛" || tokens[first].Key is "که" || (tokens[first].Key is "تا" && verb.Frame == ReportingFrame.Asks))) first++;
            if (!HasWords(first, sentence.EndToken))
            {
                // «… افزود:» at the end of a paragraph: what is said is the next one.
                if (colon) announced = (speaker, verb.Name, sentence.Paragraph);
                continue;
            }
            var end = frames.NextAttribution(first, sentence.EndToken) is > 0 and var split ? split : sentence.EndToken;
            found.Add(new(first, end, speaker, verb.Name, "statement: verb", at));
            if (end == sentence.EndToken) return;
            clause = tokens[end].Key == "و" ? end + 1 : end;
            i = clause - 1;
        }
    }

    /// <summary>«گفت و گو»: no verb.</summary>
    private bool IsTalk(int verb, int length, int end) =>
        verb + length < end && (tokens[verb + length].Key is "وگو" or "وگوی" or "وگوها" or "وگویی" || (tokens[verb + length].Key == "و" && verb + length + 1 < end && tokens[verb + length + 1].Key is "گو" or "گوی" or "گویی" or "شنود" or "گوها"));

    /// <summary>A reporting verb attributes where a colon or که follows, or where its clause names a speaker and it stands early or ends the clause.</summary>
    private bool IsAttribution(int clause, int verb, int next, bool colon, Sentence sentence, bool later) =>
        colon || chain.NamesSomebody(clause, verb, sentence.Paragraph) || (later && clause > sentence.FirstToken && next < sentence.EndToken);

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
            var names = chain.NamesSomebody(first, end, sentence.Paragraph);
            if (verb == "نقل کرد" && (!names || SaysLater(end, sentence.EndToken))) continue;
            if (!names && verb != "گفت") return false;
            var speaker = names ? chain.Read(first, end, sentence.Paragraph) : null;
            while (end < sentence.EndToken && tokens[end].Form is "،" or ":" or ",") end++;
            if (end >= sentence.EndToken) return false;
            found.Add(new(end, sentence.EndToken, speaker, verb, "statement: به گفته", index));
            return true;
        }
        return false;
    }

    /// <summary>A title or lead of the form «post or name: Y», an occasion between them too: «وزیر رفاه در شهرری: Y»; in a title also behind another headline: «Z؛ مدیرکل …: Y».</summary>
    private bool ReadHeadline(int index)
    {
        var sentence = sentences[index];
        var first = sentence.FirstToken;
        for (var at = first; at < Math.Min(sentence.EndToken, first + 16); at++)
        {
            if (ReportingVerbs.At(tokens, at, sentence.EndToken).Tokens > 0) return false;
            if (IsTitle(index) && tokens[at].Form is "؛" or "/" or "|") first = at + 1;
            if (tokens[at].Form != ":") continue;
            if (at == first || !chain.NamesSomebody(first, at, sentence.Paragraph)) return false;
            var subject = chain.EndOfSubject(first, at);
            if (subject == first || (subject < at && tokens[subject].Key is not ("در" or "به" or "با" or "خطاب" or "»" or "درباره"))) return false;
            if (subject < at && !IsTitle(index)) return false;
            var speaker = chain.Read(first, at, sentence.Paragraph);
            if (HasWords(at + 1, sentence.EndToken)) found.Add(new(at + 1, sentence.EndToken, speaker, null, "statement: post or name, colon", index));
            else announced = (speaker, null, sentence.Paragraph);
            return true;
        }
        return false;
    }

    private bool SaysLater(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (tokens[at].Form == ":" || ReportingVerbs.At(tokens, at, end).Tokens > 0) return true;
        }
        return false;
    }

    private int SourceEnd(int first, int end)
    {
        var subject = chain.EndOfSubject(first, end);
        // «به گفته X، مدیرکل …، Y»: commas inside the subject set its post off; one far behind a plain subject is one of the saying.
        if (subject > first) return subject + 1 < end && tokens[subject].Kind == TokenKind.Word && IsPause(subject + 1) ? subject + 1 : subject;
        for (var at = first; at < Math.Min(end, first + 16); at++)
        {
            if (IsPause(at)) return at;
        }
        return subject;
    }

    private bool IsPause(int at) => tokens[at].Form is "،" or ":" or ",";

    private bool NextVerb(int from, int end)
    {
        for (var at = from; at < Math.Min(end, from + 8); at++)
        {
            if (ReportingVerbs.At(tokens, at, end).Tokens > 0 || tokens[at].Key is "خواستار" or "خواهان") return true;
        }
        return false;
    }

    private bool HasWords(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind != TokenKind.Mark) return true;
        }
        return false;
    }
}
