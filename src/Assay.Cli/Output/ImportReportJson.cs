using System.Text.Json;
using Assay.Import;

namespace Assay.Cli.Output;

/// <summary>What an import did, as JSON.</summary>
internal static class ImportReportJson
{
    public static void Write(ImportReport report, string from, string to, bool dryRun) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("from", from);
        json.WriteString("to", to);
        json.WriteBoolean("dry_run", dryRun);
        Write(json, "experiments", report.Experiments);
        Write(json, "runs", report.Runs);
        Write(json, "logged_models", report.LoggedModels);
        Write(json, "registered_models", report.RegisteredModels);
        Write(json, "model_versions", report.ModelVersions);
        json.WriteNumber("metric_points", report.Points);
        json.WriteNumber("artifact_files", report.Files);
        json.WriteNumber("artifact_bytes", report.Bytes);
        json.WriteNumber("traces_not_copied", report.Traces);
        json.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        json.WriteNumber("left_out", report.OmissionCount);
        json.WriteStartArray("omissions");
        foreach (var (what, reason) in report.Omissions)
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, ImportCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("copied", counts.Copied);
        json.WriteNumber("updated", counts.Updated);
        json.WriteNumber("already_there", counts.AlreadyThere);
        json.WriteNumber("skipped", counts.Skipped);
        json.WriteNumber("failed", counts.Failed);
        json.WriteEndObject();
    }
}
