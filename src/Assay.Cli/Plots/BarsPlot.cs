using System.Text.Json;
using Assay.Charts;
using Assay.Formats;

namespace Assay.Cli.Plots;

/// <summary>Figures side by side, each with its interval.</summary>
internal sealed class BarsPlot : IPlot
{
    private const int BarWidth = 28;

    private readonly BarFigure _figure;

    public BarsPlot(string title, IReadOnlyList<PlottedBar> bars, IReadOnlyList<string> found, IReadOnlyList<string> notes, string? unit = null, bool areShares = false)
    {
        (Title, Found, Notes) = (title, found, notes);
        var reached = bars.SelectMany(bar => new[] { bar.Value, bar.Interval?.Low, bar.Interval?.High }).OfType<double>().Where(double.IsFinite).Append(0).ToList();
        var (low, high) = (reached.Min(), reached.Max());
        high = areShares || low == high ? 1 : high;
        _figure = new BarFigure
        {
            Bars = [.. bars.Select(bar => new Bar(
                bar.Name, bar.Value is { } value && double.IsFinite(value) ? value : null, PlotText.Ends(bar.Interval, low, high), bar.Label, bar.IsBest))],
            Low = low,
            High = high,
            Title = title,
            Unit = unit,
            Number = PlotText.Numbers.Number,
        };
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => BarChart.Render(_figure);

    public void WriteText()
    {
        PlotText.WriteTable([false, false, false], _figure.Bars.Select(bar => new[]
        {
            PlotText.Name((bar.IsMarked ? "★ " : "") + bar.Name), bar.Value is { } value ? TextBar.Line(value, bar.Interval, _figure.Low, _figure.High, BarWidth) : "", bar.Label,
        }));
        if (_figure.Bars.Any(bar => bar.Interval is not null))
        {
            Console.WriteLine("▓░ from end to end of the interval");
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("bars");
        foreach (var bar in _figure.Bars)
        {
            json.WriteStartObject();
            json.WriteString("name", bar.Name);
            json.WritePropertyName("value");
            json.WriteFigure(bar.Value);
            WriteInterval(json, bar.Interval);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteInterval(Utf8JsonWriter json, (double Low, double High)? interval)
    {
        if (interval is not { } ends)
        {
            json.WriteNull("interval");
            return;
        }

        json.WriteStartArray("interval");
        json.WriteFigure(ends.Low);
        json.WriteFigure(ends.High);
        json.WriteEndArray();
    }
}
