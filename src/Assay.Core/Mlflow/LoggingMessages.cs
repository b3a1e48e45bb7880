namespace Assay.Mlflow;

/// <summary>runs/log-metric.</summary>
internal sealed record LogMetricRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? Key { get; init; }

    public double? Value { get; init; }

    public long? Timestamp { get; init; }

    public long? Step { get; init; }

    public string? ModelId { get; init; }

    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }
}

/// <summary>runs/log-parameter.</summary>
internal sealed record LogParamRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>runs/set-tag and delete-tag.</summary>
internal sealed record RunTagRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>runs/log-batch.</summary>
internal sealed record LogBatchRequest
{
    public string? RunId { get; init; }

    public List<MetricMessage>? Metrics { get; init; }

    public List<ParamMessage>? Params { get; init; }

    public List<TagMessage>? Tags { get; init; }
}

/// <summary>runs/log-model, of the older clients.</summary>
internal sealed record LogModelRequest
{
    public string? RunId { get; init; }

    public string? ModelJson { get; init; }
}

/// <summary>runs/log-inputs.</summary>
internal sealed record LogInputsRequest
{
    public string? RunId { get; init; }

    public List<DatasetInputMessage>? Datasets { get; init; }

    public List<ModelInputMessage>? Models { get; init; }
}

/// <summary>runs/outputs.</summary>
internal sealed record LogOutputsRequest
{
    public string? RunId { get; init; }

    public List<ModelOutputMessage>? Models { get; init; }
}

/// <summary>metrics/get-history.</summary>
internal sealed record GetHistoryRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? MetricKey { get; init; }

    public string? PageToken { get; init; }

    public long? MaxResults { get; init; }
}

/// <summary>A page of a history.</summary>
internal sealed record GetHistoryResponse
{
    public List<MetricMessage>? Metrics { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>metrics/get-history-bulk-interval.</summary>
internal sealed record GetHistoryBulkIntervalRequest
{
    public List<string>? RunIds { get; init; }

    public string? MetricKey { get; init; }

    public long? StartStep { get; init; }

    public long? EndStep { get; init; }

    public long? MaxResults { get; init; }
}

/// <summary>Points of several runs.</summary>
internal sealed record GetHistoryBulkIntervalResponse
{
    public List<MetricMessage>? Metrics { get; init; }
}
