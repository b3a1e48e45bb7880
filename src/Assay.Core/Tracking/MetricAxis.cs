namespace Assay.Tracking;

/// <summary>What a metric is drawn over.</summary>
public enum MetricAxis
{
    /// <summary>The step that was logged with the value.</summary>
    Step,

    /// <summary>Milliseconds since 1970.</summary>
    Time,
}
