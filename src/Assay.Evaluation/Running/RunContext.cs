using Assay.Statistics;

namespace Assay.Running;

/// <summary>What figures need to know of a run beside the scores.</summary>
/// <param name="Intervals">How intervals are wanted.</param>
/// <param name="Groups">Which rows belong together; null when each is on its own.</param>
/// <param name="Ids">The rows' names, by place; empty unless rows are asked several times.</param>
internal sealed record RunContext(IntervalOptions Intervals, RowLabels? Groups = null, IReadOnlyList<string?>? Ids = null);
