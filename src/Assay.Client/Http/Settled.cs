using Assay.Mlflow;

namespace Assay.Client.Http;

/// <summary>Refusals of a repeated call that only say that it was done already.</summary>
internal static class Settled
{
    /// <summary>What was to be deleted, or to change its state, is no longer there, or no longer in the state that the change needs.</summary>
    public static Recovery<EmptyMessage> WhenGone { get; } = new(Settle: refusal =>
        refusal.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.InvalidState ? new EmptyMessage() : null);
}
