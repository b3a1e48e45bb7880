namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how far a grid is; nothing where standard error is no terminal.</summary>
internal sealed class GridProgressLine : IProgress<GridProgress>, IDisposable
{
    private readonly StatusLine _line = new();

    /// <summary>The parent run, once it is known.</summary>
    public string? RunId { get; private set; }

    public void Report(GridProgress value)
    {
        RunId = value.RunId;
        _line.Show(() => Describe(value), isLast: value.Done >= value.Rows);
    }

    public void Dispose() => _line.Dispose();

    internal static string Describe(GridProgress value)
    {
        var failed = value.Failed > 0 ? FormattableString.Invariant($", {value.Failed:N0} failed") : "";
        var left = value.Done > 0 && value.Done < value.Rows
            ? $", {TimeSpan.FromSeconds(Math.Round(value.Elapsed.TotalSeconds / value.Done * (value.Rows - value.Done))):g} left"
            : "";
        return FormattableString.Invariant($"cell {value.Cell} of {value.Cells} ({Terminal.Printable(value.Name)}), {value.Done:N0} of {value.Rows:N0} rows{failed}{left}");
    }
}
