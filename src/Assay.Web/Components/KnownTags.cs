namespace Assay.Web.Components;

/// <summary>Keys of tags that MLflow's clients and pages write, and that mean something to ours.</summary>
internal static class KnownTags
{
    /// <summary>What people wrote about a run or an experiment, in Markdown.</summary>
    public const string Note = "mlflow.note.content";

    /// <summary>The id of the run that a run is a part of.</summary>
    public const string Parent = "mlflow.parentRunId";

    /// <summary>The files of a run that are more than files, with what they are.</summary>
    public const string LoggedFiles = "mlflow.loggedArtifacts";

    /// <summary>The program that logged a run.</summary>
    public const string Source = "mlflow.source.name";
}
