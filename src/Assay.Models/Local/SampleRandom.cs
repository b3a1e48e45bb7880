namespace Assay.Models.Local;

/// <summary>Random numbers by seed, the same on every machine (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal struct SampleRandom(long seed, int stream)
{
    private ulong _state = unchecked((ulong)seed + (0xD1342543DE82EF95UL * (ulong)stream));

    /// <summary>The next number, from 0 up to but not 1.</summary>
    public double Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
