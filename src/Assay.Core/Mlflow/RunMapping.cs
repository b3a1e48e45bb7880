using Assay.Tracking;

namespace Assay.Mlflow;

/// <summary>Runs and what is in them as messages, in both directions.</summary>
internal static class RunMapping
{
    public static RunMessage ToMessage(this Run run) => new()
    {
        Info = run.ToInfo(),
        Data = new()
        {
            Metrics = run.Metrics.ToMessages(ToMessage),
            Params = run.Params.ToMessages(ToMessage),
            Tags = run.Tags.ToMessages(ToMessage),
        },
        Inputs = new()
        {
            DatasetInputs = run.Inputs.ToMessages(ToMessage),
            ModelInputs = run.ModelInputs.ToMessages(id => new ModelInputMessage { ModelId = id }),
        },
        Outputs = new()
        {
            ModelOutputs = run.ModelOutputs.ToMessages(output => new ModelOutputMessage { ModelId = output.ModelId, Step = output.Step }),
        },
    };

    public static RunInfoMessage ToInfo(this Run run) => new()
    {
        RunUuid = run.RunId,
        RunId = run.RunId,
        ExperimentId = run.ExperimentId,
        RunName = run.RunName,
        UserId = run.UserId,
        Status = MlflowNames.Of(run.Status),
        StartTime = run.StartTime,
        EndTime = run.EndTime,
        ArtifactUri = run.ArtifactUri,
        LifecycleStage = MlflowNames.Of(run.LifecycleStage),
    };

    public static Run ToRun(this RunMessage message)
    {
        var info = message.Info ?? new();
        return new()
        {
            RunId = info.RunId ?? info.RunUuid ?? "",
            ExperimentId = info.ExperimentId ?? "",
            RunName = info.RunName ?? "",
            UserId = info.UserId ?? "",
            Status = MlflowNames.Status(info.Status) ?? RunStatus.Running,
            StartTime = info.StartTime ?? 0,
            EndTime = info.EndTime,
            LifecycleStage = MlflowNames.Stage(info.LifecycleStage) ?? LifecycleStage.Active,
            ArtifactUri = info.ArtifactUri ?? "",
            Metrics = (message.Data?.Metrics).ToEntities(ToMetric),
            Params = (message.Data?.Params).ToEntities(ToParam),
            Tags = (message.Data?.Tags).ToEntities(ToTag),
            Inputs = (message.Inputs?.DatasetInputs).ToEntities(ToInput),
            ModelInputs = (message.Inputs?.ModelInputs).ToEntities(input => input.ModelId ?? ""),
            ModelOutputs = (message.Outputs?.ModelOutputs).ToEntities(output => new ModelOutput(output.ModelId ?? "", output.Step ?? 0)),
        };
    }

    public static MetricMessage ToMessage(this Metric metric) => new()
    {
        Key = metric.Key,
        Value = metric.Value,
        Timestamp = metric.Timestamp,
        Step = metric.Step,
        ModelId = metric.ModelId,
        DatasetName = metric.DatasetName,
        DatasetDigest = metric.DatasetDigest,
    };

    public static Metric ToMetric(this MetricMessage message) =>
        new(message.Key ?? "", message.Value ?? 0, message.Timestamp ?? 0, message.Step ?? 0)
        {
            ModelId = message.ModelId,
            DatasetName = message.DatasetName,
            DatasetDigest = message.DatasetDigest,
        };

    public static ParamMessage ToMessage(this Param param) => new() { Key = param.Key, Value = param.Value };

    public static Param ToParam(this ParamMessage message) => new(message.Key ?? "", message.Value ?? "");

    public static TagMessage ToMessage(this Tag tag) => new() { Key = tag.Key, Value = tag.Value };

    public static Tag ToTag(this TagMessage message) => new(message.Key ?? "", message.Value ?? "");

    public static DatasetInputMessage ToMessage(this DatasetInput input) => new()
    {
        Tags = input.Tags.ToMessages(ToMessage),
        Dataset = new()
        {
            Name = input.Dataset.Name,
            Digest = input.Dataset.Digest,
            SourceType = input.Dataset.SourceType,
            Source = input.Dataset.Source,
            Schema = input.Dataset.Schema,
            Profile = input.Dataset.Profile,
        },
    };

    public static DatasetInput ToInput(this DatasetInputMessage message)
    {
        var dataset = message.Dataset ?? new();
        return new(
            new(dataset.Name ?? "", dataset.Digest ?? "", dataset.SourceType ?? "", dataset.Source ?? "", dataset.Schema, dataset.Profile),
            message.Tags.ToEntities(ToTag));
    }

    /// <summary>The messages; null, which is left out, when there are none.</summary>
    public static List<TMessage>? ToMessages<TEntity, TMessage>(this IReadOnlyList<TEntity> entities, Func<TEntity, TMessage> map)
    {
        if (entities.Count == 0)
        {
            return null;
        }

        var messages = new List<TMessage>(entities.Count);
        foreach (var entity in entities)
        {
            messages.Add(map(entity));
        }

        return messages;
    }

    /// <summary>The entities; none when the list was left out.</summary>
    public static IReadOnlyList<TEntity> ToEntities<TMessage, TEntity>(this List<TMessage>? messages, Func<TMessage, TEntity> map) =>
        messages is null ? [] : messages.ConvertAll(message => map(message));
}
