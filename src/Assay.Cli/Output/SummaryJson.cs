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
        WriteIntervals(json, summary.Confidence, figures);
        WriteScored(json, summary);
        WriteRepeats(json, summary);
        WriteJudging(json, summary);
        WriteGates(json, summary);
        WriteRows(json, summary.Rows);
        if (summary is { CostUsd: { } cost, PricesOf: { } day })
        {
            json.WriteNumber("cost_usd", cost);
            json.WriteString("prices_of", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteStartArray("warnings");
        foreach (var warning in summary.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>An open end is null.</summary>
    private static void WriteIntervals(Utf8JsonWriter json, double confidence, IReadOnlyList<AggregateResult> figures)
    {
        json.WriteNumber("confidence", confidence);
        json.WriteStartObject("intervals");
        foreach (var figure in figures)
        {
            if (figure.Interval is { } interval)
            {
                json.WriteStartArray(figure.Key);
                json.WriteFigure(double.IsInfinity(interval.Low) ? null : interval.Low);
                json.WriteFigure(double.IsInfinity(interval.High) ? null : interval.High);
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
        WriteTexts(json, "interval_methods", figures.Where(figure => figure.Method is not null).Select(figure => (figure.Key, figure.Method!)));
        WriteTexts(json, "interval_notes", figures.Where(figure => figure.WhyNoInterval is not null).Select(figure => (figure.Key, figure.WhyNoInterval!)));
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<(string Key, string Text)> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in texts)
        {
            json.WriteString(key, text);
        }

        json.WriteEndObject();
    }

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

    private static void WriteRepeats(Utf8JsonWriter json, EvaluationSummary summary)
    {
        if (summary.Rows.Repeats == 1)
        {
            return;
        }

        json.WriteStartObject("repeats");
        foreach (var (name, repeats) in summary.Scorers.Where(scorer => scorer.Repeats is not null).Select(scorer => (scorer.Scorer.Name, scorer.Repeats!)))
        {
            json.WriteStartObject(name);
            json.WriteNumber("question_variance", repeats.QuestionVariance);
            json.WriteNumber("noise_variance", repeats.NoiseVariance);
            json.WriteNumber("standard_error", repeats.StandardError);
            json.WriteNumber("with_twice_the_rows", repeats.WithTwiceTheRows);
            json.WriteNumber("with_twice_the_repeats", repeats.WithTwiceTheRepeats);
            json.WriteNumber("flaky", repeats.Flaky);
            json.WriteStartArray("flaky_rows");
            foreach (var row in repeats.FlakyRows)
            {
                json.WriteStringValue(row.RowId);
            }

            json.WriteEndArray();
            json.WriteString("advice", repeats.Advice);
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
            if (gate.Detail is { } detail) json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, RowCounts rows)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("total", rows.Total);
        json.WriteNumber("repeats", rows.Repeats);
        json.WriteNumber("failed", rows.Failed);
        json.WriteNumber("resumed", rows.Resumed);
        json.WriteNumber("refused", rows.Refused);
        json.WriteNumber("filtered", rows.Filtered);
        json.WriteNumber("truncated", rows.Truncated);
        json.WriteEndObject();
    }
}
