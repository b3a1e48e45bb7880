using Assay.Comparisons;
using Assay.Grids;
using Assay.Results;

namespace Assay.Cli.Plots;

/// <summary>A run as a chart needs it: its name, and what it found as an evaluation or as a grid.</summary>
internal sealed record PlottedRun(string Id, string Name, EvaluationSummary? Summary, GridSummary? Grid)
{
    /// <summary>What it found. Throws <see cref="BadInputException"/> when it is no evaluation that has ended.</summary>
    public EvaluationSummary Evaluation => Summary ?? throw new BadInputException(Grid is null
        ? $"the run {Id} ({Name}) is not an evaluation that has ended; 'assay show {Id}' shows what it has"
        : $"the run {Id} ({Name}) is a grid; name one of its cells' runs, or take --kind bars, cost or time");

    public static async Task<PlottedRun> FindAsync(IAssayStore store, string name, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(store.Tracking, name, cancellationToken).ConfigureAwait(false);
        var summary = await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false);
        var grid = summary is null ? await GridArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false) : null;
        return new PlottedRun(run.RunId, run.RunName, summary, grid);
    }
}
