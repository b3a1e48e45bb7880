namespace Assay.Models;

/// <summary>
/// A model that asks another one, and adds one thing of its own: retry, a limit, a recording. Ends the inner model with itself.
/// </summary>
/// <param name="inner">The model that is asked.</param>
public abstract class DelegatingModel(IModel inner) : IModel, IAsyncDisposable
{
    /// <inheritdoc/>
    public virtual string Name => Inner.Name;

    /// <summary>The model that is asked.</summary>
    protected IModel Inner { get; } = inner;

    /// <inheritdoc/>
    public virtual Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken) => Inner.AskAsync(request, cancellationToken);

    /// <summary>Closes what this decorator holds; called once, before the inner model is ended.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(Inner).ConfigureAwait(false);
        }
    }

    private static async ValueTask EndAsync(IModel model)
    {
        if (model is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (model as IDisposable)?.Dispose();
        }
    }
}
