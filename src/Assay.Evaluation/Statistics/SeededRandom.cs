using System.Numerics;

namespace Assay.Statistics;

/// <summary>
/// Random numbers that are the same for the same seed on every machine and version: xoshiro256** (Blackman and Vigna 2018), its state filled
/// by SplitMix64. A stream of its own for each part of parallel work makes the result independent of the number of threads.
/// </summary>
internal struct SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <param name="seed">The user's seed.</param>
    /// <param name="stream">Which of the streams of that seed.</param>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        var state = seed ^ Mixed(stream + 0x9E3779B97F4A7C15);
        _a = Mixed(state += 0x9E3779B97F4A7C15);
        _b = Mixed(state += 0x9E3779B97F4A7C15);
        _c = Mixed(state += 0x9E3779B97F4A7C15);
        _d = Mixed(state + 0x9E3779B97F4A7C15);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="bound"/>), without bias (Lemire 2019).</summary>
    public int Next(int bound)
    {
        var range = (uint)bound;
        var product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var rejected = (uint)-range % range;
            while ((uint)product < rejected)
            {
                product = (NextBits() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
