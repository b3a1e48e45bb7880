namespace Assay.Statistics;

/// <summary>How intervals are wanted.</summary>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="Method">The method where it fits; null for the one that suits the scores.</param>
/// <param name="Seed">Of the bootstrap.</param>
internal sealed record IntervalOptions(double Confidence = 0.95, IntervalMethod? Method = null, ulong Seed = 1)
{
    public bool IsBootstrap => Method is IntervalMethod.Bootstrap or IntervalMethod.Bca;
}
