using System.Globalization;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>MLflow's limits of a batch and of what is in it, checked before anything is written.</summary>
internal static class BatchRules
{
    private const int MostMetrics = 1000;
    private const int MostParams = 100;
    private const int MostTags = 100;
    private const int MostTogether = 1000;
    private const int LongestParam = 6000;
    private const int LongestTag = 8000;

    public static void Check(RunBatch batch)
    {
        CheckCount("metrics", batch.Metrics.Count, MostMetrics);
        CheckCount("params", batch.Params.Count, MostParams);
        CheckCount("tags", batch.Tags.Count, MostTags);
        CheckCount("metrics, params, and tags", batch.Metrics.Count + batch.Params.Count + batch.Tags.Count, MostTogether);

        // A single entity comes from a call of its own, which has no list in its messages.
        var single = !batch.IsList && batch.Metrics.Count + batch.Params.Count + batch.Tags.Count == 1;
        for (var i = 0; i < batch.Metrics.Count; i++)
        {
            Check(batch.Metrics[i], Path(single, "metrics", i, "name"));
        }

        for (var i = 0; i < batch.Params.Count; i++)
        {
            EntityKey.Check("Param key", batch.Params[i].Key, Path(single, "params", i, "key"));
            EntityKey.CheckLength("Param value", batch.Params[i].Value, LongestParam);
        }

        for (var i = 0; i < batch.Tags.Count; i++)
        {
            Check(batch.Tags[i], Path(single, "tags", i, "key"));
        }

        CheckDuplicates(batch.Params);
    }

    public static void Check(Tag tag, string path = "key")
    {
        EntityKey.Check("Tag key", tag.Key, path);
        EntityKey.CheckLength("Tag value", tag.Value, LongestTag);
    }

    private static void Check(Metric metric, string path)
    {
        EntityKey.Check("Metric name", metric.Key, path);
        if (metric.Timestamp < 0)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"Invalid value {metric.Timestamp.ToString(CultureInfo.InvariantCulture)} for parameter 'timestamp' supplied. It must not be negative");
        }
    }

    private static void CheckCount(string what, int count, int most)
    {
        if (count > most)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"A batch logging request can contain at most {most} {what}. Got {count} {what}. "
                + $"Please split up {what} across multiple requests and try again.");
        }
    }

    private static void CheckDuplicates(IReadOnlyList<Param> parameters)
    {
        var twice = parameters.GroupBy(param => param.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => $"'{group.Key}'").ToList();
        if (twice.Count > 0)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"Duplicate parameter keys have been submitted: [{string.Join(", ", twice)}]. "
                + "Please ensure the request contains only one param value per param key.");
        }
    }

    private static string Path(bool single, string list, int index, string field) => single ? field : $"{list}[{index}].{field}";
}
