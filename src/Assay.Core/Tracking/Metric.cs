namespace Assay.Tracking;

/// <summary>One point of a metric's history.</summary>
/// <param name="Key">At most 250 characters: letters, digits and <c>_ - . space : /</c>.</param>
/// <param name="Value">Any double; NaN and the infinities too.</param>
/// <param name="Timestamp">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Step">The step it belongs to; the latest value of a key is the one of the largest step, then timestamp, then value.</param>
public sealed record Metric(string Key, double Value, long Timestamp, long Step = 0)
{
    /// <summary>The logged model that it was measured on; null for none. Such a point is kept with the run and with the model.</summary>
    public string? ModelId { get; init; }

    /// <summary>The name of the data set that it was measured on; null for none.</summary>
    public string? DatasetName { get; init; }

    /// <summary>The digest of that data set; null for none.</summary>
    public string? DatasetDigest { get; init; }
}
