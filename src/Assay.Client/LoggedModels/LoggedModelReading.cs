using Assay.LoggedModels;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.LoggedModels;

/// <summary>Logged models, as they are read from messages.</summary>
internal static class LoggedModelReading
{
    public static LoggedModel ToModel(this LoggedModelMessage message)
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
            StatusMessage = Text(info.StatusMessage),
            ModelType = Text(info.ModelType),
            SourceRunId = Text(info.SourceRunId),
            Params = (message.Data?.Params).ToEntities(RunMapping.ToParam),
            Tags = info.Tags.ToEntities(RunMapping.ToTag),
            Metrics = (message.Data?.Metrics).ToEntities(metric => new RunMetric(metric.RunId ?? "", metric.ToMetric())),
        };
    }

    /// <summary>The protocol has no way to tell an empty text from none.</summary>
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
