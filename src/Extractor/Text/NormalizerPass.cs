using System.Numerics;
using NewsMiner.Extractor.Lexicons;

namespace NewsMiner.Extractor.Text;

/// <summary>The one walk over a text in which it is normalised.</summary>
internal sealed class NormalizerPass(string source, MappedText text, MarkPairs pairs, HalfSpaceHabit habit)
{
    private const int None = -1;

    /// <summary>The mark of the linked «ه», «خانهٔ», which says nothing of how the word is spelt.</summary>
    private const char HamzaAbove = '\u0654';

    private const char Kashida = 'ـ';

    /// <summary>So much of <see cref="WordRepair.SignOfLoss"/> shows that a text has lost its half-spaces.</summary>
    private const int Telling = 3;

    private int at;
    private int space = None;
    private bool persianLine;
    private bool lost, spaced;
    private int signs;
    private WordPlace last = WordPlace.None, beforeLast = WordPlace.None, earlier = WordPlace.None;

    /// <summary>Where a word stands in the text, and what is known of it where that was looked up; its letters stand there as they are if it holds no half-space.</summary>
    private readonly record struct WordPlace(int Start, int End, bool HalfSpaces, bool Known, WordEntry Entry, AffixKinds Affix)
    {
        public static readonly WordPlace None = new(-2, -2, false, false, default, AffixKinds.None);
    }

    /// <summary>Normalises the text; what it was then sure to have done with its half-spaces comes back.</summary>
    public HalfSpaceHabit Run()
    {
        persianLine = IsPersianLine();
        while (at < source.Length)
        {
            switch (CharacterTable.KindOfCharacter(source[at]))
            {
                case CharacterKind.LineBreak: LineBreak(); break;
                case CharacterKind.Space: if (space == None) space = at; at++; break;
                default: Chunk(); break;
            }
        }
        return habit with { Lost = lost || signs >= Telling, Spaced = spaced };
    }

    /// <summary>A line with Latin words and no Persian letter keeps its digits and marks.</summary>
    private bool IsPersianLine()
    {
        var foreign = false;
        for (var i = at; i < source.Length; i++)
        {
            switch (CharacterTable.KindOfCharacter(source[i]))
            {
                case CharacterKind.Letter: return true;
                case CharacterKind.Foreign: foreign = true; break;
                case CharacterKind.LineBreak: return !foreign;
            }
        }
        return !foreign;
    }

    private void LineBreak()
    {
        space = None;
        if (source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n') at++;
        // One empty line is kept, more are not.
        if (text.Length < 2 || text.Last != '\n' || text[text.Length - 2] != '\n') text.Append('\n', at);
        at++;
        persianLine = IsPersianLineAt();
    }

    private bool IsPersianLineAt() => at >= source.Length || IsPersianLine();

    /// <summary>What stands between two spaces.</summary>
    private void Chunk()
    {
        var (end, foreign) = (at, false);
        for (; end < source.Length; end++)
        {
            var kind = CharacterTable.KindOfCharacter(source[end]);
            if (kind is CharacterKind.Space or CharacterKind.LineBreak) break;
            foreign |= kind == CharacterKind.Foreign;
        }
        if (foreign && IsAddress(source.AsSpan(at, end - at))) Verbatim(end);
        while (at < end)
        {
            switch (CharacterTable.KindOfCharacter(source[at]))
            {
                case CharacterKind.Letter: Word(); break;
                case CharacterKind.Foreign: Verbatim(EndOfCode(end)); break;
                case CharacterKind.Digit: if (foreign && !(space == None && CharacterTable.KindOfCharacter(text.Last) == CharacterKind.Digit) && EndOfCode(end) is var code && HasForeign(code)) Verbatim(code); else Number(); break;
                case CharacterKind.Ignored or CharacterKind.HalfSpace: Invisible(); break;
                case CharacterKind.Joined: Plain(source[at]); break;
                default: Mark(); break;
            }
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk) =>
        chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.Contains('@');

    private int EndOfCode(int limit)
    {
        var end = at;
        while (end < limit && (CharacterTable.KindOfCharacter(source[end]) == CharacterKind.Foreign || source[end] is >= '0' and <= '9' || source[end] is '\u200d' or '\ufe0f' || "-_./:@%?&=#+~*'’".Contains(source[end], StringComparison.Ordinal))) end++;
        while (end > at + 1 && source[end - 1] is '.' or ':' or '?' or '-') end--;
        return Math.Max(end, at + 1);
    }

    private bool HasForeign(int end)
    {
        for (var i = at; i < end; i++)
        {
            if (CharacterTable.KindOfCharacter(source[i]) == CharacterKind.Foreign) return true;
        }
        return false;
    }

    private void Verbatim(int end)
    {
        Space();
        for (; at < end; at++) text.Append(source[at], at);
    }

    private void Invisible()
    {
        if (source[at] == Kashida && IsRange())
        {
            Plain('–');
            return;
        }
        if (source[at] == '\u00ac') Space();
        // Emoji are held together by a joiner that is nothing between Persian words.
        if (source[at] == '\u00ac' || source[at] == '\u200d' && CharacterTable.KindOfCharacter(text.Last) == CharacterKind.Foreign) text.Append(source[at], at);
        at++;
    }

    /// <summary>True for a kashida written for the dash of «۱۰ـ۱۵».</summary>
    private bool IsRange() => space == None && CharacterTable.KindOfCharacter(text.Last) == CharacterKind.Digit && at + 1 < source.Length && CharacterTable.KindOfCharacter(source[at + 1]) == CharacterKind.Digit;

    private void Space()
    {
        if (space != None && text.Last != '\n') text.Append(' ', space);
        space = None;
    }

    private void Number()
    {
        if (space == None && text.Length > 1 && IsLetter(text.Last) && IsLetter(text[text.Length - 2])) text.Append(' ', at);
        if (space == None && text.Last == '،' && text.Length > 1 && CharacterTable.KindOfCharacter(text[text.Length - 2]) == CharacterKind.Letter) text.Append(' ', at);
        Space();
        for (; at < source.Length && CharacterTable.KindOfCharacter(source[at]) == CharacterKind.Digit; at++)
        {
            var c = source[at];
            if (c is >= '0' and <= '9') text.Append(persianLine ? (char)(c - '0' + '۰') : c, at);
            else Written(c);
        }
    }

    private void Written(char c)
    {
        var folded = CharacterTable.Fold(c);
        if (folded != '\0') text.Append(folded, at);
        else text.Append(CharacterTable.Expansion(c), at);
    }

    private void Word()
    {
        if (space == None && text.Length > 0 && HasTwoLetters() && NeedsSpaceBeforeWord(FirstLetters(stackalloc char[8]))) text.Append(' ', at);
        Space();
        var start = text.Length;
        var halfSpaces = false;
        Settled();
        for (; at < source.Length; at++)
        {
            var c = source[at];
            var kind = CharacterTable.KindOfCharacter(c);
            if (kind == CharacterKind.Letter)
            {
                var folded = CharacterTable.Fold(c);
                if (folded != '\0') Letter(folded, start);
                else foreach (var letter in CharacterTable.Expansion(c)) Letter(letter, start);
            }
            else if (kind == CharacterKind.HalfSpace)
            {
                if (c == '\u00ac' && !(at + 1 < source.Length && CharacterTable.KindOfCharacter(source[at + 1]) == CharacterKind.Letter)) break;
                if (text.Last != CharacterTable.HalfSpace) text.Append(CharacterTable.HalfSpace, at);
                halfSpaces = true;
            }
            else if (kind == CharacterKind.Joined)
            {
                if (text.Last != c) text.Append(c, at);
            }
            else if (kind != CharacterKind.Ignored)
            {
                break;
            }
        }
        if (text.Last == CharacterTable.HalfSpace) text.Remove(text.Length - 1);
        if (halfSpaces) halfSpaces = text.Span(start, text.Length).Contains(CharacterTable.HalfSpace);
        FinishWord(start, text.Length, halfSpaces);
    }

    /// <summary>Writes the letters at hand up to one that is not as it should be, or stands there for the second time running.</summary>
    private void Settled()
    {
        var rest = source.AsSpan(at);
        var length = 0;
        for (var before = '\0'; length < rest.Length && rest[length] != before && CharacterTable.IsSettledLetter(rest[length]); length++) before = rest[length];
        text.AppendRun(rest[..length], at);
        at += length;
    }

    /// <summary>The first letters of the word at hand, without what stands unseen between them.</summary>
    private ReadOnlySpan<char> FirstLetters(Span<char> letters)
    {
        var length = 0;
        for (var i = at; i < source.Length && length < letters.Length; i++)
        {
            if (IsLetter(source[i])) letters[length++] = source[i];
            else if (CharacterTable.KindOfCharacter(source[i]) != CharacterKind.Ignored) break;
        }
        return letters[..length];
    }

    /// <summary>Writes a letter of the word that begins at <paramref name="start"/>, a repeated one twice at most.</summary>
    private void Letter(char letter, int start)
    {
        if (text.Length - start < 2 || text.Last != letter || text[text.Length - 2] != letter) text.Append(letter, at);
    }

    private bool NeedsSpaceBeforeWord(ReadOnlySpan<char> word)
    {
        var before = text.Last;
        if (CharacterTable.KindOfCharacter(before) == CharacterKind.Digit) return word is not ("ام" or "ها" or "های" or "ای" or "امین" or "ین" or "اش" or "می");
        if (before is '،' or '؛' or '؟' or '!' or '…') return true;
        if (text.Length < 3 || before is not ('.' or ':' or ')' or '»' or ']')) return false;
        return before is ')' or '»' or ']' ? !Affixes.Is(word, AffixKinds.Plural)
            : CharacterTable.KindOfCharacter(text[text.Length - 2]) == CharacterKind.Letter && CharacterTable.KindOfCharacter(text[text.Length - 3]) == CharacterKind.Letter;
    }

    /// <summary>Repairs the word at [start, end) and joins it to the one before where the two are one; returns where it ends then.</summary>
    private int FinishWord(int start, int end, bool halfSpaces)
    {
        var place = new WordPlace(start, end, halfSpaces, Known: false, default, AffixKinds.None);
        if (!halfSpaces)
        {
            var word = KnownWord.Of(text.Span(start, end).TrimEnd(HamzaAbove));
            var cuts = word.Letters.EndsWith("های") && (IsUnbound() || IsSingle(start)) ? WordRepair.InsideUnbound(word.Letters, habit.Repairs) : WordRepair.Inside(word.Letters, word.Entry, habit.Repairs);
            lost |= cuts.Sure;
            if (!cuts.Any) signs += WordRepair.SignOfLoss(word.Letters, word.Entry);
            if (cuts.Spaces != 0)
            {
                var cut = start + BitOperations.TrailingZeroCount(cuts.Spaces) + 1;
                text.Insert(cut, ' ');
                var before = text.Length;
                var second = FinishWord(start, cut, false) + 1;
                return FinishWord(second, end + 1 + text.Length - before, false);
            }
            if (cuts is { Unknown: true, Any: false })
            {
                if (MistypedWord.PutRight(text.Letters(start, end))) return FinishWord(start, end, false);
                if (IsSpaceLate(start, end))
                {
                    text.Swap(start - 1);
                    last = last with { End = start, Known = false };
                    return FinishWord(start + 1, end, false);
                }
            }
            end += InsertHalfSpaces(start, cuts.HalfSpaces);
            place = new(start, end, cuts.HalfSpaces != 0, Known: true, word.Entry, word.Affix);
        }
        else if (text.Span(start, end).IndexOf(CharacterTable.HalfSpace) is > 0 and var first)
        {
            // «برنامهریزی‌های» has lost one half-space of two.
            end += InsertHalfSpaces(start, WordRepair.Inside(text.Span(start, start + first), WordRepairs.Sure).HalfSpaces);
            place = place with { End = end };
        }
        (earlier, beforeLast, last) = (beforeLast, last, place);
        while (beforeLast.End + 1 == last.Start && text[beforeLast.End] == ' ' && JoinsLast() is { } joint)
        {
            spaced |= joint.Sure;
            if (joint.HalfSpace) text.Set(beforeLast.End, CharacterTable.HalfSpace);
            else text.Remove(beforeLast.End);
            end = joint.HalfSpace ? last.End : last.End - 1;
            (earlier, beforeLast, last) = (WordPlace.None, earlier, new(beforeLast.Start, end, HalfSpaces: true, Known: false, default, AffixKinds.None));
        }
        if (IsMistakenMust()) text.Swap(earlier.Start + 1);
        return last.End;
    }

    /// <summary>True where what follows the word at hand cannot be bound to it by the «ی» of a genitive: «نامه‌ای که».</summary>
    private bool IsUnbound() => IsBefore(AffixKinds.Unbound);

    /// <summary>True where the clause ends behind the word at hand, or goes on with a word of this kind.</summary>
    private bool IsBefore(AffixKinds kind)
    {
        var next = at;
        while (next < source.Length && CharacterTable.KindOfCharacter(source[next]) == CharacterKind.Space) next++;
        if (next == source.Length) return true;
        if (CharacterTable.KindOfCharacter(source[next]) != CharacterKind.Letter) return source[next] is '.' or '،' or ',' or '؛' or '؟' or '!' or '\n' or '\r';
        Span<char> word = stackalloc char[8];
        var length = 0;
        for (; next < source.Length && IsLetter(source[next]); next++)
        {
            if (length == word.Length) return false;
            word[length++] = CharacterTable.Fold(source[next]);
        }
        return Affixes.Is(word[..length], kind);
    }

    /// <summary>True behind a word that a singular with «ی» follows: «هیچ نامه‌ای».</summary>
    private bool IsSingle(int start) => last.End >= 0 && last.End + 1 == start && text[last.End] == ' ' && Affixes.Is(text.Span(last.Start, last.End), AffixKinds.Single);

    private bool IsSpaceLate(int start, int end) => start > 1 && last.End == start - 1 && text[start - 1] == ' ' && WordRepair.IsSpaceLate(text.Span(last.Start, last.End), text.Span(start, end));

    /// <summary>«بیاد» before a predicate in the subjunctive, «بیاد انجام دهند», is a mistyped «باید»; «بیاد» is «به یاد» elsewhere.</summary>
    private bool IsMistakenMust() => earlier.End - earlier.Start == 4 && beforeLast.Start == earlier.End + 1 && last.Start == beforeLast.End + 1
        && text.Span(earlier.Start, earlier.End) is "بیاد" && !text.Span(0, earlier.Start).EndsWith("می ") && Affixes.Is(text.Span(last.Start, last.End), AffixKinds.Subjunctive);

    private int InsertHalfSpaces(int start, ulong behind)
    {
        for (var rest = behind; rest != 0;)
        {
            var cut = BitOperations.Log2(rest);
            rest &= ~(1UL << cut);
            text.Insert(start + cut + 1, CharacterTable.HalfSpace);
        }
        return BitOperations.PopCount(behind);
    }

    private static bool IsLetter(char c) => CharacterTable.KindOfCharacter(c) == CharacterKind.Letter;

    private bool HasTwoLetters()
    {
        var letters = 0;
        for (var i = at; i < source.Length && letters < 2; i++)
        {
            var kind = CharacterTable.KindOfCharacter(source[i]);
            if (kind == CharacterKind.Letter) letters += CharacterTable.Fold(source[i]) == '\0' ? 2 : 1;
            else if (kind is not (CharacterKind.Ignored or CharacterKind.HalfSpace or CharacterKind.Joined)) return false;
        }
        return letters > 1;
    }

    private WordJoint? JoinsLast()
    {
        if (text[beforeLast.End - 1] == HamzaAbove) return null;
        Span<char> first = stackalloc char[WordRepair.LongestWord];
        Span<char> second = stackalloc char[WordRepair.LongestWord];
        var left = LettersOf(beforeLast, first);
        var right = LettersOf(last, second);
        if (left.IsEmpty || right.IsEmpty) return null;
        if (habit.Spaced && IsAdjective(left, right) || !habit.Written && !habit.Lost && IsDescent(left, right)) return new(!CharacterTable.EndsJoin(left[^1]), Sure: false);
        return WordRepair.Joins(Known(ref beforeLast, left), Known(ref last, right), habit.OneWord);
    }

    /// <summary>True for «مطالب حذف شده» where it is no part of a verb, as it is in «که حذف شده» and «حذف شده است».</summary>
    private bool IsAdjective(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (!Known(ref last, right).Is(AffixKinds.Passive)) return false;
        var before = Known(ref beforeLast, left);
        if (!WordRepair.IsNominal(before) && !before.Entry.Is(WordClasses.Participle)) return false;
        if (text.Last == HamzaAbove) return true;
        var head = earlier.End + 1 == beforeLast.Start ? text.Span(earlier.Start, earlier.End) : [];
        return !IsBefore(AffixKinds.Predicate) && (head is "و" or "به" or "از" || !Affixes.Is(head, AffixKinds.Bare));
    }

    /// <summary>True for what «بن» makes one name of, «حسین بن علی», the Academy's «حسین‌بن‌علی»: first with the name behind it, then with the one before.</summary>
    private bool IsDescent(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left is "بن" ? IsName(last) && earlier.End + 1 == beforeLast.Start && IsName(earlier) : last.HalfSpaces && right.StartsWith("بن") && text[last.Start + 2] == CharacterTable.HalfSpace && IsName(beforeLast);

    private bool IsName(WordPlace place)
    {
        var word = text.Span(place.Start, place.End);
        return WordRepair.Words.Find(word[(word.LastIndexOf(CharacterTable.HalfSpace) + 1)..]).Is(WordClasses.Name);
    }

    private static KnownWord Known(ref WordPlace place, ReadOnlySpan<char> letters)
    {
        if (place.Known) return new(letters, place.Entry, place.Affix);
        var known = KnownWord.Of(letters);
        place = place with { Known = true, Entry = known.Entry, Affix = known.Affix };
        return known;
    }

    /// <summary>The letters of a word without half-spaces; none where they are too many.</summary>
    private ReadOnlySpan<char> LettersOf(WordPlace word, Span<char> buffer)
    {
        var letters = text.Span(word.Start, word.End).TrimEnd(HamzaAbove);
        if (!word.HalfSpaces) return letters.Length > buffer.Length ? [] : letters;
        var length = 0;
        foreach (var c in letters)
        {
            if (c == CharacterTable.HalfSpace) continue;
            if (length == buffer.Length) return [];
            buffer[length++] = c;
        }
        return buffer[..length];
    }

    private void Mark()
    {
        var c = source[at];
        if (pairs.Opens(at)) Opening(c == '"' && persianLine ? '«' : c);
        else if (pairs.Closes(at)) Closing(c == '"' && persianLine ? '»' : c);
        else if (persianLine) PersianMark(c);
        else Plain(c);
    }

    private void Opening(char mark)
    {
        var inner = at + 1 < source.Length && CharacterTable.KindOfCharacter(source[at + 1]) == CharacterKind.Space;
        var kind = CharacterTable.KindOfCharacter(text.Last);
        if (space == None && (kind == CharacterKind.Letter || kind == CharacterKind.Foreign && inner)) text.Append(' ', at);
        Space();
        text.Append(mark, at++);
        while (at < source.Length && CharacterTable.KindOfCharacter(source[at]) is CharacterKind.Space or CharacterKind.Ignored || at < source.Length && source[at] == CharacterTable.HalfSpace) at++;
    }

    private void Closing(char mark)
    {
        space = None;
        text.Append(mark, at++);
    }

    private void PersianMark(char c)
    {
        var mark = c switch { '?' => '؟', ';' => '؛', ',' when !BetweenDigits() => '،', '%' when CharacterTable.KindOfCharacter(text.Last) == CharacterKind.Digit => '٪', _ => c };
        if (mark is '؟' or '!') Ending();
        else if (mark == '.' && Run('.') >= 3) Repeated('…', c);
        else if (mark is '،' or '؛' or '…') Repeated(mark, c);
        else if (text.Last != mark && (mark is '.' or ':' or '٪') && !(at + 1 < source.Length && CharacterTable.KindOfCharacter(source[at + 1]) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Foreign) && CharacterTable.KindOfCharacter(text.Last) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Joined) Closing(mark);
        else Plain(mark);
    }

    private bool BetweenDigits() => space == None && CharacterTable.KindOfCharacter(text.Last) == CharacterKind.Digit && at + 1 < source.Length && CharacterTable.KindOfCharacter(source[at + 1]) == CharacterKind.Digit;

    /// <summary>«؟؟!!» is «؟!»: each once, the question first.</summary>
    private void Ending()
    {
        if (text.Last is '؟' or '!') Space();
        space = None;
        var (question, exclamation, first) = (false, false, at);
        for (; at < source.Length && (source[at] is '؟' or '?' or '!' || CharacterTable.KindOfCharacter(source[at]) is CharacterKind.Ignored or CharacterKind.HalfSpace); at++)
        {
            question |= source[at] is '؟' or '?';
            exclamation |= source[at] == '!';
        }
        if (question) text.Append('؟', first);
        if (exclamation) text.Append('!', question ? at - 1 : first);
    }

    private int Run(char c)
    {
        var count = 0;
        for (var end = at; end < source.Length; end++)
        {
            if (source[end] == c) count++;
            else if (CharacterTable.KindOfCharacter(source[end]) is not (CharacterKind.Ignored or CharacterKind.HalfSpace)) break;
        }
        return count;
    }

    private void Repeated(char mark, char written)
    {
        space = None;
        if (text.Last != mark) text.Append(mark, at);
        while (at < source.Length && (source[at] == written || CharacterTable.KindOfCharacter(source[at]) is CharacterKind.Ignored or CharacterKind.HalfSpace)) at++;
    }

    private void Plain(char c)
    {
        Space();
        text.Append(c, at++);
    }
}
