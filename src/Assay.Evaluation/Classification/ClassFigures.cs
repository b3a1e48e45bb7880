namespace Assay.Classification;

/// <summary>Precision, recall and F, each 0 to 1, higher is better.</summary>
/// <param name="Precision">Of the rows said to be of the class, the share that are.</param>
/// <param name="Recall">Of the rows of the class, the share that were found.</param>
/// <param name="F">Their harmonic mean, weighted by beta.</param>
public readonly record struct ClassFigures(double Precision, double Recall, double F);
