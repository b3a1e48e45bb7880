using Assay.Models;

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

    /// <summary>
    /// What the service behind the scorer failed of, when that is why there is no value: a service that refuses the key or is away ends an
    /// evaluation, whether it is the model's or a scorer's. Kept in memory only.
    /// </summary>
    public Exception? Failure { get; init; }

    /// <summary>No value, and why.</summary>
    public static Score None(string reason) => new(null, reason);

    /// <summary>No value, as the service that gives it failed.</summary>
    public static Score None(ModelException failure) => new(null, failure.Message) { Failure = failure };

    /// <summary>A value needs no reason.</summary>
    public static implicit operator Score(double value) => new(value);
}
