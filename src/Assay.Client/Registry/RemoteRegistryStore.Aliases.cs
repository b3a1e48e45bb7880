using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Registry;

namespace Assay.Client.Registry;

internal sealed partial class RemoteRegistryStore
{
    public Task SetAliasAsync(string name, string alias, int version, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Post, "registered-models/alias",
        new ModelAliasRequest { Name = name, Alias = alias, Version = RegistryReading.Text(version) }, Json.ModelAliasRequest, cancellationToken);

    public Task DeleteAliasAsync(string name, string alias, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Delete, "registered-models/alias", new ModelAliasRequest { Name = name, Alias = alias }, Json.ModelAliasRequest, cancellationToken,
        Settled.WhenGone);

    public async Task<ModelVersion> GetVersionByAliasAsync(string name, string alias, CancellationToken cancellationToken = default)
    {
        var path = new UrlQuery(MlflowPaths.Of("registered-models/alias")).Add("name", name).Add("alias", alias).ToString();
        return Whole(await client.GetAsync(path, Json.ModelVersionResponse, cancellationToken).ConfigureAwait(false));
    }
}
