namespace Assay.Scoring;

/// <summary>What a scorer says of a sample: a value, or the reason why there is none.</summary>
/// <param name="Value">The value; null when the sample could not be scored.</param>
/// <param name="Reason">Why there is none, or the reasons for it.</param>
public readonly record struct Score(double? Value, string? Reason = null)
{
    /// <summary>
    /// What the sample adds to the figures of a whole run, in a form that its scorer alone knows; null when it adds nothing, and for scorers
    /// whose figures are made of the values. Kept in memory only: small, and never changed once given.
    /// </summary>
    public object? Part { get; init; }

    /// <summary>No value, and why.</summary>
    public static Score None(string reason) => new(null, reason);

    /// <summary>A value needs no reason.</summary>
    public static implicit operator Score(double value) => new(value);
}
