using Assay.Artifacts;
using Assay.Client.Http;
using Assay.Mlflow;

namespace Assay.Client.Artifacts;

/// <summary>Files through the server's artifact proxy (<c>mlflow-artifacts:/…</c>), streamed in both directions.</summary>
internal sealed class RemoteArtifactStore(ServiceClient client) : IArtifactStore
{
    public async Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default)
    {
        var address = ArtifactAddress.File(ArtifactAddress.Folder(artifactUri, client.Address), path);
        var spool = await Spool.OfAsync(content, cancellationToken).ConfigureAwait(false);
        await using var closing = spool.ConfigureAwait(false);
        try
        {
            await client.CallAsync(
                patience => new HttpRequestMessage(HttpMethod.Put, address)
                {
                    Content = new Upload(spool.Rewind(), patience) { Headers = { ContentType = new(ContentTypes.Of(path)) } },
                },
                DoneAsync, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when ((failure as ContentException ?? failure.InnerException as ContentException) is { } broken)
        {
            throw broken.InnerException!;
        }
    }

    public Task<Stream> OpenReadAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var address = ArtifactAddress.File(ArtifactAddress.Folder(artifactUri, client.Address), path);
        return client.CallAsync(_ => new HttpRequestMessage(HttpMethod.Get, address), client.ReadStreamAsync, null, cancellationToken);
    }

    public async Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default)
    {
        var address = ArtifactAddress.Listing(ArtifactAddress.Folder(artifactUri, client.Address), path);
        var found = await client.GetAsync(address, MlflowJson.Default.ListArtifactsResponse, cancellationToken).ConfigureAwait(false);

        // The proxy names what is in a folder without the folder.
        var above = string.IsNullOrEmpty(path) ? "" : path + '/';
        var files = found.Files.ToEntities(file => new ArtifactInfo(above + file.Path, file.IsDir ?? false, file.IsDir == true ? null : file.FileSize ?? 0));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    public async Task DeleteAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var address = ArtifactAddress.File(ArtifactAddress.Folder(artifactUri, client.Address), path);
        await client.CallAsync(_ => new HttpRequestMessage(HttpMethod.Delete, address), DoneAsync, Settled.WhenGone, cancellationToken)
            .ConfigureAwait(false);
    }

    private static Task<EmptyMessage> DoneAsync(HttpResponseMessage response, Patience patience)
    {
        response.Dispose();
        return Task.FromResult(new EmptyMessage());
    }
}
