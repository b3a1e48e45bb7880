namespace Assay.Mlflow;

/// <summary>A name for a version.</summary>
internal sealed record AliasMessage
{
    public string? Alias { get; init; }

    public string? Version { get; init; }
}

/// <summary>A registered model.</summary>
internal sealed record RegisteredModelMessage
{
    public string? Name { get; init; }

    public long? CreationTimestamp { get; init; }

    public long? LastUpdatedTimestamp { get; init; }

    public string? UserId { get; init; }

    public string? Description { get; init; }

    public List<ModelVersionMessage>? LatestVersions { get; init; }

    public List<TagMessage>? Tags { get; init; }

    public List<AliasMessage>? Aliases { get; init; }
}

/// <summary>A version of a registered model.</summary>
internal sealed record ModelVersionMessage
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public long? CreationTimestamp { get; init; }

    public long? LastUpdatedTimestamp { get; init; }

    public string? UserId { get; init; }

    public string? CurrentStage { get; init; }

    public string? Description { get; init; }

    public string? Source { get; init; }

    public string? RunId { get; init; }

    public string? Status { get; init; }

    public string? StatusMessage { get; init; }

    public List<TagMessage>? Tags { get; init; }

    public string? RunLink { get; init; }

    public List<string>? Aliases { get; init; }

    public string? ModelId { get; init; }

    public List<ParamMessage>? ModelParams { get; init; }

    public List<MetricMessage>? ModelMetrics { get; init; }
}

/// <summary>registered-models/create.</summary>
internal sealed record CreateRegisteredModelRequest
{
    /// <summary>Not of MLflow, which leaves it aside: when it was created elsewhere.</summary>
    public long? CreationTimestamp { get; init; }

    public string? Name { get; init; }

    public List<TagMessage>? Tags { get; init; }

    public string? Description { get; init; }
}

/// <summary>One registered model.</summary>
internal sealed record RegisteredModelResponse
{
    public RegisteredModelMessage? RegisteredModel { get; init; }
}

/// <summary>registered-models/get, rename, update, delete.</summary>
internal sealed record RegisteredModelRequest
{
    public string? Name { get; init; }

    public string? NewName { get; init; }

    public string? Description { get; init; }
}

/// <summary>registered-models/search and model-versions/search.</summary>
internal sealed record SearchModelsRequest
{
    public string? Filter { get; init; }

    public long? MaxResults { get; init; }

    public List<string>? OrderBy { get; init; }

    public string? PageToken { get; init; }
}

/// <summary>A page of registered models.</summary>
internal sealed record SearchRegisteredModelsResponse
{
    public List<RegisteredModelMessage>? RegisteredModels { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>A page of versions.</summary>
internal sealed record SearchModelVersionsResponse
{
    public List<ModelVersionMessage>? ModelVersions { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>registered-models/get-latest-versions.</summary>
internal sealed record GetLatestVersionsRequest
{
    public string? Name { get; init; }

    public List<string>? Stages { get; init; }
}

/// <summary>The latest versions.</summary>
internal sealed record GetLatestVersionsResponse
{
    public List<ModelVersionMessage>? ModelVersions { get; init; }
}

/// <summary>model-versions/create.</summary>
internal sealed record CreateModelVersionRequest
{
    public string? Name { get; init; }

    public string? Source { get; init; }

    public string? RunId { get; init; }

    public List<TagMessage>? Tags { get; init; }

    public string? RunLink { get; init; }

    public string? Description { get; init; }

    public string? ModelId { get; init; }
}

/// <summary>One version.</summary>
internal sealed record ModelVersionResponse
{
    public ModelVersionMessage? ModelVersion { get; init; }
}

/// <summary>model-versions/get, update, delete, get-download-uri.</summary>
internal sealed record ModelVersionRequest
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Description { get; init; }
}

/// <summary>model-versions/transition-stage.</summary>
internal sealed record TransitionStageRequest
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Stage { get; init; }

    public bool? ArchiveExistingVersions { get; init; }
}

/// <summary>set-tag and delete-tag of models and versions.</summary>
internal sealed record ModelTagRequest
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>registered-models/alias.</summary>
internal sealed record ModelAliasRequest
{
    public string? Name { get; init; }

    public string? Alias { get; init; }

    public string? Version { get; init; }
}

/// <summary>Where a version's files are.</summary>
internal sealed record DownloadUriResponse
{
    public string? ArtifactUri { get; init; }
}
