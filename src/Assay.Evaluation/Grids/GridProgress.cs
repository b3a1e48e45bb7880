namespace Assay;

/// <summary>How far a grid is.</summary>
/// <param name="RunId">The parent run.</param>
/// <param name="Cells">How many cells there are.</param>
/// <param name="Cell">The number of the cell that runs, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows of all cells together.</param>
/// <param name="Done">Rows that are done, in all cells.</param>
/// <param name="Failed">Those of them that failed.</param>
/// <param name="Elapsed">Since the start.</param>
public readonly record struct GridProgress(string RunId, int Cells, int Cell, string Name, long Rows, long Done, long Failed, TimeSpan Elapsed);
