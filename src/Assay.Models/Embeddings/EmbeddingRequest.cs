namespace Assay.Models.Embeddings;

/// <summary>A text that waits for its vector.</summary>
/// <param name="Text">The text.</param>
/// <param name="Vector">Who waits.</param>
/// <param name="Forget">Called before it fails.</param>
internal sealed record EmbeddingRequest(string Text, TaskCompletionSource<ReadOnlyMemory<float>> Vector, Action Forget)
{
    public void Fail(Exception failure)
    {
        Forget();
        Vector.TrySetException(failure);

        // When all who waited have given up, nobody looks at it.
        _ = Vector.Task.Exception;
    }
}
