using System.Text;
using Assay.Tracking;

namespace Assay.Client;

/// <summary>Gathers what one request of MLflow's protocol may hold: 1,000 entries, of them 100 parameters and 100 tags, in about 1 MB.</summary>
internal sealed class BatchBuilder
{
    private const int MostEntries = 1000;
    private const int MostParams = 100;
    private const int MostTags = 100;
    private const int MostBytes = 900_000;

    // The names of a metric's fields, its numbers, a model and a data set.
    private const int MetricBytes = 200;
    private const int PairBytes = 32;

    private readonly HashSet<string> _paramKeys = [];
    private readonly HashSet<string> _tagKeys = [];
    private List<Metric> _metrics = [];
    private List<Param> _params = [];
    private List<Tag> _tags = [];
    private int _bytes;

    private int Count => _metrics.Count + _params.Count + _tags.Count;

    /// <summary>Adds an entry; false when it must go with the next request: this one is full, or has another value of that key.</summary>
    public bool TryAdd(object entry)
    {
        var bytes = Size(entry);
        if (Count == MostEntries || (Count > 0 && _bytes + bytes > MostBytes) || !TryPlace(entry))
        {
            return false;
        }

        _bytes += bytes;
        return true;
    }

    /// <summary>What was gathered; empty when nothing was.</summary>
    public RunBatch Take()
    {
        var batch = new RunBatch { Metrics = _metrics, Params = _params, Tags = _tags };
        (_metrics, _params, _tags, _bytes) = ([], [], [], 0);
        _paramKeys.Clear();
        _tagKeys.Clear();
        return batch;
    }

    /// <summary>Each entry as a batch of its own.</summary>
    public static IEnumerable<RunBatch> Singles(RunBatch batch) =>
    [
        .. batch.Params.Select(param => new RunBatch { Params = [param] }),
        .. batch.Metrics.Select(metric => new RunBatch { Metrics = [metric] }),
        .. batch.Tags.Select(tag => new RunBatch { Tags = [tag] }),
    ];

    private bool TryPlace(object entry)
    {
        switch (entry)
        {
            case Metric metric:
                _metrics.Add(metric);
                return true;
            case Param param when _params.Count < MostParams && _paramKeys.Add(param.Key):
                _params.Add(param);
                return true;
            case Tag tag when _tags.Count < MostTags && _tagKeys.Add(tag.Key):
                _tags.Add(tag);
                return true;
            default:
                return false;
        }
    }

    private static int Size(object entry) => entry switch
    {
        Metric metric => MetricBytes + Encoding.UTF8.GetByteCount(metric.Key),
        Param param => PairBytes + Encoding.UTF8.GetByteCount(param.Key) + Encoding.UTF8.GetByteCount(param.Value),
        Tag tag => PairBytes + Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value),
        _ => 0,
    };
}
