namespace Assay.Filters;

/// <summary>A part of a filter's text.</summary>
/// <param name="Start">Its first letter.</param>
/// <param name="End">Behind its last.</param>
internal readonly record struct FilterPlace(int Start, int End)
{
    public string In(string source) => source[Start..End];
}
