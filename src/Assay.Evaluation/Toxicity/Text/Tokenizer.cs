namespace Assay.Toxicity;

/// <summary>
/// Splits a window's folded characters into words and the marks that matter (question, exclamation, mention),
/// numbers the sentences and notes what stands between quotation marks. Addresses of pages and character entities are left out.
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 48;

    public static void Tokenize(TextWindow window)
    {
        var chars = window.Chars.AsSpan(0, window.CharCount);
        var quotes = new QuotationMarks(chars);
        short sentence = 0;
        var wordsInSentence = 0;
        var at = 0;
        while (at < chars.Length)
        {
            var c = chars[at];
            if (WordLetters.BeginsWord(chars, at))
            {
                if (WordLetters.IsAddress(chars[at..]))
                {
                    at = SkipChunk(chars, at);
                    continue;
                }

                at = ReadWord(window, chars, at, sentence, quotes.Inside);
                wordsInSentence++;
                continue;
            }

            if (c == '@' || c == '&')
            {
                at = c == '@' ? ReadMention(window, chars, at, sentence, quotes.Inside) : SkipEntity(chars, at);
                continue;
            }

            quotes.Pass(chars, at);
            if (c is '?' or '!')
            {
                AddMark(window, at, c == '?' ? WordClass.Question : WordClass.Exclamation, sentence, quotes.Inside);
            }

            if (c is '.' or '?' or '!' or ';' or '\n' or ':' && wordsInSentence > 0 && EndsSentence(chars, at))
            {
                sentence++;
                wordsInSentence = 0;
            }

            at++;
        }
    }

    // A dot within a word ("e.g", "f.u.n") or a number ends nothing.
    private static bool EndsSentence(ReadOnlySpan<char> chars, int at) =>
        chars[at] is '\n' || at + 1 >= chars.Length || !char.IsLetterOrDigit(chars[at + 1]);

    private static int SkipChunk(ReadOnlySpan<char> chars, int at)
    {
        while (at < chars.Length && chars[at] is not (' ' or '\n'))
        {
            at++;
        }

        return at;
    }

    private static int SkipEntity(ReadOnlySpan<char> chars, int at)
    {
        var end = at + 1;
        while (end < chars.Length && end < at + 9 && (char.IsAsciiLetterOrDigit(chars[end]) || chars[end] == '#'))
        {
            end++;
        }

        return end < chars.Length && end > at + 1 && chars[end] == ';' ? end + 1 : at + 1;
    }

    private static int ReadMention(TextWindow window, ReadOnlySpan<char> chars, int at, short sentence, bool quoted)
    {
        var end = at + 1;
        while (end < chars.Length && (char.IsAsciiLetterOrDigit(chars[end]) || chars[end] == '_'))
        {
            end++;
        }

        if (end > at + 1 && !chars[(at + 1)..end].SequenceEqual("url"))
        {
            AddMark(window, at, WordClass.Mention, sentence, quoted);
        }

        return end;
    }

    private static void AddMark(TextWindow window, int at, WordClass mark, short sentence, bool quoted)
    {
        if (window.RawCount > 0 && window.Raw[window.RawCount - 1].Classes == ClassSets.Bit(mark))
        {
            return;
        }

        var hash = WordHash.Join((ulong)mark, 77);
        window.AddRaw(new Token
        {
            Start = at, Length = 0, Word = hash, Shared = hash, Classes = ClassSets.Bit(mark), Sentence = sentence, Quoted = quoted,
        });
    }

    private static int ReadWord(TextWindow window, Span<char> chars, int start, short sentence, bool quoted)
    {
        var end = start;
        var read = start;
        var letters = 0;
        var others = 0;
        while (read < chars.Length && end - start < LongestWord)
        {
            if (chars[read] == '\'')
            {
                if (!WordLetters.JoinsByApostrophe(chars, start, end, read))
                {
                    break;
                }

                read++;
                continue;
            }

            if (!WordLetters.ContinuesWord(chars, read))
            {
                break;
            }

            var c = chars[read++];
            chars[end++] = c;
            if (c is >= 'a' and <= 'z')
            {
                letters++;
            }
            else
            {
                others++;
            }
        }

        window.AddRaw(new Token
        {
            Start = start,
            Length = end - start,
            Sentence = sentence,
            Quoted = quoted,
            Plain = others == 0,
            Mixed = letters > 0 && others > 0,
            Spaced = start == 0 || chars[start - 1] is ' ' or '\n',
        });
        return WordLetters.SkipPossessive(chars, read);
    }
}
