namespace Assay.Grids;

/// <summary>A cell, and its evaluation once it was checked.</summary>
internal sealed record PlannedCell(GridCell Cell, PreparedEvaluation Prepared);
