using Assay.Registry;

namespace Assay.Import;

/// <summary>A registered model at the source.</summary>
/// <param name="Model">The model, with its tags and aliases.</param>
/// <param name="Versions">Its versions.</param>
public sealed record SourceRegisteredModel(RegisteredModel Model, IAsyncEnumerable<ModelVersion> Versions);
