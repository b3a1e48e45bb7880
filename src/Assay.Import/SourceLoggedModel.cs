using Assay.LoggedModels;

namespace Assay.Import;

/// <summary>A logged model at the source. What was measured on it comes with the points of runs.</summary>
/// <param name="Model">The model.</param>
/// <param name="Artifacts">Its files; null for none that can be reached.</param>
public sealed record SourceLoggedModel(LoggedModel Model, IArtifactTree? Artifacts);
