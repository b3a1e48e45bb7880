namespace Assay.Benchmarks.Simulations;

/// <summary>What came of many simulated pairs of runs.</summary>
/// <param name="Rejected">How often each test said that they differ.</param>
/// <param name="Covered">How often each interval held the true difference.</param>
/// <param name="Width">Each interval's mean width.</param>
internal sealed record PairedRates(
    IReadOnlyDictionary<string, double> Rejected, IReadOnlyDictionary<string, double> Covered, IReadOnlyDictionary<string, double> Width);
