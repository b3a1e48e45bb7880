namespace Assay.Client.Http;

/// <summary>Why one try of a call failed, and what that says about trying again. Callers of the package see the refusal in it.</summary>
internal sealed class CallFailure(AssayException refusal) : Exception(refusal.Message, refusal)
{
    public AssayException Refusal { get; } = refusal;

    /// <summary>Whether the same call may succeed later.</summary>
    public bool WorthRetrying { get; init; }

    /// <summary>Whether the server may have done what was asked all the same: only its answer is known to be lost.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
