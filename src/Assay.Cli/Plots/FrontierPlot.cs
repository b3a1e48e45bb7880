using System.Text.Json;
using Assay.Charts;
using Assay.Formats;
using Assay.Grids;
using Assay.Reports.Figures;

namespace Assay.Cli.Plots;

/// <summary>The cells of a grid: quality against what it costs, in money or in time.</summary>
internal sealed class FrontierPlot : IPlot
{
    private const int Columns = 78, Lines = 16;

    private readonly ScatterFigure _figure;

    public FrontierPlot(GridSummary grid, PlotKind kind)
    {
        var isCost = kind == PlotKind.Cost;
        Func<GridCellResult, double?> price = isCost ? cell => cell.CostUsd : cell => cell.LatencySeconds;
        var cells = grid.Cells.Where(cell => cell.Value is { } value && double.IsFinite(value) && price(cell) is not null).ToList();
        if (cells.Count == 0)
        {
            throw new BadInputException($"--kind {(isCost ? "cost" : "time")}: no cell of {grid.RunName} has both a score and a {(isCost ? "cost" : "time")}"
                + (isCost ? "; a price is needed for each model (--price), and its token counts" : "; recorded answers take none"));
        }

        var unit = isCost ? "US$" : "s a call";
        Title = $"{grid.ChosenBy} {FigureFormat.Sign(grid.Direction)} against {(isCost ? "cost" : "time")}: {grid.RunName}";
        Found = ["Filled and numbered: no other cell is at least as good for less"];
        var hidden = grid.Cells.Count - cells.Count;
        Notes =
        [
            $"Intervals at {PlotText.Format.Confidence(grid.Confidence)} %, of each cell by itself{(isCost ? $"; prices of {grid.PricesOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : "")}",
            .. hidden > 0 ? new[] { $"{hidden} cells without a score or a {(isCost ? "cost" : "time")} are not shown" } : [],
        ];
        _figure = new ScatterFigure
        {
            Points = [.. cells.Select(cell => new ScatterPoint(
                cell.Name, price(cell)!.Value, cell.Value!.Value, PlotText.Ends(cell.Interval, cell.Value.Value, cell.Value.Value),
                isCost ? cell.IsCheapestForItsQuality : cell.IsFastestForItsQuality,
                $"{PlotText.Numbers.Significant(cell.Value.Value)}, {PlotText.Numbers.Significant(price(cell)!.Value)} {unit}"))],
            XLabel = isCost ? "cost, US$" : "seconds a call",
            YLabel = grid.ChosenBy ?? "",
            Title = Title,
            Number = PlotText.Numbers.Number,
        };
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => ScatterChart.Render(_figure);

    public void WriteText()
    {
        foreach (var line in TextScatter.Lines(_figure, Columns, Lines))
        {
            Console.WriteLine(Output.Terminal.Printable(line));
        }

        var frontier = _figure.Points.Where(point => point.IsOnFrontier).OrderBy(point => point.X).ToList();
        PlotText.WriteTable([false, false, false], frontier.Select((point, i) => new[] { $"{TextScatter.Sign(i)}", ShortText.Middle(Output.Terminal.Printable(point.Name), 44), point.Label }));
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("x", _figure.XLabel);
        json.WriteString("y", _figure.YLabel);
        json.WriteStartArray("points");
        foreach (var point in _figure.Points)
        {
            json.WriteStartObject();
            json.WriteString("name", point.Name);
            json.WritePropertyName("x");
            json.WriteFigure(point.X);
            json.WritePropertyName("y");
            json.WriteFigure(point.Y);
            BarsPlot.WriteInterval(json, point.Interval);
            json.WriteBoolean("on_frontier", point.IsOnFrontier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
