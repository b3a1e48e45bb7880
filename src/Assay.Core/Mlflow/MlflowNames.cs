using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Mlflow;

/// <summary>MLflow's names for the values of enumerations, in both directions. Reading gives null for a name that is none of them.</summary>
internal static class MlflowNames
{
    /// <summary>Before the status of a logged model.</summary>
    public const string LoggedModelPrefix = "LOGGED_MODEL_";

    public static string Of(LifecycleStage stage) => stage == LifecycleStage.Active ? "active" : "deleted";

    public static LifecycleStage? Stage(string? name) => name switch
    {
        "active" => LifecycleStage.Active,
        "deleted" => LifecycleStage.Deleted,
        _ => null,
    };

    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Running => "RUNNING",
        RunStatus.Scheduled => "SCHEDULED",
        RunStatus.Finished => "FINISHED",
        RunStatus.Failed => "FAILED",
        _ => "KILLED",
    };

    public static RunStatus? Status(string? name) => name switch
    {
        "RUNNING" => RunStatus.Running,
        "SCHEDULED" => RunStatus.Scheduled,
        "FINISHED" => RunStatus.Finished,
        "FAILED" => RunStatus.Failed,
        "KILLED" => RunStatus.Killed,
        _ => null,
    };

    public static string Of(ViewType view) => view switch
    {
        ViewType.ActiveOnly => "ACTIVE_ONLY",
        ViewType.DeletedOnly => "DELETED_ONLY",
        _ => "ALL",
    };

    public static ViewType? View(string? name) => name switch
    {
        "ACTIVE_ONLY" => ViewType.ActiveOnly,
        "DELETED_ONLY" => ViewType.DeletedOnly,
        "ALL" => ViewType.All,
        _ => null,
    };

    public static string Of(ModelStage stage) => stage.ToString();

    /// <summary>The stage of that name, in letters of either case.</summary>
    public static ModelStage? ParseModelStage(string? name) => name?.ToUpperInvariant() switch
    {
        "NONE" => ModelStage.None,
        "STAGING" => ModelStage.Staging,
        "PRODUCTION" => ModelStage.Production,
        "ARCHIVED" => ModelStage.Archived,
        _ => null,
    };

    public static string Of(LoggedModelStatus status) => LoggedModelPrefix + status switch
    {
        LoggedModelStatus.Pending => "PENDING",
        LoggedModelStatus.Ready => "READY",
        LoggedModelStatus.UploadFailed => "UPLOAD_FAILED",
        _ => "STATUS_UNSPECIFIED",
    };

    /// <summary>The status of that name, with or without the prefix.</summary>
    public static LoggedModelStatus? ModelStatus(string? name) => name?.Replace(LoggedModelPrefix, "", StringComparison.Ordinal) switch
    {
        "PENDING" => LoggedModelStatus.Pending,
        "READY" => LoggedModelStatus.Ready,
        "UPLOAD_FAILED" => LoggedModelStatus.UploadFailed,
        "STATUS_UNSPECIFIED" => LoggedModelStatus.Unspecified,
        _ => null,
    };
}
