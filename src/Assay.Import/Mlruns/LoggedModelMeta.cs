using Assay.LoggedModels;

namespace Assay.Import.Mlruns;

/// <summary>A logged model's <c>meta.yaml</c>.</summary>
internal static class LoggedModelMeta
{
    public static LoggedModel Read(Meta meta, string experimentId) => new()
    {
        ModelId = meta.Filled("model_id") ?? throw new DamagedException("meta.yaml: it has no model_id"),
        ExperimentId = experimentId,
        Name = meta.Filled("name") ?? throw new DamagedException("meta.yaml: it has no name"),
        ArtifactUri = meta.Text("artifact_location") ?? "",
        CreationTime = meta.Integer("creation_timestamp") ?? 0,
        LastUpdateTime = meta.Integer("last_updated_timestamp") ?? 0,
        Status = meta.Filled("status") switch
        {
            "1" or "PENDING" or "LOGGED_MODEL_PENDING" => LoggedModelStatus.Pending,
            "2" or "READY" or "LOGGED_MODEL_READY" => LoggedModelStatus.Ready,
            "3" or "FAILED" or "LOGGED_MODEL_UPLOAD_FAILED" => LoggedModelStatus.UploadFailed,
            _ => LoggedModelStatus.Unspecified,
        },
        StatusMessage = meta.Filled("status_message"),
        ModelType = meta.Filled("model_type"),
        SourceRunId = meta.Filled("source_run_id"),
    };
}
