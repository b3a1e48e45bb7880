namespace Assay.Evaluations;

/// <summary>A page of an evaluation's rows.</summary>
public sealed record EvaluationRowQuery
{
    /// <summary>The run whose rows they are.</summary>
    public required string RunId { get; init; }

    /// <summary>Only rows of this id.</summary>
    public string? RowId { get; init; }

    /// <summary>Only answers of this number; null for all.</summary>
    public int? Repeat { get; init; }

    /// <summary>Only rows that failed (true), or only those that did not (false).</summary>
    public bool? Failed { get; init; }

    /// <summary>Only rows of which this became; null for all.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>Only rows whose input, reference, answer or error holds this text, letters of either case.</summary>
    public string? Contains { get; init; }

    /// <summary>Only rows whose score lies in these bounds.</summary>
    public IReadOnlyList<ScoreBound> Scores { get; init; } = [];

    /// <summary>Only rows that this scorer gave no value: it could not, or was never asked.</summary>
    public string? Unscored { get; init; }

    /// <summary>The scorer to sort by; null to sort by the row's place in the data set. Rows without that score come last.</summary>
    public string? OrderByScorer { get; init; }

    /// <summary>Largest first.</summary>
    public bool Descending { get; init; }

    /// <summary>1 to 10,000. Walking all rows in the order of a score sorts them for each page anew: take large ones.</summary>
    public int MaxResults { get; init; } = 1000;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
