using Assay.Artifacts;
using Assay.Client.Http;
using Assay.Mlflow;

namespace Assay.Client.Artifacts;

/// <summary>
/// Files through the server's artifact proxy (<c>mlflow-artifacts:/…</c>), streamed in both directions. A write replaces the file whole, so it
/// may be repeated.
/// </summary>
internal sealed class RemoteArtifactStore(ServiceClient client, ServerKind kind) : IArtifactStore
{
    public async Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default)
    {
        var folder = ArtifactAddress.Folder(artifactUri, client.Address);
        var address = ArtifactAddress.File(folder, path);
        var spool = await Spool.OfAsync(content, cancellationToken).ConfigureAwait(false);
        await using var closing = spool.ConfigureAwait(false);
        try
        {
            await NamingAsync(folder, path, client.CallAsync(
                patience => new HttpRequestMessage(HttpMethod.Put, address)
                {
                    Content = new Upload(spool.Rewind(), patience) { Headers = { ContentType = new(ContentTypes.Of(path)) } },
                },
                DoneAsync, null, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure) when ((failure as ContentException ?? failure.InnerException as ContentException) is { } broken)
        {
            throw broken.InnerException!;
        }
    }

    public async Task<ArtifactContent> OpenAsync(
        string artifactUri, string path, ArtifactRange? range = null, CancellationToken cancellationToken = default)
    {
        var folder = ArtifactAddress.Folder(artifactUri, client.Address);
        var address = ArtifactAddress.File(folder, path);

        // MLflow answers 500 for a file that is not there, as for a fault, and sends one without its size: the folder tells both. It is asked
        // before, as a server of one worker answers nothing else while it sends.
        var listed = kind == ServerKind.Assay
            ? null
            : await FindAsync(artifactUri, path, cancellationToken).ConfigureAwait(false) ?? throw Missing(path);
        var download = await NamingAsync(folder, path, client.CallAsync(
            _ => new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = Opening.Header(range) } },
            client.ReadStreamAsync, null, cancellationToken)).ConfigureAwait(false);
        try
        {
            return await Opening.OfAsync(download, range, listed?.Size ?? 0, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await download.DisposeAsync().ConfigureAwait(false);
            throw;
        }
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

    public async Task DeleteAsync(string artifactUri, string? path, CancellationToken cancellationToken = default)
    {
        var folder = ArtifactAddress.Folder(artifactUri, client.Address);
        var address = path is null ? ArtifactAddress.Whole(folder) : ArtifactAddress.File(folder, path);
        await NamingAsync(folder, path ?? folder, client.CallAsync(
            _ => new HttpRequestMessage(HttpMethod.Delete, address), DoneAsync, Settled.WhenGone, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<ArtifactInfo?> FindAsync(string artifactUri, string path, CancellationToken cancellationToken)
    {
        var slash = path.LastIndexOf('/');
        var files = await ListAsync(artifactUri, slash < 0 ? null : path[..slash], cancellationToken).ConfigureAwait(false);
        return files.FirstOrDefault(file => file.Path == path && !file.IsDirectory);
    }

    /// <summary>The server knows a file by its whole path; callers know it by the path that they gave.</summary>
    private static async Task<T> NamingAsync<T>(string folder, string path, Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            throw Missing(path);
        }
        catch (AssayException refused) when (refused.Code == ErrorCode.InvalidParameterValue)
        {
            throw new AssayException(refused.Code, refused.Message.Replace($"'{folder}/", "'", StringComparison.Ordinal), refused);
        }
    }

    private static AssayException Missing(string path) => new(ErrorCode.ResourceDoesNotExist, $"No such artifact: '{path}'");

    private static Task<EmptyMessage> DoneAsync(HttpResponseMessage response, Patience patience)
    {
        response.Dispose();
        return Task.FromResult(new EmptyMessage());
    }
}
