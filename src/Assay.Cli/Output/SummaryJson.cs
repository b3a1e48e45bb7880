using System.Text.Json;
using Assay.Formats;
using Assay.Judges.Calibration;
using Assay.Results;

namespace Assay.Cli.Output;

/// <summary>What <c>assay evaluate --json</c> prints: run, metrics, intervals, gates, rows.</summary>
internal static class SummaryJson
{
    public static void Write(EvaluationSummary summary) => JsonOutput.Write(json =>
    {
        var figures = summary.Scorers.SelectMany(scorer => scorer.Aggregates).ToList();
        json.WriteStartObject();
        json.WriteString("run_id", summary.RunId);
        json.WriteString("run_name", summary.RunName);
        json.WriteString("experiment", summary.Experiment);
        json.WriteString("status", summary.Status.ToString().ToUpperInvariant());
        json.WriteStartObject("metrics");
        foreach (var figure in figures)
        {
            json.WritePropertyName(figure.Key);
            json.WriteFigure(figure.Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("intervals");
        foreach (var figure in figures)
        {
            if (figure.Interval is { } interval)
            {
                json.WriteStartArray(figure.Key);
                json.WriteFigure(interval.Low);
                json.WriteFigure(interval.High);
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
        WriteScored(json, summary);
        WriteJudging(json, summary);
        WriteGates(json, summary);
        WriteRows(json, summary.Rows);
        json.WriteStartArray("warnings");
        foreach (var warning in summary.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteScored(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteStartObject("scored");
        foreach (var scorer in summary.Scorers)
        {
            json.WriteStartObject(scorer.Scorer.Name);
            json.WriteNumber("scored", scorer.Scored);
            json.WriteNumber("not_scored", scorer.NotScored.Sum(reason => reason.Rows));
            if (scorer.Scorer.Judge is { } judge)
            {
                json.WriteString("judge", judge.ToString());
                json.WriteString("calibration", scorer.Calibration?.ToString() ?? CalibrationNote.NotCalibrated);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteJudging(Utf8JsonWriter json, EvaluationSummary summary)
    {
        if (summary.Judging is { } spent)
        {
            json.WritePropertyName("judging");
            JudgeSpendingText.Write(json, spent);
        }
    }

    private static void WriteGates(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteStartArray("gates");
        foreach (var gate in summary.Gates)
        {
            json.WriteStartObject();
            json.WriteString("gate", gate.Gate);
            json.WritePropertyName("value");
            json.WriteFigure(gate.Value);
            json.WriteBoolean("passed", gate.Passed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, RowCounts rows)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("total", rows.Total);
        json.WriteNumber("failed", rows.Failed);
        json.WriteNumber("resumed", rows.Resumed);
        json.WriteNumber("refused", rows.Refused);
        json.WriteNumber("filtered", rows.Filtered);
        json.WriteNumber("truncated", rows.Truncated);
        json.WriteEndObject();
    }
}
