namespace Assay.Wire;

/// <summary>A tool that a model asks for.</summary>
internal sealed record ToolCallMessage
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Arguments { get; init; }
}

/// <summary>Tokens of a call.</summary>
internal sealed record TokenUsageMessage
{
    public long? Input { get; init; }

    public long? Output { get; init; }

    public long? Cached { get; init; }

    public long? Reasoning { get; init; }
}

/// <summary>What a model answered.</summary>
internal sealed record AnswerMessage
{
    public string? Text { get; init; }

    public List<ToolCallMessage>? ToolCalls { get; init; }

    public string? FinishReason { get; init; }

    public string? Refusal { get; init; }

    public List<string>? FilteredFor { get; init; }

    public TokenUsageMessage? Usage { get; init; }

    public string? Model { get; init; }
}

/// <summary>What a scorer said of a row.</summary>
internal sealed record RowScoreMessage
{
    public string? Scorer { get; init; }

    public double? Value { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A row of an evaluation.</summary>
internal sealed record EvaluationRowMessage
{
    public string? RowId { get; init; }

    public int? Repeat { get; init; }

    public long? Index { get; init; }

    public string? Digest { get; init; }

    public string? Fields { get; init; }

    public string? Input { get; init; }

    public string? Reference { get; init; }

    public AnswerMessage? Answer { get; init; }

    public string? Error { get; init; }

    public double? LatencySeconds { get; init; }

    public List<RowScoreMessage>? Scores { get; init; }

    public string? TraceId { get; init; }
}

/// <summary>Rows to be written.</summary>
internal sealed record AppendRowsRequest
{
    public List<EvaluationRowMessage>? Rows { get; init; }
}

/// <summary>A page of rows.</summary>
internal sealed record ReadRowsResponse
{
    public List<EvaluationRowMessage>? Rows { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>A line of the keys of all rows.</summary>
internal sealed record RowKeyMessage
{
    public string? RowId { get; init; }

    public int? Repeat { get; init; }

    public string? Digest { get; init; }

    public bool? Failed { get; init; }
}

/// <summary>How many rows there are.</summary>
internal sealed record RowCountsMessage
{
    public long? Total { get; init; }

    public long? Failed { get; init; }
}

/// <summary>How many rows a search finds.</summary>
internal sealed record RowMatchesMessage
{
    public long? Matches { get; init; }
}

/// <summary>Bounds on a score, in the parameter <c>scores</c> of a search.</summary>
internal sealed record ScoreBoundMessage
{
    public string? Scorer { get; init; }

    public double? AtLeast { get; init; }

    public double? AtMost { get; init; }

    public bool? Missing { get; init; }
}
