using Assay.LoggedModels;
using Assay.Results;
using Assay.Tracking;
using Assay.Web.Artifacts;

namespace Assay.Web.Runs;

/// <summary>What a run's first page shows.</summary>
public sealed record RunOverview
{
    /// <summary>The run.</summary>
    public required RunVisit Visit { get; init; }

    /// <summary>What its evaluation found; null when it was none, or did not end.</summary>
    public EvaluationSummary? Summary { get; init; }

    /// <summary>A few of its rows; null when it has none.</summary>
    public RowExcerpt? Rows { get; init; }

    /// <summary>Rows that another program's evaluation left in a file; null when there are none, or the store holds rows.</summary>
    public TabularText? LoggedRows { get; init; }

    /// <summary>Metrics that are no figures of the evaluation.</summary>
    public required KeyedPart<Metric> Metrics { get; init; }

    /// <summary>Settings.</summary>
    public required KeyedPart<Param> Params { get; init; }

    /// <summary>The same metrics of other runs of the experiment.</summary>
    public required SiblingValues Siblings { get; init; }

    /// <summary>The run that this one is a part of.</summary>
    public Run? Parent { get; init; }

    /// <summary>Runs that are parts of this one.</summary>
    public IReadOnlyList<Run> Children { get; init; } = [];

    /// <summary>Whether there are more than are listed.</summary>
    public bool HasMoreChildren { get; init; }

    /// <summary>Models that it made or read, as far as they are still there.</summary>
    public IReadOnlyList<LoggedModel> Models { get; init; } = [];

    /// <summary>The run itself.</summary>
    public Run Run => Visit.Run;
}
