using System.Text.Json;
using Assay.Formats;
using Assay.Tracking;

namespace Assay.Cli.Output;

/// <summary>Experiments and runs as JSON, with MLflow's field names.</summary>
internal static class EntityJson
{
    public static void Write(IEnumerable<Experiment> experiments) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var experiment in experiments)
        {
            json.WriteStartObject();
            json.WriteString("experiment_id", experiment.ExperimentId);
            json.WriteString("name", experiment.Name);
            json.WriteString("artifact_location", experiment.ArtifactLocation);
            json.WriteString("lifecycle_stage", experiment.LifecycleStage == LifecycleStage.Active ? "active" : "deleted");
            json.WriteNumber("creation_time", experiment.CreationTime);
            json.WriteNumber("last_update_time", experiment.LastUpdateTime);
            WritePairs(json, "tags", experiment.Tags.Select(tag => (tag.Key, tag.Value)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void Write(IEnumerable<(Experiment Experiment, Run Run)> runs) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var (_, run) in runs)
        {
            WriteRun(json, run);
        }

        json.WriteEndArray();
    });

    public static void Write(Run run) => JsonOutput.Write(json => WriteRun(json, run));

    private static void WriteRun(Utf8JsonWriter json, Run run)
    {
        json.WriteStartObject();
        json.WriteString("run_id", run.RunId);
        json.WriteString("run_name", run.RunName);
        json.WriteString("experiment_id", run.ExperimentId);
        json.WriteString("status", run.Status.ToString().ToUpperInvariant());
        json.WriteString("user_id", run.UserId);
        json.WriteNumber("start_time", run.StartTime);
        if (run.EndTime is { } end)
        {
            json.WriteNumber("end_time", end);
        }

        json.WriteString("lifecycle_stage", run.LifecycleStage == LifecycleStage.Active ? "active" : "deleted");
        json.WriteString("artifact_uri", run.ArtifactUri);
        json.WriteStartObject("metrics");
        foreach (var metric in run.Metrics)
        {
            json.WritePropertyName(metric.Key);
            json.WriteFigure(metric.Value);
        }

        json.WriteEndObject();
        WritePairs(json, "params", run.Params.Select(param => (param.Key, param.Value)));
        WritePairs(json, "tags", run.Tags.Select(tag => (tag.Key, tag.Value)));
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Key, string Value)> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in pairs)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
