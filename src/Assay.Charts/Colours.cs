namespace Assay.Charts;

/// <summary>The page's colours by name, and what a picture on its own falls back to.</summary>
internal static class Colours
{
    public const string Text = "var(--chart-text,#525964)";
    public const string Bar = "var(--chart-bar,#3d6f9e)";
    public const string Axis = "var(--chart-axis,#8b929c)";
    public const string Grid = "var(--chart-grid,#e6e8eb)";
    public const string Mark = "var(--chart-mark,#9a5b00)";
}
