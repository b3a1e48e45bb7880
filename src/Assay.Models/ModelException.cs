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
}
