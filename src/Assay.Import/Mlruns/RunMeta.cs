using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>A run's <c>meta.yaml</c>, as the versions since 0.8 have written it.</summary>
internal static class RunMeta
{
    private const string NameTag = "mlflow.runName";
    private const string UserTag = "mlflow.user";

    public static Run Read(Meta meta, string folderName, List<Tag> tags)
    {
        // Before 1.1 a run's id was its run_uuid alone.
        var runId = meta.Filled("run_id") ?? meta.Filled("run_uuid") ?? throw new DamagedException("meta.yaml: it has neither run_id nor run_uuid");
        if (runId != folderName)
        {
            throw new DamagedException($"meta.yaml: it is of run {runId}, and the folder of run {folderName}");
        }

        AddSource(meta, tags);
        return new Run
        {
            RunId = runId,
            ExperimentId = "",
            RunName = meta.Filled("run_name") ?? Find(tags, NameTag) ?? meta.Filled("name") ?? "",
            UserId = meta.Filled("user_id") ?? Find(tags, UserTag) ?? "",
            Status = Status(meta.Filled("status")),
            StartTime = meta.Integer("start_time") ?? meta.Integer("end_time") ?? 0,
            EndTime = meta.Integer("end_time"),
            LifecycleStage = Stage(meta),
            ArtifactUri = meta.Text("artifact_uri") ?? "",
            Tags = tags,
        };
    }

    public static LifecycleStage Stage(Meta meta) => meta.Filled("lifecycle_stage") switch
    {
        null or "active" => LifecycleStage.Active,
        "deleted" => LifecycleStage.Deleted,
        var other => throw new DamagedException($"meta.yaml: lifecycle_stage: '{other}' is neither active nor deleted"),
    };

    /// <summary>A run that says nothing of its status is under way, as MLflow has it.</summary>
    private static RunStatus Status(string? status) => status switch
    {
        null or "1" or "RUNNING" => RunStatus.Running,
        "2" or "SCHEDULED" => RunStatus.Scheduled,
        "3" or "FINISHED" => RunStatus.Finished,
        "4" or "FAILED" => RunStatus.Failed,
        "5" or "KILLED" => RunStatus.Killed,
        _ => throw new DamagedException($"meta.yaml: status: '{status}' is none"),
    };

    /// <summary>What old versions kept of a run's source beside the run has long been kept in notes.</summary>
    private static void AddSource(Meta meta, List<Tag> tags)
    {
        if (meta.Filled("source_name") is not { } name)
        {
            return;
        }

        Add("mlflow.source.name", name);
        Add("mlflow.source.type", meta.Filled("source_type") switch
        {
            "1" or "NOTEBOOK" => "NOTEBOOK",
            "2" or "JOB" => "JOB",
            "3" or "PROJECT" => "PROJECT",
            "4" or "LOCAL" => "LOCAL",
            _ => null,
        });
        Add("mlflow.source.git.commit", meta.Filled("source_version"));
        Add("mlflow.project.entryPoint", meta.Filled("entry_point_name"));

        void Add(string key, string? value)
        {
            if (value is not null && Find(tags, key) is null)
            {
                tags.Add(new Tag(key, value));
            }
        }
    }

    private static string? Find(List<Tag> tags, string key) => tags.Find(tag => tag.Key == key)?.Value is { Length: > 0 } value ? value : null;
}
