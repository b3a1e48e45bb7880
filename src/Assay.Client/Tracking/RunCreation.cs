using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <summary>
/// The creation of one run, however often its request is sent. Assay takes the run's id from the caller: it is looked for by it when an answer was
/// lost, and never made twice. MLflow gives the id itself: there the run is marked with a tag of our own, and looked for by that.
/// </summary>
internal sealed class RunCreation
{
    /// <summary>The tag that marks a run on servers that are not Assay.</summary>
    public const string MarkTag = "assay.request";

    private readonly string _mark = Guid.NewGuid().ToString("N");

    public RunCreation(NewRun run, ServerKind kind)
    {
        var isMarked = kind == ServerKind.Mlflow;
        IReadOnlyList<Tag> tags = isMarked ? [.. run.Tags ?? [], new Tag(MarkTag, _mark)] : run.Tags ?? [];
        Request = new()
        {
            ExperimentId = run.ExperimentId,
            RunName = run.RunName,
            UserId = run.UserId,
            StartTime = run.StartTime,
            Tags = tags.ToMessages(RunMapping.ToMessage),
            RunId = isMarked ? null : run.RunId ?? _mark,
        };
    }

    public CreateRunRequest Request { get; }

    /// <summary>The run that an earlier request made; null when none did.</summary>
    public async Task<RunResponse?> LookAsync(ServiceClient client, CancellationToken cancellationToken)
    {
        if (Request.RunId is { } id)
        {
            return await client.TryGetAsync(
                new UrlQuery(MlflowPaths.Of("runs/get")).Add("run_id", id).ToString(), MlflowJson.Default.RunResponse, cancellationToken)
                    .ConfigureAwait(false);
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
