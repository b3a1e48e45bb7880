namespace Assay.Mlflow;

/// <summary>A logged model itself.</summary>
internal sealed record LoggedModelInfoMessage
{
    public string? ModelId { get; init; }

    public string? ExperimentId { get; init; }

    public string? Name { get; init; }

    public long? CreationTimestampMs { get; init; }

    public long? LastUpdatedTimestampMs { get; init; }

    public string? ArtifactUri { get; init; }

    public string? Status { get; init; }

    public long? CreatorId { get; init; }

    public string? ModelType { get; init; }

    public string? SourceRunId { get; init; }

    public string? StatusMessage { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>What is known of a logged model.</summary>
internal sealed record LoggedModelDataMessage
{
    public List<ParamMessage>? Params { get; init; }

    public List<MetricMessage>? Metrics { get; init; }
}

/// <summary>A logged model with all of it.</summary>
internal sealed record LoggedModelMessage
{
    public LoggedModelInfoMessage? Info { get; init; }

    public LoggedModelDataMessage? Data { get; init; }
}

/// <summary>logged-models, POST.</summary>
internal sealed record CreateLoggedModelRequest
{
    /// <summary>Not of MLflow, which leaves it aside: the id that the model shall have, so that a repeated request makes no second model.</summary>
    public string? ModelId { get; init; }

    public string? ExperimentId { get; init; }

    public string? Name { get; init; }

    public string? ModelType { get; init; }

    public string? SourceRunId { get; init; }

    public List<ParamMessage>? Params { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>One logged model.</summary>
internal sealed record LoggedModelResponse
{
    public LoggedModelMessage? Model { get; init; }
}

/// <summary>logged-models/ID, PATCH.</summary>
internal sealed record FinalizeLoggedModelRequest
{
    public string? ModelId { get; init; }

    public string? Status { get; init; }
}

/// <summary>A data set that metrics must have been measured on.</summary>
internal sealed record LoggedModelDatasetMessage
{
    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }
}

/// <summary>An ordering.</summary>
internal sealed record LoggedModelOrderMessage
{
    public string? FieldName { get; init; }

    public bool? Ascending { get; init; }

    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }
}

/// <summary>logged-models/search.</summary>
internal sealed record SearchLoggedModelsRequest
{
    public List<string>? ExperimentIds { get; init; }

    public string? Filter { get; init; }

    public List<LoggedModelDatasetMessage>? Datasets { get; init; }

    public long? MaxResults { get; init; }

    public List<LoggedModelOrderMessage>? OrderBy { get; init; }

    public string? PageToken { get; init; }
}

/// <summary>A page of logged models.</summary>
internal sealed record SearchLoggedModelsResponse
{
    public List<LoggedModelMessage>? Models { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>logged-models/ID/tags, PATCH.</summary>
internal sealed record SetLoggedModelTagsRequest
{
    public string? ModelId { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>logged-models/ID/params.</summary>
internal sealed record LogLoggedModelParamsRequest
{
    public string? ModelId { get; init; }

    public List<ParamMessage>? Params { get; init; }
}

/// <summary>logged-models/ID/artifacts/directories.</summary>
internal sealed record ListLoggedModelArtifactsRequest
{
    public string? ArtifactDirectoryPath { get; init; }

    public string? PageToken { get; init; }
}
