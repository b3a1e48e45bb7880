namespace Assay.Overlap;

/// <summary>Vowels, consonants and endings of a word as Porter's rules see them. Lower-case ASCII; a digit counts as a consonant.</summary>
internal static class PorterWord
{
    /// <summary>Whether a letter is a consonant: y is one at the beginning and after a vowel.</summary>
    public static bool IsConsonant(ReadOnlySpan<char> word, int index)
    {
        if (word[index] != 'y') return !IsVowel(word[index]);
        // In a run of y every second one is a vowel.
        var start = index;
        while (start > 0 && word[start - 1] == 'y') start--;
        var firstIsConsonant = start == 0 || IsVowel(word[start - 1]);
        return firstIsConsonant == ((index - start) % 2 == 0);
    }

    /// <summary>Porter's m: how many times a vowel is followed by a consonant.</summary>
    public static int Measure(ReadOnlySpan<char> stem)
    {
        int measure = 0;
        bool before = true, isConsonant = true;
        for (var i = 0; i < stem.Length; i++, before = isConsonant)
        {
            isConsonant = stem[i] == 'y' ? i == 0 || !before : !IsVowel(stem[i]);
            if (i > 0 && isConsonant && !before) measure++;
        }

        return measure;
    }

    public static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
            if (IsVowel(stem[i]) || (stem[i] == 'y' && !IsConsonant(stem, i))) return true;
        return false;
    }

    public static bool EndsWithDoubleConsonant(ReadOnlySpan<char> word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant at the end, the last none of w, x and y; NLTK adds the word of a vowel and a consonant.</summary>
    public static bool EndsWithShortSyllable(ReadOnlySpan<char> word)
    {
        var last = word.Length - 1;
        return word.Length >= 3
            ? IsConsonant(word, last - 2) && !IsConsonant(word, last - 1) && IsConsonant(word, last) && word[last] is not ('w' or 'x' or 'y')
            : word.Length == 2 && !IsConsonant(word, 0) && IsConsonant(word, 1);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
