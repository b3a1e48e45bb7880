using Assay.Tracking;

namespace Assay.Import.Copying;

/// <summary>
/// Writes parameters, notes and points to a run of the target in batches. A batch is all or nothing there, so one that is refused is halved
/// until what is to blame stands alone; that is left out and named.
/// </summary>
internal sealed class BatchCopy(ITrackingStore target, string runId, PartLog parts, ImportLedger ledger)
{
    private const int MostPairs = 100;
    private const int MostPoints = 1000;

    /// <summary>Of a metric with so many points refused the rest is not tried.</summary>
    private const int MostRefusals = 10;

    private readonly Dictionary<string, (int Count, string Reason)> _refused = [];

    public async Task ParamsAsync(IEnumerable<Param> parameters, CancellationToken cancellationToken)
    {
        foreach (var chunk in parameters.Chunk(MostPairs))
        {
            await WriteAsync<Param>(chunk, some => new RunBatch { Params = some }, (one, why) => parts.LeaveOut($"parameter '{one.Key}'", why), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    public async Task TagsAsync(IEnumerable<Tag> tags, CancellationToken cancellationToken)
    {
        foreach (var chunk in tags.Chunk(MostPairs))
        {
            await WriteAsync<Tag>(chunk, some => new RunBatch { Tags = some }, (one, why) => parts.LeaveOut($"tag '{one.Key}'", why), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    public async Task PointsAsync(IAsyncEnumerable<Metric> points, CancellationToken cancellationToken)
    {
        var batch = new List<Metric>(MostPoints);
        await foreach (var point in points.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (_refused.TryGetValue(point.Key, out var refused) && refused.Count >= MostRefusals)
            {
                Refuse(point, refused.Reason);
                continue;
            }

            batch.Add(point);
            if (batch.Count == MostPoints)
            {
                await WritePointsAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }

        await WritePointsAsync(batch, cancellationToken).ConfigureAwait(false);
        foreach (var (key, (count, reason)) in _refused)
        {
            parts.LeaveOut($"metric '{key}'", count == 1 ? $"a point was refused: {reason}" : $"{count} points were refused, the first: {reason}");
        }
    }

    private async Task WritePointsAsync(List<Metric> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            await WriteAsync<Metric>(batch.ToArray(), some => new RunBatch { Metrics = some }, Refuse, cancellationToken).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private void Refuse(Metric point, string reason) =>
        _refused[point.Key] = _refused.TryGetValue(point.Key, out var before) ? before with { Count = before.Count + 1 } : (1, reason);

    private async Task WriteAsync<T>(
        ArraySegment<T> items, Func<ArraySegment<T>, RunBatch> batch, Action<T, string> leaveOut, CancellationToken cancellationToken)
    {
        try
        {
            await target.LogBatchAsync(runId, batch(items), cancellationToken).ConfigureAwait(false);
            if (typeof(T) == typeof(Metric))
            {
                ledger.AddPoints(items.Count);
            }
        }
        catch (AssayException refused) when (IsOfItems(refused) && items.Count == 1)
        {
            leaveOut(items[0], refused.Message);
        }
        catch (AssayException refused) when (IsOfItems(refused))
        {
            var half = items.Count / 2;
            await WriteAsync(items[..half], batch, leaveOut, cancellationToken).ConfigureAwait(false);
            await WriteAsync(items[half..], batch, leaveOut, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A point may also name a logged model that there is not.</summary>
    private static bool IsOfItems(AssayException refused) => refused.Code is ErrorCode.InvalidParameterValue or ErrorCode.ResourceDoesNotExist;
}
