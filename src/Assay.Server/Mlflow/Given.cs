using System.Globalization;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Mlflow;

/// <summary>Fields that may be left out, of messages that search: refuses values that mean nothing instead of ignoring them.</summary>
internal static class Given
{
    /// <summary>How many results are wanted: within an integer's range; the store knows the limits.</summary>
    public static int MaxResults(long? given, int otherwise, int most = int.MaxValue)
    {
        if (given is not { } value)
        {
            return otherwise;
        }

        return value <= most && value >= int.MinValue
            ? (int)value
            : throw InvalidMessage.Type(value.ToString(CultureInfo.InvariantCulture), "max_results", "int");
    }

    /// <summary>Which lifecycle stages are wanted; the active ones when nothing is said.</summary>
    public static ViewType View(string? given, string parameter) => string.IsNullOrEmpty(given)
        ? ViewType.ActiveOnly
        : MlflowNames.View(given) ?? throw InvalidMessage.Value($"\"{given}\"", parameter, "It must be one of ['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL']");
}
