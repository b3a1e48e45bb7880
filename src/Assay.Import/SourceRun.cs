using Assay.Tracking;

namespace Assay.Import;

/// <summary>A run as it was read at the source.</summary>
/// <param name="Run">The run; its metrics need not be filled.</param>
/// <param name="Fingerprint">A digest of what is to be copied: the same as long as the run does not change.</param>
public sealed record SourceRun(Run Run, string Fingerprint);
