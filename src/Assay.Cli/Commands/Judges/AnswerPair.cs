namespace Assay.Cli.Commands.Judges;

/// <summary>Two answers to one question.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Input">What was asked.</param>
/// <param name="Reference">What was expected.</param>
/// <param name="A">The one answer.</param>
/// <param name="B">The other.</param>
internal sealed record AnswerPair(string Id, string? Input, string? Reference, string A, string B);
