namespace Assay.Readability;

/// <summary>What a closer look at the words of a text counts, as textstat 0.7.11 counts it. All are 0 for the empty text.</summary>
public sealed record WordProfile
{
    /// <summary>All code points, white space included (<c>char_count(ignore_spaces=False)</c>).</summary>
    public int AllCharacters { get; init; }

    /// <summary>Letters, digits and underscores (<c>letter_count</c>).</summary>
    public int Letters { get; init; }

    /// <summary>Words with contractions taken apart (<c>lexicon_count(split_contractions=True)</c>).</summary>
    public int WordsWithoutContractions { get; init; }

    /// <summary>Words with compounds taken apart at their hyphens (<c>lexicon_count(split_hyphens=True)</c>).</summary>
    public int WordsWithoutHyphens { get; init; }

    /// <summary>Words of one syllable (<c>monosyllabcount</c>).</summary>
    public int Monosyllables { get; init; }

    /// <summary>Words of three syllables or more (<c>polysyllabcount</c>).</summary>
    public int Polysyllables { get; init; }

    /// <summary>Words without a syllable, such as <c>hm</c>.</summary>
    public int Silent { get; init; }

    /// <summary>Words of three letters or fewer (<c>miniword_count</c>).</summary>
    public int ShortWords { get; init; }

    /// <summary>Words of seven letters or more (<c>long_word_count</c>).</summary>
    public int LongWords { get; init; }

    /// <summary>Words that are not in the list of easy ones (<c>difficult_words(threshold=0, unique=False)</c>).</summary>
    public int NotEasy { get; init; }

    /// <summary>Words that are not easy and have two syllables or more (<c>difficult_words(unique=False)</c>).</summary>
    public int Difficult { get; init; }

    /// <summary>The same with three syllables or more, which the fog index counts.</summary>
    public int VeryDifficult { get; init; }

    /// <summary>How many different words of two syllables are not easy; case makes a difference (<c>difficult_words</c>).</summary>
    public int DistinctDifficult { get; init; }

    /// <summary>Where the hundredth word ends, its marks included; null when there are fewer.</summary>
    internal int? EndOfHundredth { get; init; }
}
