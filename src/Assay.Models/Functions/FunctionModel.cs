namespace Assay.Models;

/// <summary>
/// Any function as a model. What it throws fails the row: a <see cref="ModelException"/> as it is, a broken connection as
/// <see cref="ModelFailure.Unreachable"/>, anything else as <see cref="ModelFailure.Rejected"/>, which is not tried again.
/// </summary>
/// <param name="name">The name that the run records.</param>
/// <param name="ask">Answers one request; called concurrently.</param>
public sealed class FunctionModel(string name, Func<ModelRequest, CancellationToken, Task<Answer>> ask) : IModel
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        try
        {
            return await ask(request, cancellationToken).ConfigureAwait(false)
                ?? throw new ModelException(ModelFailure.Rejected, $"{Name} returned null instead of an answer");
        }
        catch (Exception exception) when (!MustPropagate(exception, cancellationToken))
        {
            throw ThrownFailure.From(Name, exception);
        }
    }

    private static bool MustPropagate(Exception exception, CancellationToken cancellationToken) =>
        exception is ModelException or BadInputException || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
