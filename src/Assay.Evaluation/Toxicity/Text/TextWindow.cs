namespace Assay.Toxicity;

/// <summary>
/// The buffers that one piece of a text passes through: folded characters, tokens as they stand, tokens after repair, features.
/// Rented from the model and given back; sized once, so that scoring allocates nothing.
/// </summary>
internal sealed class TextWindow
{
    /// <summary>A longer text is read in pieces of at most this many folded characters, so that memory does not grow with it.</summary>
    public const int Capacity = 1600;

    private const int MostTokens = 1024;

    /// <summary>Folded characters; the second half takes what repair writes.</summary>
    public readonly char[] Chars = new char[Capacity * 3];

    public readonly Token[] Raw = new Token[MostTokens];
    public readonly Token[] Tokens = new Token[MostTokens];
    public int[] Features = new int[16 * 1024];

    /// <summary>How many characters, tokens as they stand, tokens after repair, and features there are.</summary>
    public int CharCount, RawCount, TokenCount, FeatureCount;

    /// <summary>Where the next repaired word may be written.</summary>
    public int Spare;

    /// <summary>Votes for each language over the whole text.</summary>
    public readonly int[] LanguageVotes = new int[4];

    /// <summary>Whether there is more than marks.</summary>
    public bool HasWords
    {
        get
        {
            for (var i = 0; i < TokenCount; i++)
            {
                if (Tokens[i].Length > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public ReadOnlySpan<char> Text(in Token token) => Chars.AsSpan(token.Start, token.Length);

    public void AddFeature(int feature)
    {
        if (FeatureCount == Features.Length)
        {
            Array.Resize(ref Features, Features.Length * 2);
        }

        Features[FeatureCount++] = feature;
    }

    public void AddToken(in Token token)
    {
        if (TokenCount < MostTokens)
        {
            Tokens[TokenCount++] = token;
        }
    }

    public void AddRaw(in Token token)
    {
        if (RawCount < MostTokens)
        {
            Raw[RawCount++] = token;
        }
    }

    /// <summary>Room for a word that repair writes, or empty when the window holds too many of them.</summary>
    public Span<char> TakeSpare(int length, out int start)
    {
        start = Spare;
        if (Spare + length > Chars.Length)
        {
            return [];
        }

        Spare += length;
        return Chars.AsSpan(start, length);
    }
}
