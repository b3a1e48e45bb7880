using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <summary>
/// The creation of one run, however often its request is sent. Assay takes the run's id from the caller, and a second request of that id gives
/// the run that is there. MLflow gives the id itself: there the run is marked with a tag of our own, and looked for by it when an answer was lost.
/// </summary>
internal sealed class RunCreation
{
    /// <summary>The tag that marks a run on servers that are not Assay.</summary>
    public const string MarkTag = "assay.request";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly bool _isMarked;

    public RunCreation(NewRun run, ServerKind kind)
    {
        _isMarked = kind == ServerKind.Mlflow;
        IReadOnlyList<Tag> tags = _isMarked ? [.. run.Tags ?? [], new Tag(MarkTag, _mark)] : run.Tags ?? [];
        Request = new()
        {
            ExperimentId = run.ExperimentId,
            RunName = run.RunName,
            UserId = run.UserId,
            StartTime = run.StartTime,
            Tags = tags.ToMessages(RunMapping.ToMessage),
            RunId = _isMarked ? null : run.RunId ?? _mark,
        };
    }

    public CreateRunRequest Request { get; }

    /// <summary>The run that an earlier request made; null when none did.</summary>
    public async Task<RunResponse?> LookAsync(ServiceClient client, CancellationToken cancellationToken)
    {
        if (!_isMarked)
        {
            return null;
        }

        var search = new SearchRunsRequest
        {
            ExperimentIds = [Request.ExperimentId!],
            RunViewType = MlflowNames.Of(ViewType.All),
            Filter = $"tags.`{MarkTag}` = '{_mark}'",
            MaxResults = 1,
        };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("runs/search"), search, MlflowJson.Default.SearchRunsRequest, MlflowJson.Default.SearchRunsResponse,
            cancellationToken).ConfigureAwait(false);
        return found.Runs is [var run, ..] ? new() { Run = run } : null;
    }
}
