using Assay.Tracking;

namespace Assay.Mlflow;

/// <summary>Experiments as messages, in both directions.</summary>
internal static class ExperimentMapping
{
    public static ExperimentMessage ToMessage(this Experiment experiment) => new()
    {
        ExperimentId = experiment.ExperimentId,
        Name = experiment.Name,
        ArtifactLocation = experiment.ArtifactLocation,
        LifecycleStage = MlflowNames.Of(experiment.LifecycleStage),
        LastUpdateTime = experiment.LastUpdateTime,
        CreationTime = experiment.CreationTime,
        Tags = experiment.Tags.ToMessages(RunMapping.ToMessage),
    };

    public static Experiment ToExperiment(this ExperimentMessage message) => new()
    {
        ExperimentId = message.ExperimentId ?? "",
        Name = message.Name ?? "",
        ArtifactLocation = message.ArtifactLocation ?? "",
        LifecycleStage = MlflowNames.Stage(message.LifecycleStage) ?? LifecycleStage.Active,
        LastUpdateTime = message.LastUpdateTime ?? 0,
        CreationTime = message.CreationTime ?? 0,
        Tags = message.Tags.ToEntities(RunMapping.ToTag),
    };
}
