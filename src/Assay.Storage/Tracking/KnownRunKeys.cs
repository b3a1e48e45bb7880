using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// The keys that this process knows to be in the store's list, so that only the first run of an experiment that has one writes it there. A key
/// is remembered when the write that brought it is durable, and never forgotten for being wrong: keys leave the list with their experiment only, and
/// the number of an experiment is not given again.
/// </summary>
internal sealed class KnownRunKeys
{
    private const int Most = 100_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<string>[]> _experiments = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What of a batch is not known yet; null for nothing, as it nearly always is.</summary>
    public NewRunKeys? NewOf(string experimentId, RunBatch batch)
    {
        List<RunKey>? found = null;
        lock (_gate)
        {
            _experiments.TryGetValue(experimentId, out var known);
            foreach (var metric in batch.Metrics)
            {
                AddNew(ref found, known, RunKeyKind.Metric, metric.Key);
            }

            foreach (var param in batch.Params)
            {
                AddNew(ref found, known, RunKeyKind.Param, param.Key);
            }

            foreach (var tag in batch.Tags)
            {
                AddNew(ref found, known, RunKeyKind.Tag, tag.Key);
            }
        }

        return found is null ? null : new(experimentId, found);
    }

    /// <summary>Takes note of keys that are in the list now.</summary>
    public void Remember(NewRunKeys? written)
    {
        if (written is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_count > Most)
            {
                // Writing what is there once more is cheaper than keeping all of it.
                _experiments.Clear();
                _count = 0;
            }

            if (!_experiments.TryGetValue(written.ExperimentId, out var known))
            {
                known = [.. Enum.GetValues<RunKeyKind>().Select(_ => new HashSet<string>(StringComparer.Ordinal))];
                _experiments.Add(written.ExperimentId, known);
            }

            _count += written.Keys.Count(key => known[(int)key.Kind].Add(key.Name));
        }
    }

    private static void AddNew(ref List<RunKey>? found, HashSet<string>[]? known, RunKeyKind kind, string name)
    {
        if (known is null || !known[(int)kind].Contains(name))
        {
            (found ??= []).Add(new(kind, name));
        }
    }
}
