namespace Assay.Statistics;

/// <summary>What a test says.</summary>
/// <param name="Statistic">Its statistic; which one, the test says.</param>
/// <param name="PValue">
/// How likely a statistic at least as far out is when there is no difference, 0 to 1; NaN where the test has no meaning for these data.
/// </param>
public readonly record struct TestResult(double Statistic, double PValue);
