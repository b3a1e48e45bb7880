namespace Assay.Mlflow;

/// <summary>A point of a metric.</summary>
internal sealed record MetricMessage
{
    public string? Key { get; init; }

    public double? Value { get; init; }

    public long? Timestamp { get; init; }

    public long? Step { get; init; }

    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }

    public string? ModelId { get; init; }

    public string? RunId { get; init; }
}

/// <summary>A parameter.</summary>
internal sealed record ParamMessage
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>A run itself.</summary>
internal sealed record RunInfoMessage
{
    public string? RunUuid { get; init; }

    public string? ExperimentId { get; init; }

    public string? RunName { get; init; }

    public string? UserId { get; init; }

    public string? Status { get; init; }

    public long? StartTime { get; init; }

    public long? EndTime { get; init; }

    public string? ArtifactUri { get; init; }

    public string? LifecycleStage { get; init; }

    public string? RunId { get; init; }
}

/// <summary>What was logged to a run.</summary>
internal sealed record RunDataMessage
{
    public List<MetricMessage>? Metrics { get; init; }

    public List<ParamMessage>? Params { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>A data set.</summary>
internal sealed record DatasetMessage
{
    public string? Name { get; init; }

    public string? Digest { get; init; }

    public string? SourceType { get; init; }

    public string? Source { get; init; }

    public string? Schema { get; init; }

    public string? Profile { get; init; }
}

/// <summary>A data set that a run read.</summary>
internal sealed record DatasetInputMessage
{
    public List<TagMessage>? Tags { get; init; }

    public DatasetMessage? Dataset { get; init; }
}

/// <summary>A logged model that a run read.</summary>
internal sealed record ModelInputMessage
{
    public string? ModelId { get; init; }
}

/// <summary>A logged model that a run made.</summary>
internal sealed record ModelOutputMessage
{
    public string? ModelId { get; init; }

    public long? Step { get; init; }
}

/// <summary>What a run read.</summary>
internal sealed record RunInputsMessage
{
    public List<DatasetInputMessage>? DatasetInputs { get; init; }

    public List<ModelInputMessage>? ModelInputs { get; init; }
}

/// <summary>What a run made.</summary>
internal sealed record RunOutputsMessage
{
    public List<ModelOutputMessage>? ModelOutputs { get; init; }
}

/// <summary>A run with all of it.</summary>
internal sealed record RunMessage
{
    public RunInfoMessage? Info { get; init; }

    public RunDataMessage? Data { get; init; }

    public RunInputsMessage? Inputs { get; init; }

    public RunOutputsMessage? Outputs { get; init; }
}

/// <summary>runs/create.</summary>
internal sealed record CreateRunRequest
{
    /// <summary>Not of MLflow, which leaves it aside: the id that the run shall have, so that a repeated request makes no second run.</summary>
    public string? RunId { get; init; }

    public string? ExperimentId { get; init; }

    public string? UserId { get; init; }

    public string? RunName { get; init; }

    public long? StartTime { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>One run.</summary>
internal sealed record RunResponse
{
    public RunMessage? Run { get; init; }
}

/// <summary>Names a run: runs/get, delete, restore.</summary>
internal sealed record RunIdRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }
}

/// <summary>runs/update.</summary>
internal sealed record UpdateRunRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? Status { get; init; }

    public long? EndTime { get; init; }

    public string? RunName { get; init; }
}

/// <summary>The run as it is now.</summary>
internal sealed record UpdateRunResponse
{
    public RunInfoMessage? RunInfo { get; init; }
}

/// <summary>runs/search.</summary>
internal sealed record SearchRunsRequest
{
    public List<string>? ExperimentIds { get; init; }

    public string? Filter { get; init; }

    public string? RunViewType { get; init; }

    public long? MaxResults { get; init; }

    public List<string>? OrderBy { get; init; }

    public string? PageToken { get; init; }
}

/// <summary>A page of runs.</summary>
internal sealed record SearchRunsResponse
{
    public List<RunMessage>? Runs { get; init; }

    public string? NextPageToken { get; init; }
}
