namespace Assay.Statistics;

/// <summary>What a sign-flip test says.</summary>
/// <param name="Statistic">The sum of the differences.</param>
/// <param name="PValue">How likely a sum at least as far out is when each sign is a coin's; NaN when a difference is not finite.</param>
/// <param name="Method">How it was found.</param>
public readonly record struct SignFlipResult(double Statistic, double PValue, SignFlipMethod Method);
