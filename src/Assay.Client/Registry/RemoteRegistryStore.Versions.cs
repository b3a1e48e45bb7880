using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Client.Registry;

internal sealed partial class RemoteRegistryStore
{
    public async Task<ModelVersion> CreateVersionAsync(NewModelVersion version, CancellationToken cancellationToken = default)
    {
        var creation = new VersionCreation(version);
        var created = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("model-versions/create"), creation.Request, Json.CreateModelVersionRequest, Json.ModelVersionResponse,
            cancellationToken, new Recovery<ModelVersionResponse>(creation.LookAsync)).ConfigureAwait(false);
        var number = Whole(created).Version;
        await DeleteVersionTagAsync(version.Name, number, VersionCreation.MarkTag, cancellationToken).ConfigureAwait(false);
        return await GetVersionAsync(version.Name, number, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ModelVersion> GetVersionAsync(string name, int version, CancellationToken cancellationToken = default)
    {
        var found = Whole(await client.GetAsync(Named("model-versions/get", name, version), Json.ModelVersionResponse, cancellationToken)
            .ConfigureAwait(false));
        var place = await client.GetAsync(Named("model-versions/get-download-uri", name, version), Json.DownloadUriResponse, cancellationToken)
            .ConfigureAwait(false);
        return found with { StorageLocation = place.ArtifactUri ?? "" };
    }

    public async Task<Page<ModelVersion>> SearchVersionsAsync(ModelVersionQuery query, CancellationToken cancellationToken = default)
    {
        var path = Search("model-versions/search", query.Filter, query.OrderBy, query.MaxResults, query.PageToken);
        var found = await client.GetAsync(path, Json.SearchModelVersionsResponse, cancellationToken).ConfigureAwait(false);
        return new(found.ModelVersions.ToEntities(RegistryReading.ToVersion), Token(found.NextPageToken));
    }

    public async Task<IReadOnlyList<ModelVersion>> GetLatestVersionsAsync(
        string name, IReadOnlyList<ModelStage> stages, CancellationToken cancellationToken = default)
    {
        var request = new GetLatestVersionsRequest { Name = name, Stages = stages.ToMessages(MlflowNames.Of) };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("registered-models/get-latest-versions"), request, Json.GetLatestVersionsRequest,
            Json.GetLatestVersionsResponse, cancellationToken).ConfigureAwait(false);
        return found.ModelVersions.ToEntities(RegistryReading.ToVersion);
    }

    public async Task<ModelVersion> DescribeVersionAsync(
        string name, int version, string? description, CancellationToken cancellationToken = default) =>
        Whole(await client.SendAsync(
            HttpMethod.Patch, MlflowPaths.Of("model-versions/update"),
            new ModelVersionRequest { Name = name, Version = RegistryReading.Text(version), Description = description ?? "" },
            Json.ModelVersionRequest, Json.ModelVersionResponse, cancellationToken).ConfigureAwait(false));

    public async Task<ModelVersion> MoveVersionAsync(
        string name, int version, ModelStage stage, bool archiveExisting = false, CancellationToken cancellationToken = default) =>
        Whole(await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("model-versions/transition-stage"),
            new TransitionStageRequest
            {
                Name = name,
                Version = RegistryReading.Text(version),
                Stage = MlflowNames.Of(stage),
                ArchiveExistingVersions = archiveExisting,
            },
            Json.TransitionStageRequest, Json.ModelVersionResponse, cancellationToken).ConfigureAwait(false));

    public Task DeleteVersionAsync(string name, int version, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Delete, "model-versions/delete",
        new ModelVersionRequest { Name = name, Version = RegistryReading.Text(version) }, Json.ModelVersionRequest, cancellationToken, Settled.WhenGone);

    public Task SetVersionTagAsync(string name, int version, Tag tag, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Post, "model-versions/set-tag",
        new ModelTagRequest { Name = name, Version = RegistryReading.Text(version), Key = tag.Key, Value = tag.Value }, Json.ModelTagRequest,
        cancellationToken);

    public Task DeleteVersionTagAsync(string name, int version, string key, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Delete, "model-versions/delete-tag",
        new ModelTagRequest { Name = name, Version = RegistryReading.Text(version), Key = key }, Json.ModelTagRequest, cancellationToken,
        Settled.WhenGone);

    private static ModelVersion Whole(ModelVersionResponse response) => (response.ModelVersion ?? new()).ToVersion();

    private static string Named(string call, string name, int version) =>
        new UrlQuery(MlflowPaths.Of(call)).Add("name", name).Add("version", version).ToString();
}
