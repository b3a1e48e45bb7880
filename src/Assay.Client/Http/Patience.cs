namespace Assay.Client.Http;

/// <summary>A time limit on silence: it begins anew with each sign of life.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan _timeout;

    public Patience(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _limit = new CancellationTokenSource(timeout, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
    }

    /// <summary>Cancelled by the caller, or by silence.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Something was heard or could be sent.</summary>
    public void Renew() => _limit.CancelAfter(_timeout);

    public void Dispose()
    {
        _linked.Dispose();
        _limit.Dispose();
    }
}
