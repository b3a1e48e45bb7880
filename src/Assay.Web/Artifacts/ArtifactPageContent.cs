using Assay.Web.Runs;

namespace Assay.Web.Artifacts;

/// <summary>What the page of a run's files shows.</summary>
/// <param name="Visit">The run.</param>
/// <param name="Folders">The open folders, from the uppermost to the one that was asked for.</param>
/// <param name="File">The file that was asked for, or the one of the folder that is best read first; null when none of them can be shown.</param>
public sealed record ArtifactPageContent(RunVisit Visit, IReadOnlyList<ArtifactFolder> Folders, ArtifactFile? File);
