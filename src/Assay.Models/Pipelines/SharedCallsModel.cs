using System.Collections.Concurrent;
using System.Globalization;

namespace Assay.Models;

/// <summary>
/// Asks the same question about the same row once: evaluations that share this model share its answers. A call that failed is forgotten, so
/// that it can be tried again. Kept in memory, up to a number of answers; past it calls are no longer shared.
/// </summary>
/// <param name="inner">The model that is asked.</param>
public sealed class SharedCallsModel(IModel inner) : DelegatingModel(inner)
{
    private const int MostKept = 200_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<Answer>>> _calls = new();
    private int _shared;

    /// <summary>How many calls were spared.</summary>
    public int Shared => _shared;

    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        if (_calls.Count >= MostKept)
        {
            return await Inner.AskAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var key = KeyOf(request);
        var mine = new Lazy<Task<Answer>>(() => Inner.AskAsync(request, cancellationToken));
        var call = _calls.GetOrAdd(key, mine);
        if (call != mine)
        {
            Interlocked.Increment(ref _shared);
        }

        try
        {
            return await call.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call != mine && !cancellationToken.IsCancellationRequested)
        {
            // Whoever made the call gave up, and it ended with that one's token: this one still wants the answer.
            _calls.TryRemove(KeyValuePair.Create(key, call));
            return await AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _calls.TryRemove(KeyValuePair.Create(key, call));
            throw;
        }
    }

    private string KeyOf(ModelRequest request) => string.Create(
        CultureInfo.InvariantCulture, $"{request.RowId}\u001f{request.Repeat}\u001f{RequestDocument.Digest(RequestDocument.Write(Name, request))}");
}
