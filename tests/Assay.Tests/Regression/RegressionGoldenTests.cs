using System.Text.Json;
using Assay.Regression;
using Assay.Tests.Golden;

namespace Assay.Tests.Regression;

public sealed class RegressionGoldenTests
{
    [Fact]
    public void Every_figure_equals_the_reference() => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("classification", record => record.GetProperty("metric").GetString() == "regression").SelectMany(record =>
        {
            var (truth, predicted) = (Numbers(record, "y_true"), Numbers(record, "y_pred"));
            return record.GetProperty("expected").EnumerateObject().Select(figure =>
            {
                var actual = figure.Name switch
                {
                    "mae" => RegressionErrors.MeanAbsolute(truth, predicted),
                    "mse" => RegressionErrors.MeanSquared(truth, predicted),
                    "rmse" => RegressionErrors.RootMeanSquared(truth, predicted),
                    "r2" => RegressionErrors.Determination(truth, predicted),
                    "max_error" => RegressionErrors.Largest(truth, predicted),
                    _ => RegressionErrors.MeanRelative(truth, predicted),
                };
                return GoldenFile.Agrees(actual, figure.Value.Number()) ? null : $"{record.GetProperty("id")} {figure.Name}: {actual} for {figure.Value}";
            });
        }));

    private static double[] Numbers(JsonElement record, string name) =>
        [.. record.GetProperty("input").GetProperty(name).EnumerateArray().Select(value => value.Number())];
}
