namespace Assay.Toxicity;

/// <summary>
/// Finds the word that a misspelt one stands for: digits and signs for letters, letters repeated, one letter dropped, added or swapped,
/// letters masked by asterisks. Only words that matter to the model are looked for, and a known word is never changed.
/// </summary>
internal static class SpellingRepair
{
    private const int ShortestMisspelling = 4;

    /// <summary>Sets the token's hash and classes, and its characters when they were repaired; false when it remains unknown.</summary>
    public static bool Resolve(WordLookup lookup, TextWindow window, ref Token token)
    {
        if (token.Mixed)
        {
            return ResolveMixed(lookup, window, ref token);
        }

        if (lookup.Find(window.Text(token), ref token))
        {
            return true;
        }

        return token.Plain && token.Length >= ShortestMisspelling - 1
            && (ResolveRepeated(lookup, window, ref token) || ResolveTypingError(lookup, window, ref token));
    }

    private static bool ResolveMixed(WordLookup lookup, TextWindow window, ref Token token)
    {
        if (lookup.Find(window.Text(token), ref token) && (token.Classes & ClassSets.Meaning) != 0)
        {
            return true;
        }

        if (window.Text(token).Contains('*'))
        {
            return ResolveMasked(lookup, window, ref token);
        }

        foreach (var one in "il")
        {
            var read = token;
            if (ReadLetters(window, ref read, one) && Resolve(lookup, window, ref read))
            {
                token = read;
                return true;
            }
        }

        return TrimDigits(lookup, window, ref token);
    }

    private static bool ResolveMasked(WordLookup lookup, TextWindow window, ref Token token)
    {
        var text = window.Text(token);
        if (lookup.Lexicon.TryGetCorrection(Lexicon.Outline(text[0], text[^1], text.Length), out var word))
        {
            lookup.Lexicon.TryGetWord(word, out token.Classes);
            token.Word = word;
        }

        token.Classes |= ClassSets.Bit(WordClass.Masked);
        return true;
    }

    private static bool ReadLetters(TextWindow window, ref Token token, char one)
    {
        var to = window.TakeSpare(token.Length, out var start);
        if (to.IsEmpty)
        {
            return false;
        }

        var text = window.Text(token);
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            letters += text[i] is >= 'a' and <= 'z' ? 1 : 0;
            to[i] = LetterFor(text[i], one);
        }

        token.Start = start;
        token.Mixed = false;
        token.Plain = to.IndexOfAnyExceptInRange('a', 'z') < 0;
        return token.Plain && letters > 0;
    }

    private static char LetterFor(char c, char one) => c switch
    {
        '0' => 'o', '1' or '|' or '!' => one, '2' => 'z', '3' or '\u20ac' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '6' or '9' => 'g',
        '7' or '+' => 't', '8' => 'b', '#' => 'h',
        _ => c,
    };

    private static bool TrimDigits(WordLookup lookup, TextWindow window, ref Token token)
    {
        var text = window.Text(token).TrimEnd("0123456789");
        if (text.Length < 3 || text.Length == token.Length || text.IndexOfAnyExceptInRange('a', 'z') >= 0)
        {
            return false;
        }

        token.Length = text.Length;
        token.Mixed = false;
        token.Plain = true;
        return lookup.Find(text, ref token);
    }

    private static bool ResolveRepeated(WordLookup lookup, TextWindow window, ref Token token)
    {
        var text = window.Text(token);
        var single = window.TakeSpare(text.Length, out var start);
        if (single.IsEmpty)
        {
            return false;
        }

        var length = 0;
        foreach (var c in text)
        {
            if (length == 0 || single[length - 1] != c)
            {
                single[length++] = c;
            }
        }

        if (length == text.Length || length < 3 || !lookup.Find(single[..length], ref token))
        {
            return false;
        }

        token.Start = start;
        token.Length = length;
        return true;
    }

    private static bool ResolveTypingError(WordLookup lookup, TextWindow window, ref Token token)
    {
        var text = window.Text(token);
        token.Word = WordHash.Of(text);
        if (lookup.Lexicon.TryGetCorrection(token.Word, out var word) && Accept(lookup, word, ref token))
        {
            return true;
        }

        return ResolveSwapped(lookup, text, ref token) || ResolveBeginning(lookup, text, ref token);
    }

    private static bool ResolveSwapped(WordLookup lookup, ReadOnlySpan<char> text, ref Token token)
    {
        if (text.Length < ShortestMisspelling || text.Length > 20)
        {
            return false;
        }

        Span<char> changed = stackalloc char[text.Length];
        text.CopyTo(changed);
        for (var i = 0; i + 1 < changed.Length; i++)
        {
            (changed[i], changed[i + 1]) = (changed[i + 1], changed[i]);
            var swapped = WordHash.Of(changed);
            (changed[i], changed[i + 1]) = (changed[i + 1], changed[i]);
            if (Accept(lookup, swapped, ref token))
            {
                return true;
            }
        }

        return ResolveAddedLetter(lookup, text, ref token);
    }

    private static bool ResolveAddedLetter(WordLookup lookup, ReadOnlySpan<char> text, ref Token token)
    {
        if (text.Length < ShortestMisspelling + 2)
        {
            return false;
        }

        var before = WordHash.Seed;
        for (var skipped = 0; skipped < text.Length; skipped++)
        {
            var hash = before;
            foreach (var c in text[(skipped + 1)..])
            {
                hash = WordHash.Next(hash, c);
            }

            if (Accept(lookup, hash, ref token))
            {
                return true;
            }

            before = WordHash.Next(before, text[skipped]);
        }

        return false;
    }

    // An inflected form with a letter missing in what all forms share.
    private static bool ResolveBeginning(WordLookup lookup, ReadOnlySpan<char> text, ref Token token)
    {
        var hash = WordHash.Seed;
        for (var i = 0; i < text.Length; i++)
        {
            hash = WordHash.Next(hash, text[i]);
            if (i > ShortestMisspelling && lookup.Lexicon.TryGetMisspeltPrefix(hash, out var classes))
            {
                token.Classes = classes;
                token.ByPrefix = true;
                return true;
            }
        }

        return false;
    }

    private static bool Accept(WordLookup lookup, ulong word, ref Token token)
    {
        if (!lookup.Lexicon.TryGetWord(word, out var classes) || (classes & ClassSets.Repairable) == 0)
        {
            return false;
        }

        token.Word = word;
        token.Classes = classes;
        token.ByPrefix = false;
        return true;
    }
}
