namespace Assay.Benchmarks.Simulations;

/// <summary>How an interval did.</summary>
/// <param name="Family">Of which scores.</param>
/// <param name="Rows">The sample's size.</param>
/// <param name="Method">The interval.</param>
/// <param name="Share">The share of samples whose interval held the true value.</param>
/// <param name="Width">Its mean width, in units of the scores' standard deviation over √n; 3.92 is the width of a known normal's.</param>
internal sealed record Coverage(ScoreFamily Family, int Rows, string Method, double Share, double Width);
