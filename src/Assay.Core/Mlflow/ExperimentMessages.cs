namespace Assay.Mlflow;

/// <summary>A tag, of whatever entity.</summary>
internal sealed record TagMessage
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>An experiment.</summary>
internal sealed record ExperimentMessage
{
    public string? ExperimentId { get; init; }

    public string? Name { get; init; }

    public string? ArtifactLocation { get; init; }

    public string? LifecycleStage { get; init; }

    public long? LastUpdateTime { get; init; }

    public long? CreationTime { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>experiments/create.</summary>
internal sealed record CreateExperimentRequest
{
    public string? Name { get; init; }

    public string? ArtifactLocation { get; init; }

    public List<TagMessage>? Tags { get; init; }

    /// <summary>Not of MLflow, which leaves it aside: when it was created elsewhere.</summary>
    public long? CreationTime { get; init; }
}

/// <summary>Names an experiment: experiments/get, delete, restore; the answer of create.</summary>
internal sealed record ExperimentIdMessage
{
    public string? ExperimentId { get; init; }
}

/// <summary>experiments/get-by-name.</summary>
internal sealed record GetExperimentByNameRequest
{
    public string? ExperimentName { get; init; }
}

/// <summary>One experiment.</summary>
internal sealed record ExperimentResponse
{
    public ExperimentMessage? Experiment { get; init; }
}

/// <summary>experiments/search.</summary>
internal sealed record SearchExperimentsRequest
{
    public long? MaxResults { get; init; }

    public string? PageToken { get; init; }

    public string? Filter { get; init; }

    public List<string>? OrderBy { get; init; }

    public string? ViewType { get; init; }
}

/// <summary>A page of experiments.</summary>
internal sealed record SearchExperimentsResponse
{
    public List<ExperimentMessage>? Experiments { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>experiments/update.</summary>
internal sealed record UpdateExperimentRequest
{
    public string? ExperimentId { get; init; }

    public string? NewName { get; init; }
}

/// <summary>experiments/set-experiment-tag and delete-experiment-tag.</summary>
internal sealed record ExperimentTagRequest
{
    public string? ExperimentId { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>experiments/search-datasets.</summary>
internal sealed record SearchDatasetsRequest
{
    public List<string>? ExperimentIds { get; init; }
}

/// <summary>A data set that runs read.</summary>
internal sealed record DatasetSummaryMessage
{
    public string? ExperimentId { get; init; }

    public string? Name { get; init; }

    public string? Digest { get; init; }

    public string? Context { get; init; }
}

/// <summary>The data sets found.</summary>
internal sealed record SearchDatasetsResponse
{
    public List<DatasetSummaryMessage>? DatasetSummaries { get; init; }
}

/// <summary>An answer without content, and a request that has none.</summary>
internal sealed record EmptyMessage;
