using Assay.Tracking;

namespace Assay.Web.Experiments;

/// <summary>What people wrote about an experiment: a tag that MLflow's pages write too.</summary>
internal static class ExperimentNote
{
    public const string Tag = "mlflow.note.content";

    public static string? Of(Experiment experiment) => experiment.Tags.FirstOrDefault(tag => tag.Key == Tag)?.Value;

    public static string? FirstLine(Experiment experiment) =>
        Of(experiment)?.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()).FirstOrDefault(line => line.Length > 0);
}
