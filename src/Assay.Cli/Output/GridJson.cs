using System.Text.Json;
using Assay.Formats;
using Assay.Grids;
using Assay.Statistics;

namespace Assay.Cli.Output;

/// <summary>What <c>assay evaluate GRID.yaml --json</c> prints.</summary>
internal static class GridJson
{
    public static void Write(GridSummary summary) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("run_id", summary.RunId);
        json.WriteString("run_name", summary.RunName);
        json.WriteString("experiment", summary.Experiment);
        json.WriteString("chosen_by", summary.ChosenBy);
        json.WriteNumber("confidence", summary.Confidence);
        json.WriteStartArray("cells");
        foreach (var cell in summary.Cells)
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
        WriteChoice(json, summary);
        WriteEffects(json, summary.Effects);
        WriteNumber(json, "cost_usd", summary.CostUsd);
        json.WriteString("prices_of", summary.PricesOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartArray("warnings");
        foreach (var warning in summary.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteCell(Utf8JsonWriter json, GridCellResult cell)
    {
        json.WriteStartObject();
        json.WriteString("run_id", cell.RunId);
        json.WriteString("name", cell.Name);
        json.WriteStartObject("options");
        foreach (var place in cell.Places)
        {
            json.WriteString(place.Axis, place.Option);
        }

        json.WriteEndObject();
        WriteNumber(json, "value", cell.Value);
        WriteInterval(json, cell.Interval);
        json.WriteNumber("scored", cell.Scored);
        json.WriteNumber("failed", cell.Failed);
        WriteNumber(json, "cost_usd", cell.CostUsd);
        WriteNumber(json, "latency_seconds", cell.LatencySeconds);
        json.WriteBoolean("cheapest_for_its_quality", cell.IsCheapestForItsQuality);
        json.WriteBoolean("fastest_for_its_quality", cell.IsFastestForItsQuality);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, GridSummary summary)
    {
        if (summary.Choice is not { } choice)
        {
            json.WriteNull("best");
            json.WriteString("why_no_best", summary.WhyNoChoice);
            return;
        }

        json.WriteStartObject("best");
        json.WriteString("name", choice.Name);
        json.WriteNumber("apparent", choice.Apparent);
        json.WriteNumber("corrected", choice.Corrected);
        WriteInterval(json, choice.Interval);
        json.WriteNumber("rows", choice.Rows);
        json.WriteStartArray("ranks");
        foreach (var rank in choice.Ranks)
        {
            json.WriteStartObject();
            json.WriteString("name", rank.Name);
            json.WriteNumber("mean", rank.Mean);
            json.WriteNumber("share_first", rank.ShareFirst);
            WriteNumber(json, "p_adjusted", rank.PAdjusted);
            json.WriteBoolean("tied_with_best", rank.IsTied);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEffects(Utf8JsonWriter json, IReadOnlyList<MainEffect> effects)
    {
        json.WriteStartArray("effects");
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("axis", effect.Axis);
            json.WriteString("option", effect.Option);
            json.WriteNumber("mean", effect.Mean);
            WriteNumber(json, "difference", effect.Difference);
            WriteInterval(json, effect.Interval);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInterval(Utf8JsonWriter json, Interval? interval)
    {
        if (interval is not { } given)
        {
            json.WriteNull("interval");
            return;
        }

        json.WriteStartArray("interval");
        json.WriteFigure(given.Low);
        json.WriteFigure(given.High);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        json.WriteFigure(value);
    }
}
