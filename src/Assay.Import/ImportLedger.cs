using Assay.Formats;

namespace Assay.Import;

/// <summary>Counts what an import does and remembers what it leaves out. Safe for concurrent use.</summary>
/// <param name="clock">Measures how long it takes.</param>
/// <param name="progress">Told after every run, when anyone wants to know.</param>
public sealed class ImportLedger(TimeProvider clock, IProgress<ImportReport>? progress = null)
{
    private const int MostOmissions = 1000;

    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private readonly ImportCounts[] _counts = new ImportCounts[Enum.GetValues<ImportKind>().Length];
    private readonly List<Omission> _omissions = [];
    private int _omissionCount;
    private long _points;
    private long _files;
    private long _bytes;
    private long _traces;
    private string? _current;

    internal void Begin(string? experiment)
    {
        lock (_lock)
        {
            _current = experiment;
        }

        progress?.Report(Report());
    }

    /// <summary>It is in the target now: newly, more of it than before, or as it was.</summary>
    internal void Done(ImportKind kind, bool wasThere, bool changed)
    {
        if (!wasThere)
        {
            Copied(kind);
        }
        else if (changed)
        {
            Updated(kind);
        }
        else
        {
            AlreadyThere(kind);
        }
    }

    internal void Copied(ImportKind kind) => Count(kind, counts => counts with { Copied = counts.Copied + 1 });

    internal void Updated(ImportKind kind) => Count(kind, counts => counts with { Updated = counts.Updated + 1 });

    internal void AlreadyThere(ImportKind kind) => Count(kind, counts => counts with { AlreadyThere = counts.AlreadyThere + 1 });

    /// <summary>It cannot be read at the source.</summary>
    internal void Skipped(ImportKind kind, string what, string reason)
    {
        LeftOut(what, reason);
        Count(kind, counts => counts with { Skipped = counts.Skipped + 1 });
    }

    /// <summary>It was read and could not be written.</summary>
    internal void Failed(ImportKind kind, string what, string reason)
    {
        LeftOut(what, reason);
        Count(kind, counts => counts with { Failed = counts.Failed + 1 });
    }

    /// <summary>A part of something is missing.</summary>
    internal void LeftOut(string what, string reason)
    {
        lock (_lock)
        {
            if (_omissionCount++ < MostOmissions)
            {
                _omissions.Add(new Omission(OneLine.Of(what), OneLine.Of(reason, 1000)));
            }
        }
    }

    internal void AddPoints(int count) => Interlocked.Add(ref _points, count);

    internal void AddFile(long bytes)
    {
        Interlocked.Increment(ref _files);
        Interlocked.Add(ref _bytes, bytes);
    }

    internal void AddTraces(long count) => Interlocked.Add(ref _traces, count);

    internal ImportReport Report()
    {
        lock (_lock)
        {
            return new ImportReport
            {
                Experiments = _counts[(int)ImportKind.Experiment],
                Runs = _counts[(int)ImportKind.Run],
                LoggedModels = _counts[(int)ImportKind.LoggedModel],
                RegisteredModels = _counts[(int)ImportKind.RegisteredModel],
                ModelVersions = _counts[(int)ImportKind.ModelVersion],
                Points = Interlocked.Read(ref _points),
                Files = Interlocked.Read(ref _files),
                Bytes = Interlocked.Read(ref _bytes),
                Traces = Interlocked.Read(ref _traces),
                Elapsed = clock.GetElapsedTime(_started),
                OmissionCount = _omissionCount,
                Omissions = _omissions.Count == 0 ? [] : [.. _omissions],
                Current = _current,
            };
        }
    }

    private void Count(ImportKind kind, Func<ImportCounts, ImportCounts> more)
    {
        lock (_lock)
        {
            _counts[(int)kind] = more(_counts[(int)kind]);
        }

        progress?.Report(Report());
    }
}
