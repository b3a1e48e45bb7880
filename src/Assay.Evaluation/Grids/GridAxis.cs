namespace Assay.Grids;

/// <summary>The names of a grid's axes, as its file, its runs' parameters and its tables have them.</summary>
internal static class GridAxis
{
    public const string Model = "model";
    public const string Prompt = "prompt";
    public const string System = "system";
    public const string Temperature = "temperature";
    public const string MaxTokens = "max_tokens";
    public const string Data = "data";
}
