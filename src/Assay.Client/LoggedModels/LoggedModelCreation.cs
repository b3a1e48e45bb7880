using Assay.Client.Http;
using Assay.LoggedModels;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.LoggedModels;

/// <summary>The creation of one logged model, however often its request is sent: by an id of our own on Assay, by a mark elsewhere, as with runs.</summary>
internal sealed class LoggedModelCreation
{
    public const string MarkTag = "assay.request";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly bool _isMarked;

    public LoggedModelCreation(NewLoggedModel model, ServerKind kind)
    {
        _isMarked = kind == ServerKind.Mlflow;
        IReadOnlyList<Tag> tags = _isMarked ? [.. model.Tags, new Tag(MarkTag, _mark)] : model.Tags;
        Request = new()
        {
            ExperimentId = model.ExperimentId,
            Name = model.Name,
            ModelType = model.ModelType,
            SourceRunId = model.SourceRunId,
            Params = model.Params.ToMessages(RunMapping.ToMessage),
            Tags = tags.ToMessages(RunMapping.ToMessage),
            ModelId = _isMarked ? null : model.ModelId ?? $"m-{_mark}",
        };
    }

    public CreateLoggedModelRequest Request { get; }

    /// <summary>The model that an earlier request made; null when none did.</summary>
    public async Task<LoggedModelResponse?> LookAsync(ServiceClient client, CancellationToken cancellationToken)
    {
        if (!_isMarked)
        {
            return null;
        }

        var search = new SearchLoggedModelsRequest
        {
            ExperimentIds = [Request.ExperimentId!],
            Filter = $"tags.`{MarkTag}` = '{_mark}'",
            MaxResults = 1,
        };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("logged-models/search"), search, MlflowJson.Default.SearchLoggedModelsRequest,
            MlflowJson.Default.SearchLoggedModelsResponse, cancellationToken).ConfigureAwait(false);
        return found.Models is [var model, ..] ? new() { Model = model } : null;
    }
}
