namespace Assay.Reports.Rows;

/// <summary>A part of a text that the other text has too, or has not.</summary>
/// <param name="Text">The part.</param>
/// <param name="Changed">Whether the other has it not.</param>
public readonly record struct DiffPiece(string Text, bool Changed);
