namespace Assay.Charts;

/// <summary>The page's colours by name, and what a picture on its own falls back to.</summary>
internal static class Colours
{
    public const string Text = "var(--chart-text,#525964)";
    public const string Ink = "var(--text,#16191d)";
    public const string Paper = "var(--paper,#ffffff)";
    public const string Bar = "var(--chart-bar,#3d6f9e)";
    public const string Axis = "var(--chart-axis,#8b929c)";
    public const string Grid = "var(--chart-grid,#e6e8eb)";
    public const string Mark = "var(--chart-mark,#9a5b00)";

    /// <summary>The fallbacks, and what stands for each on a dark ground.</summary>
    public static IReadOnlyList<(string Light, string Dark)> OnDark { get; } =
    [
        ("#525964", "#a6aeb8"), ("#16191d", "#e7e9ec"), ("#ffffff", "#15181b"), ("#3d6f9e", "#6fa3d2"), ("#8b929c", "#7b838d"), ("#e6e8eb", "#2b3036"),
        ("#9a5b00", "#e8b863"),
    ];
}
