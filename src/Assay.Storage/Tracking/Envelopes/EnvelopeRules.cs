using System.Globalization;
using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>What a query for columns must keep to.</summary>
internal static class EnvelopeRules
{
    private const int MostRuns = 100;
    private const int MostColumns = 4000;

    public static void Check(MetricEnvelopeQuery query)
    {
        if (query.RunIds.Count is < 1 or > MostRuns)
        {
            throw Refuse($"A chart takes 1 to {MostRuns} runs, and {query.RunIds.Count} were given.");
        }

        if (query.Columns is < 1 or > MostColumns)
        {
            throw Refuse($"A chart has 1 to {MostColumns} columns, and {query.Columns} were asked for.");
        }

        if (query.From > query.To)
        {
            throw Refuse($"The range of a chart ends at {query.To} before it begins at {query.From}.");
        }
    }

    private static AssayException Refuse(FormattableString message) =>
        new(ErrorCode.InvalidParameterValue, message.ToString(CultureInfo.InvariantCulture));
}
