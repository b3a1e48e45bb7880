using System.Globalization;
using Assay.Comparisons;
using Assay.Tracking;

namespace Assay.Web.Comparisons;

/// <summary>
/// Compares runs for pages. A comparison reads every row of its runs, so only a few are made at a time and the others wait their turn; the newest
/// are kept, as a page is often opened again or by others. Kept are those of runs that have ended; how they ended is part of what they are known by.
/// </summary>
internal sealed class ComparisonDesk : IDisposable
{
    private const int MostKept = 32;
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly OrderedDictionary<string, RunsCompared> _kept = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The comparison; the reader who goes gives the place free.</summary>
    public async Task<RunsCompared> CompareAsync(
        IAssayStore store, IReadOnlyList<Run> runs, ComparisonOptions options, CancellationToken cancellationToken)
    {
        var key = KeyOf(runs, options);
        if (Find(key) is { } known) return known;
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Find(key) is { } meanwhile) return meanwhile;
            string[] ids = [.. runs.Select(run => run.RunId)];
            var made = await Task.Run(() => Comparison.Of(store, ids, options, cancellationToken), cancellationToken).ConfigureAwait(false);
            var compared = RunsCompared.Of(made);
            if (runs.All(run => run.EndTime is not null)) Keep(key, compared);
            return compared;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>What a comparison is known by. Every part says how long it is, so that no two mean the same.</summary>
    internal static string KeyOf(IReadOnlyList<Run> runs, ComparisonOptions options)
    {
        string[] parts =
        [
            .. runs.Select(run => FormattableString.Invariant($"{run.RunId} {run.Status} {run.EndTime}")),
            FormattableString.Invariant($"{options.Confidence:R} {options.Margin:R} {options.Test} {options.Seed} {options.GroupColumn is not null}"),
            options.GroupColumn ?? "",
            .. options.Primary,
        ];
        return string.Concat(parts.Select(part => part.Length.ToString(CultureInfo.InvariantCulture) + ":" + part));
    }

    private RunsCompared? Find(string key)
    {
        lock (_lock)
        {
            // What is asked for again becomes the newest.
            if (!_kept.Remove(key, out var found)) return null;
            _kept.Add(key, found);
            return found;
        }
    }

    private void Keep(string key, RunsCompared compared)
    {
        lock (_lock)
        {
            _kept[key] = compared;
            if (_kept.Count > MostKept) _kept.RemoveAt(0);
        }
    }
}
