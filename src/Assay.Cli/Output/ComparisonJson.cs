using System.Text.Json;
using Assay.Comparisons;
using Assay.Formats;

namespace Assay.Cli.Output;

/// <summary>What <c>assay compare --json</c> prints.</summary>
internal static class ComparisonJson
{
    public static void Write(Comparison comparison) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        WriteList(json, "comparisons", comparison.Metrics, WriteMetric);
        WriteList(json, "rankings", comparison.Rankings, WriteRanking);
        WriteList(json, "runs", comparison.Runs, WriteRun);
        json.WriteNumber("shared_rows", comparison.SharedRows);
        json.WriteString("matched_by", comparison.ByContent ? "content" : "id");
        json.WriteNumber("confidence", comparison.Confidence);
        json.WritePropertyName("margin");
        json.WriteFigure(comparison.Margin);
        WriteTexts(json, "notes", comparison.Notes);
        json.WriteEndObject();
    });

    private static void WriteMetric(Utf8JsonWriter json, MetricComparison metric)
    {
        json.WriteString("metric", metric.Metric);
        json.WriteString("run_a", metric.RunA);
        json.WriteString("run_b", metric.RunB);
        WriteFigure(json, "a", metric.A);
        WriteFigure(json, "b", metric.B);
        WriteFigure(json, "difference", metric.Difference);
        if (metric.Interval.Interval is { } interval)
        {
            json.WriteStartArray("interval");
            json.WriteFigure(interval.Low);
            json.WriteFigure(interval.High);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("interval");
        }

        WriteFigure(json, "p", metric.P);
        WriteFigure(json, "p_adjusted", metric.PAdjusted);
        json.WriteString("verdict", VerdictWords.Of(metric.Verdict));
        json.WriteNumber("rows", metric.Rows);
        WriteMore(json, metric);
    }

    private static void WriteMore(Utf8JsonWriter json, MetricComparison metric)
    {
        json.WriteNumber("not_scored", metric.NotScored);
        json.WriteString("scorer", metric.Scorer);
        json.WriteString("direction", metric.Direction.ToString().ToLowerInvariant());
        json.WriteBoolean("primary", metric.IsPrimary);
        json.WriteString("test", metric.Test);
        json.WriteString("interval_method", metric.Interval.Method);
        json.WriteNumber("interval_confidence", metric.IntervalConfidence);
        json.WriteString("why_no_interval", metric.Interval.Reason);
        json.WriteStartObject("effect_sizes");
        foreach (var effect in metric.EffectSizes) WriteFigure(json, effect.Name, effect.Value);
        json.WriteEndObject();
        if (metric is { Gained: { } gained, Lost: { } lost })
        {
            json.WriteNumber("gained", gained);
            json.WriteNumber("lost", lost);
        }

        json.WritePropertyName("smallest_difference");
        json.WriteFigure(metric.SmallestDifference);
        WriteTexts(json, "notes", metric.Notes);
        WriteList(json, "changed_rows", metric.Changed, WriteChanged);
    }

    private static void WriteChanged(Utf8JsonWriter json, ChangedRow row)
    {
        json.WriteString("id", row.RowId);
        WriteFigure(json, "a", row.A);
        WriteFigure(json, "b", row.B);
        WriteFigure(json, "difference", row.Difference);
        json.WriteString("input", row.Input);
        json.WriteString("reference", row.Reference);
        json.WriteString("output_a", row.OutputA);
        json.WriteString("output_b", row.OutputB);
    }

    private static void WriteRanking(Utf8JsonWriter json, MetricRanking ranking)
    {
        json.WriteString("metric", ranking.Metric);
        json.WriteNumber("rows", ranking.Rows);
        WriteList(json, "runs", ranking.Runs, (target, run) =>
        {
            target.WriteString("run", run.Run);
            WriteFigure(target, "mean", run.Mean);
            WriteFigure(target, "first_share", run.FirstShare);
            target.WriteBoolean("may_be_best", run.MayBeBest);
        });
    }

    private static void WriteRun(Utf8JsonWriter json, ComparedRun run)
    {
        json.WriteString("run", run.Id);
        json.WriteString("name", run.Name);
        json.WriteNumber("rows", run.Rows);
        json.WriteNumber("unmatched_rows", run.Unmatched);
        json.WriteString("data_digest", run.DataDigest);
        json.WriteStartObject("settings");
        foreach (var setting in run.Settings) json.WriteString(setting.Key, setting.Value);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteFigure(value);
    }
}
