namespace Assay.Toxicity;

/// <summary>Hashes of words (FNV-1a, 64 bits) and of features made of them. They are part of the model's format.</summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Next(ulong hash, char c) => (hash ^ c) * Prime;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Next(hash, c);
        }

        return hash;
    }

    /// <summary>Ordered combination of two hashes.</summary>
    public static ulong Join(ulong first, ulong second) =>
        (first ^ (first >> 29)) * 0x9E3779B97F4A7C15 + (second ^ (second >> 32)) * 0xC2B2AE3D27D4EB4F;

    /// <summary>The bucket of a feature among <c>2^bits</c>.</summary>
    public static int Bucket(ulong feature, int bits)
    {
        feature ^= feature >> 31;
        feature *= 0xD6E8FEB86659FD93;
        return (int)(feature >> (64 - bits));
    }
}
