using Assay.LoggedModels;
using Assay.Tracking;

namespace Assay.Mlflow;

/// <summary>Logged models as messages, in both directions.</summary>
internal static class LoggedModelMapping
{
    public static LoggedModelMessage ToMessage(this LoggedModel model) => new()
    {
        Info = new()
        {
            ModelId = model.ModelId,
            ExperimentId = model.ExperimentId,
            Name = model.Name,
            CreationTimestampMs = model.CreationTime,
            LastUpdatedTimestampMs = model.LastUpdateTime,
            ArtifactUri = model.ArtifactUri,
            Status = MlflowNames.Of(model.Status),
            StatusMessage = model.StatusMessage,
            ModelType = model.ModelType,
            SourceRunId = model.SourceRunId,
            Tags = model.Tags.ToMessages(RunMapping.ToMessage),
        },
        Data = new()
        {
            Params = model.Params.ToMessages(RunMapping.ToMessage),
            Metrics = model.Metrics.ToMessages(metric => metric.Metric.ToMessage() with { RunId = metric.RunId }),
        },
    };

    public static LoggedModel ToLoggedModel(this LoggedModelMessage message)
    {
        var info = message.Info ?? new();
        return new()
        {
            ModelId = info.ModelId ?? "",
            ExperimentId = info.ExperimentId ?? "",
            Name = info.Name ?? "",
            ArtifactUri = info.ArtifactUri ?? "",
            CreationTime = info.CreationTimestampMs ?? 0,
            LastUpdateTime = info.LastUpdatedTimestampMs ?? 0,
            Status = MlflowNames.ModelStatus(info.Status) ?? LoggedModelStatus.Unspecified,
            StatusMessage = info.StatusMessage,
            ModelType = info.ModelType,
            SourceRunId = info.SourceRunId,
            Tags = info.Tags.ToEntities(RunMapping.ToTag),
            Params = (message.Data?.Params).ToEntities(RunMapping.ToParam),
            Metrics = (message.Data?.Metrics).ToEntities(metric => new RunMetric(metric.RunId ?? "", metric.ToMetric())),
        };
    }
}
