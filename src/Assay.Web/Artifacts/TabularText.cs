namespace Assay.Web.Artifacts;

/// <summary>The beginning of a table.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="HasMore">Whether there are more.</param>
public sealed record TabularText(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasMore);
