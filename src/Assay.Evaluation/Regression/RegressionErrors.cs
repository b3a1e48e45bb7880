using Assay.Statistics;

namespace Assay.Regression;

/// <summary>
/// How far numbers are from the expected ones, equal to scikit-learn 1.2.1. In the unit of the numbers (squared for the mean squared error),
/// 0 and up, lower is better; the coefficient of determination apart. NaN without rows.
/// </summary>
public static class RegressionErrors
{
    /// <summary>The smallest value by which a relative error is divided.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>The absolute error in relation to the expected number's size (one row of <c>mean_absolute_percentage_error</c>); 1 is 100 %.</summary>
    public static double Relative(double truth, double predicted) => Math.Abs(predicted - truth) / Math.Max(Math.Abs(truth), Epsilon);

    /// <summary><c>mean_absolute_error</c>.</summary>
    public static double MeanAbsolute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted) =>
        Mean(truth, predicted, (expected, found) => Math.Abs(found - expected));

    /// <summary><c>mean_squared_error</c>.</summary>
    public static double MeanSquared(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted) =>
        Mean(truth, predicted, (expected, found) => (expected - found) * (expected - found));

    /// <summary>The root of <see cref="MeanSquared"/>.</summary>
    public static double RootMeanSquared(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted) => Math.Sqrt(MeanSquared(truth, predicted));

    /// <summary><c>mean_absolute_percentage_error</c>; huge where an expected number is 0.</summary>
    public static double MeanRelative(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted) => Mean(truth, predicted, Relative);

    /// <summary>The largest absolute error (<c>max_error</c>).</summary>
    public static double Largest(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        var largest = truth.IsEmpty ? double.NaN : 0;
        for (var i = 0; i < truth.Length; i++) largest = Math.Max(largest, Math.Abs(truth[i] - predicted[i]));
        return largest;
    }

    /// <summary>
    /// The coefficient of determination (<c>r2_score</c>): the share of the spread that is explained; 1 at most, higher is better, 0 for always
    /// giving the mean. NaN below two rows; where the expected numbers are all the same 1 when each was found, else 0.
    /// </summary>
    public static double Determination(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        if (truth.Length < 2) return double.NaN;
        var unexplained = MeanSquared(truth, predicted) * truth.Length;
        var spread = PairwiseSum.OfSquaredDeviations(truth, PairwiseSum.Of(truth) / truth.Length);
        return spread == 0 ? unexplained == 0 ? 1 : 0 : 1 - unexplained / spread;
    }

    private static double Mean(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, Func<double, double, double> error)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, truth.Length);
        var errors = new double[truth.Length];
        for (var i = 0; i < errors.Length; i++) errors[i] = error(truth[i], predicted[i]);
        return PairwiseSum.Of(errors) / errors.Length;
    }
}
