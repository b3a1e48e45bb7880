namespace Assay.Tracking;

/// <summary>A run to be created, in status <see cref="RunStatus.Running"/>.</summary>
/// <param name="ExperimentId">An active experiment.</param>
/// <param name="RunName">A name for people; null for one made up by the store (<c>bright-heron-412</c>).</param>
/// <param name="UserId">Who starts it.</param>
/// <param name="StartTime">Milliseconds since 1970-01-01 UTC; null for now.</param>
/// <param name="Tags">Notes to begin with.</param>
public sealed record NewRun(
    string ExperimentId, string? RunName = null, string UserId = "", long? StartTime = null, IReadOnlyList<Tag>? Tags = null)
{
    /// <summary>The id that it had elsewhere (32 hexadecimal digits), for what is copied from another store; null for a new one.</summary>
    public string? RunId { get; init; }
}
