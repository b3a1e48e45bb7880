using System.Globalization;
using Assay.Storage.Maintenance;

namespace Assay.Cli.Output;

/// <summary>What <c>assay gc</c> says when it is done.</summary>
internal static class GarbageReport
{
    public static void Write(GarbageCount count, bool json)
    {
        if (json)
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("dry_run", true);
                WriteCounts(writer, count);
                writer.WriteEndObject();
            });
            return;
        }

        Console.Out.WriteLine(count.Total == 0 ? "The bin holds nothing to delete." : $"Would delete {Describe(count)}.");
    }

    public static void Write(GarbageSummary summary, bool json)
    {
        if (json)
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("dry_run", false);
                WriteCounts(writer, summary.Deleted);
                writer.WriteNumber("rows", summary.Rows);
                writer.WriteNumber("artifact_folders", summary.ArtifactFolders);
                writer.WriteStartArray("artifacts_left");
                foreach (var left in summary.Left)
                {
                    writer.WriteStartObject();
                    writer.WriteString("uri", left.Uri);
                    writer.WriteString("reason", left.Reason);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return;
        }

        Console.Out.WriteLine(summary.Deleted.Total + summary.ArtifactFolders == 0
            ? "The bin held nothing to delete."
            : $"Deleted {Describe(summary.Deleted)}: {Number(summary.Rows)} rows, {Count(summary.ArtifactFolders, "artifact folder")}.");
    }

    private static void WriteCounts(System.Text.Json.Utf8JsonWriter writer, GarbageCount count)
    {
        writer.WriteNumber("experiments", count.Experiments);
        writer.WriteNumber("runs", count.Runs);
        writer.WriteNumber("logged_models", count.LoggedModels);
    }

    private static string Describe(GarbageCount count) =>
        $"{Count(count.Experiments, "experiment")}, {Count(count.Runs, "run")} and {Count(count.LoggedModels, "logged model")}";

    private static string Count(long number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
