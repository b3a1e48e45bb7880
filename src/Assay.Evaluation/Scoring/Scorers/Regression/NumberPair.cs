namespace Assay.Scoring.Scorers.Regression;

/// <summary>What a row adds to the figures of numbers: what was expected and what was given.</summary>
internal sealed record NumberPair(double Truth, double Predicted);
