using Assay.Tracking;

namespace Assay;

/// <summary>
/// One thing that was done with a source's rows before they are evaluated: rows chosen, or values cut. It stands in the run's settings and in
/// the source of its data set.
/// </summary>
/// <param name="Settings">What and how, in the names of the command line: <c>sample</c> = 100, <c>seed</c> = 1.</param>
public sealed record DatasetStep(IReadOnlyList<Param> Settings);
