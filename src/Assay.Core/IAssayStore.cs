using Assay.Artifacts;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay;

/// <summary>
/// One place that keeps everything: an embedded file, a database, or a server. Dispose it to let go of files and connections.
/// </summary>
public interface IAssayStore : IAsyncDisposable
{
    /// <summary>Experiments and runs.</summary>
    ITrackingStore Tracking { get; }

    /// <summary>The rows of evaluations.</summary>
    IEvaluationStore Evaluations { get; }

    /// <summary>Registered models and their versions.</summary>
    IRegistryStore Registry { get; }

    /// <summary>Models that runs logged.</summary>
    ILoggedModelStore LoggedModels { get; }

    /// <summary>The files of runs and models.</summary>
    IArtifactStore Artifacts { get; }

    /// <summary>Where it is, for people: a file's path or a URL without secrets.</summary>
    string Location { get; }
}
