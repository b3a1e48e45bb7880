using System.Collections.Frozen;
using System.Text;

namespace Assay.Readability;

/// <summary>The words that textstat 0.7.11 takes for easy: 2,940 English ones, and the 20,000 most frequent of Spanish.</summary>
internal sealed class EasyWords
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private EasyWords(string resource) =>
        _words = Encoding.UTF8.GetString(EmbeddedData.Read(resource)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Lazy<EasyWords> English { get; } = new(() => new EasyWords("easy-words-en.bin"));

    public static Lazy<EasyWords> Spanish { get; } = new(() => new EasyWords("easy-words-es.bin"));

    /// <summary>Whether the list holds a word in lower case.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
