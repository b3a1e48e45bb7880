using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>A key that runs of an experiment have.</summary>
internal sealed record RunKey(RunKeyKind Kind, string Name);

/// <summary>Keys of an experiment that a write found to be new to this process.</summary>
internal sealed record NewRunKeys(string ExperimentId, IReadOnlyList<RunKey> Keys);
