using Assay.Web.Runs;

namespace Assay.Web.Artifacts;

/// <summary>What the page of a run's files shows.</summary>
/// <param name="Visit">The run.</param>
/// <param name="Folders">The open folders, from the uppermost to the one that was asked for.</param>
/// <param name="File">The file that was asked for; null for a folder.</param>
/// <param name="Path">What was asked for; empty for all files.</param>
public sealed record ArtifactPageContent(RunVisit Visit, IReadOnlyList<ArtifactFolder> Folders, ArtifactFile? File, string Path);
