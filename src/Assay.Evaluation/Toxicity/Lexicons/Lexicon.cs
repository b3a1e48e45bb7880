using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Toxicity;

/// <summary>
/// The word classes of the four languages, read from the small text files embedded beside the model: words, prefixes and phrases,
/// and the misspellings that lead back to a word (one letter missing, or the outline of a word masked with asterisks).
/// </summary>
internal sealed class Lexicon
{
    /// <summary>The longest phrase, in words.</summary>
    public const int LongestPhrase = 4;

    private static readonly string[] FileNames = ["en", "pt", "fr", "es"];

    private readonly HashTable words;
    private readonly HashTable prefixes;
    private readonly HashTable phrases;
    private readonly HashTable phraseStarts;
    private readonly HashTable misspellings;
    private readonly HashTable misspeltPrefixes;
    private readonly HashTable[] senses;

    public Lexicon(IReadOnlyList<LexiconEntry> entries, byte[] digest)
    {
        Digest = digest;
        words = new HashTable(entries.Count);
        prefixes = new HashTable(entries.Count / 2);
        phrases = new HashTable(entries.Count / 2);
        phraseStarts = new HashTable(entries.Count / 2);
        misspellings = new HashTable(entries.Count * 9);
        misspeltPrefixes = new HashTable(entries.Count * 2);
        senses = [.. Enum.GetValues<ToxicityLanguage>().Select(_ => new HashTable(entries.Count / 2))];
        foreach (var entry in entries)
        {
            Add(entry);
        }

        foreach (var entry in entries)
        {
            AddMisspellings(entry);
        }
    }

    /// <summary>SHA-256 of the lexicon files; the model was trained with one set of them and works with no other.</summary>
    public byte[] Digest { get; }

    public static Lexicon Embedded()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = new List<LexiconEntry>();
        for (var language = 0; language < FileNames.Length; language++)
        {
            var name = $"toxicity/{FileNames[language]}.txt";
            using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            digest.AppendData(Encoding.UTF8.GetBytes(text));
            entries.AddRange(LexiconFile.Parse(text, (ToxicityLanguage)language, name));
        }

        return new Lexicon(entries, digest.GetHashAndReset());
    }

    /// <summary>The classes of a word; a plural is looked up without its s too.</summary>
    public bool TryGetWord(ulong hash, out ulong classes) => words.TryGet(hash, out classes);

    /// <summary>The classes of a word in one language, for a word that several have.</summary>
    public bool TryGetSense(ulong hash, ToxicityLanguage language, out ulong classes) => senses[(int)language].TryGet(hash, out classes);

    public bool TryGetPrefix(ulong hash, out ulong classes) => prefixes.TryGet(hash, out classes);

    public bool TryGetPhrase(ulong hash, out ulong classes) => phrases.TryGet(hash, out classes);

    public bool StartsPhrase(ulong word) => phraseStarts.TryGet(word, out _);

    /// <summary>The word that a misspelling stands for.</summary>
    public bool TryGetCorrection(ulong misspelling, out ulong word) => misspellings.TryGet(misspelling, out word);

    /// <summary>The key of a masked word: what is left to see of it.</summary>
    public static ulong Outline(char first, char last, int length) =>
        WordHash.Join(WordHash.Join(first, last), WordHash.Join((ulong)length, 0x2A));

    /// <summary>The classes of all words with a beginning of which one letter is missing.</summary>
    public bool TryGetMisspeltPrefix(ulong hash, out ulong classes) => misspeltPrefixes.TryGet(hash, out classes);

    private static void Merge(HashTable table, ulong key, ulong classes)
    {
        table.TryGet(key, out var present);
        table.Set(key, present | classes);
    }

    private void Add(LexiconEntry entry)
    {
        var parts = entry.Text.Split(' ');
        var last = parts[^1];
        if (parts.Length > 1)
        {
            var hash = WordHash.Of(parts[0]);
            Merge(phraseStarts, hash, 1);
            foreach (var part in parts.Skip(1))
            {
                hash = WordHash.Join(hash, WordHash.Of(part));
            }

            Merge(phrases, hash, entry.Classes);
        }
        else if (last.EndsWith('*'))
        {
            Merge(prefixes, WordHash.Of(last.AsSpan(0, last.Length - 1)), entry.Classes);
        }
        else
        {
            var hash = WordHash.Of(last);
            Merge(words, hash, entry.Classes);
            Merge(senses[BitOperations.TrailingZeroCount(entry.Classes >> ClassSets.FirstLanguageBit)], hash, entry.Classes);
        }
    }

    private void AddMisspellings(LexiconEntry entry)
    {
        var text = entry.Text;
        if (text.Contains(' ', StringComparison.Ordinal) || (entry.Classes & ClassSets.Repairable) == 0)
        {
            return;
        }

        if (text.EndsWith('*'))
        {
            AddMisspeltPrefixes(text[..^1], entry.Classes);
            return;
        }

        var word = WordHash.Of(text);
        for (var at = 1; text.Length >= 4 && at < text.Length; at++)
        {
            SetIfFree(WordHash.Of(text.Remove(at, 1)), word);
        }

        if (text.Length >= 4 && (entry.Classes & ClassSets.Masked) != 0)
        {
            SetIfFree(Outline(text[0], text[^1], text.Length), word);
        }
    }

    private void AddMisspeltPrefixes(string beginning, ulong classes)
    {
        for (var at = 1; beginning.Length >= 6 && at < beginning.Length; at++)
        {
            Merge(misspeltPrefixes, WordHash.Of(beginning.Remove(at, 1)), classes);
        }
    }

    private void SetIfFree(ulong misspelling, ulong word)
    {
        if (!misspellings.TryGet(misspelling, out _))
        {
            misspellings.Set(misspelling, word);
        }
    }
}
