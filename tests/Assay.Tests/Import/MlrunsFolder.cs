using System.Globalization;
using System.Text;

namespace Assay.Tests.Import;

/// <summary>Writes an mlruns folder file by file, as MLflow's file store of the various versions does.</summary>
internal sealed class MlrunsFolder(string root)
{
    public const string Run1 = "11111111111111111111111111111111";
    public const string Run2 = "22222222222222222222222222222222";
    public const string Run3 = "33333333333333333333333333333333";
    public const string Model1 = "m-44444444444444444444444444444444";

    public string Root => root;

    public string this[string path] => Path.Combine(root, path);

    /// <summary>Writes a file with the folders on the way to it.</summary>
    public MlrunsFolder Write(string path, string content)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content, new UTF8Encoding(false));
        return this;
    }

    /// <summary>The meta file of an experiment as 2.x and 3.x write it.</summary>
    public MlrunsFolder Experiment(string id, string name, string folder = "") => Write($"{folder}{id}/meta.yaml", $"""
        artifact_location: file:///home/ana/lab/mlruns/{id}
        creation_time: 1700000000000
        experiment_id: '{id}'
        last_update_time: 1700000000001
        lifecycle_stage: {(folder.Length == 0 ? "active" : "deleted")}
        name: {name}

        """);

    /// <summary>The meta file of a run as 2.x writes it, with what is given instead.</summary>
    public MlrunsFolder Run(string experiment, string id, string name = "r", string status = "3", string end = "1700000009000", string stage = "active", string? uri = null) =>
        Write($"{experiment}/{id}/meta.yaml", $"""
            artifact_uri: {uri ?? $"file:///home/ana/lab/mlruns/{experiment}/{id}/artifacts"}
            end_time: {end}
            entry_point_name: ''
            experiment_id: '{experiment}'
            lifecycle_stage: {stage}
            run_id: {id}
            run_name: {name}
            run_uuid: {id}
            source_name: ''
            source_type: 4
            source_version: ''
            start_time: 1700000001000
            status: {status}
            tags: []
            user_id: ana

            """);

    public MlrunsFolder Points(string run, string key, params (long Timestamp, string Value, long Step)[] points) => Write(
        $"{run}/metrics/{key}",
        string.Concat(points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Timestamp} {point.Value} {point.Step}\n"))));

    /// <summary>An experiment with three runs that have a little of everything of 2.x.</summary>
    public MlrunsFolder Small()
    {
        Experiment("0", "Default").Experiment("7", "lab").Write("7/tags/mlflow.note.content", "two\nlines");
        foreach (var (run, i) in new[] { (Run1, 1), (Run2, 2), (Run3, 3) })
        {
            Run("7", run, $"run {i}");
            for (var key = 0; key < 3; key++)
            {
                Write($"7/{run}/params/p{key}", $"value {i}").Write($"7/{run}/tags/t{key}", "");
                Points($"7/{run}", $"m/{key}", [.. Enumerable.Range(0, 10).Select(step => (1_700_000_000_000L + step, $"{step * i}.5", (long)step))]);
            }

            Write($"7/{run}/artifacts/model/MLmodel", $"flavors: {i}").Write($"7/{run}/artifacts/a.txt", "abc");
        }

        return this;
    }
}
