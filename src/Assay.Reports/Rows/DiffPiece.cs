namespace Assay.Reports.Rows;

/// <summary>A part of a text that the other text has too, or has not.</summary>
internal readonly record struct DiffPiece(string Text, bool Changed);
