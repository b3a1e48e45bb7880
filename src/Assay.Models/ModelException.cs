namespace Assay.Models;

/// <summary>A model gave no answer. The message is one line for people, without secrets.</summary>
public sealed class ModelException(ModelFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public ModelFailure Failure { get; } = failure;

    /// <summary>The HTTP status, when there was one.</summary>
    public int? Status { get; init; }

    /// <summary>How long the service asked to wait before another try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the same call may succeed when it is made again: true for <see cref="ModelFailure.Unreachable"/>,
    /// <see cref="ModelFailure.Throttled"/> and <see cref="ModelFailure.ServiceError"/>, unless the thrower knows better (a program that
    /// has ended answers no second call either).
    /// </summary>
    public bool WorthRetrying { get; init; } = failure is ModelFailure.Unreachable or ModelFailure.Throttled or ModelFailure.ServiceError;
}
