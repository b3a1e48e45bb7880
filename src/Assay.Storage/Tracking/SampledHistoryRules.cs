using System.Globalization;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>What a query for sampled histories must keep to.</summary>
internal static class SampledHistoryRules
{
    private const int MostRuns = 100;
    private const int MostPoints = 2500;

    public static void Check(SampledHistoryQuery query)
    {
        if (query.RunIds.Count > MostRuns)
        {
            throw Refuse($"GetMetricHistoryBulkInterval request must specify at most {MostRuns} run_ids. Received {query.RunIds.Count} run_ids.");
        }

        if (query.MaxResults is < 1 or > MostPoints)
        {
            throw Refuse(string.Create(
                CultureInfo.InvariantCulture, $"max_results must be between 1 and {MostPoints} (inclusive). Received max_results={query.MaxResults}."));
        }

        if (query.StartStep is null != query.EndStep is null)
        {
            throw Refuse("If either start step or end step are specified, both must be specified.");
        }

        if (query.StartStep > query.EndStep)
        {
            throw Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"end_step must be greater than start_step. Found start_step={query.StartStep} and end_step={query.EndStep}."));
        }
    }

    private static AssayException Refuse(string message) => new(ErrorCode.InvalidParameterValue, message);
}
