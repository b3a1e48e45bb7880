using Assay.Regression;
using Assay.Scoring.Scorers.Regression;
using static Assay.Regression.RegressionErrors;
using static Assay.Scoring.ScoreDirection;

namespace Assay.Scoring.Families;

/// <summary>Regression: numbers against numbers.</summary>
internal static class RegressionScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["mae"] = given => Mean(given, "The absolute error; over all rows its mean.", Absolute),
        ["mse"] = given => Mean(given, "The squared error; over all rows its mean.", Squared),
        ["mape"] = given => Mean(given, "The absolute error over the size of the expected number; over all rows its mean.", pair => Relative(pair.Truth, pair.Predicted)),
        ["rmse"] = given => One(given, "The absolute error; over all rows the root of the mean squared error.", Lower, RootMeanSquared),
        ["r2"] = given => One(given, "The absolute error; over all rows the share of the spread that is explained.", Higher, Determination),
        ["max_error"] = given => One(given, "The absolute error; over all rows the largest.", Lower, null, AggregateKind.Maximum),
        ["regressor"] = Regressor,
    };

    private static double Absolute(NumberPair pair) => Math.Abs(pair.Truth - pair.Predicted);

    private static double Squared(NumberPair pair) => (pair.Truth - pair.Predicted) * (pair.Truth - pair.Predicted);

    private static RegressionScorer Mean(ScorerParameters given, string summary, Func<NumberPair, double> error)
    {
        var name = given.NameBy();
        return new(name, summary, Numbers(given), error, [new NumberFigure($"{name}/v1", Lower, null, AggregateKind.Mean)]);
    }

    private static RegressionScorer One(
        ScorerParameters given, string summary, ScoreDirection direction, NumberFigure.OfRows? formula, AggregateKind kind = AggregateKind.Corpus)
    {
        var name = given.NameBy();
        return new(name, summary, Numbers(given), Absolute, [new NumberFigure($"{name}/v1", direction, formula, kind)]);
    }

    /// <summary>MLflow's set for the model type, under its keys.</summary>
    private static RegressionScorer Regressor(ScorerParameters given)
    {
        var prefix = given.Alias is { } alias ? alias + "/" : "";
        return new(given.NameBy(), "The absolute error; over all rows MLflow's figures of a regressor.", Numbers(given), Absolute,
        [
            new(prefix + "example_count", None, (truth, _) => truth.Length),
            new(prefix + "mean_absolute_error", Lower, null, AggregateKind.Mean),
            new(prefix + "mean_squared_error", Lower, MeanSquared),
            new(prefix + "root_mean_squared_error", Lower, RootMeanSquared),
            new(prefix + "sum_on_target", None, (truth, _) => Sum(truth)),
            new(prefix + "mean_on_target", None, (truth, _) => Sum(truth) / truth.Length),
            new(prefix + "r2_score", Higher, Determination),
            new(prefix + "max_error", Lower, null, AggregateKind.Maximum),
            new(prefix + "mean_absolute_percentage_error", Lower, MeanRelative),
        ]);
    }

    // One after the other, as the reference adds the targets.
    private static double Sum(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    private static NumberReader Numbers(ScorerParameters given)
    {
        try
        {
            return NumberReader.Of(given.Text("parse"));
        }
        catch (FormatException error)
        {
            throw given.Refusal(error.Message);
        }
    }
}
