using System.Buffers;

namespace Assay.Overlap;

/// <summary>A text as ROUGE sees it: its tokens' numbers, and where its lines end, which are rougeLsum's sentences.</summary>
/// <param name="Numbers">The tokens, in order.</param>
/// <param name="LineEnds">How many tokens there are up to the end of each line that has some.</param>
internal sealed record RougeTokens(int[] Numbers, int[] LineEnds)
{
    public static RougeTokens Of(string text, RougeOptions options, RougeVocabulary vocabulary)
    {
        // A letter becomes two characters at most.
        var word = ArrayPool<char>.Shared.Rent((2 * text.Length) + 1);
        try
        {
            var reader = new RougeReader(vocabulary, word);
            if (options.Unicode) RougeWords.ReadAnyScript(text, ref reader);
            else RougeWords.ReadAscii(text, ref reader);
            return reader.End();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(word);
        }
    }

    /// <summary>Where line i begins and ends.</summary>
    public ReadOnlySpan<int> Line(int i)
    {
        var start = i == 0 ? 0 : LineEnds[i - 1];
        return Numbers.AsSpan(start, LineEnds[i] - start);
    }
}
