namespace Assay.Scoring;

/// <summary>What a scorer says of a sample: a value, or the reason why there is none.</summary>
/// <param name="Value">The value; null when the sample could not be scored.</param>
/// <param name="Reason">Why there is none, or the reasons for it.</param>
public readonly record struct Score(double? Value, string? Reason = null)
{
    /// <summary>No value, and why.</summary>
    public static Score None(string reason) => new(null, reason);

    /// <summary>A value needs no reason.</summary>
    public static implicit operator Score(double value) => new(value);
}
