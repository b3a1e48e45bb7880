using Assay.Registry;

namespace Assay.Storage.Registry;

internal sealed partial class SqlRegistryStore
{
    public Task SetAliasAsync(string name, string alias, int version, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckAlias(alias);
        return ChangeVersionAsync(
            name, version, (session, found) => AliasTable.SetAsync(session, found.ModelKey, alias, version).AsTask(), cancellationToken);
    }

    public Task DeleteAliasAsync(string name, string alias, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckAlias(alias);
        return ChangeAsync(name, (session, model) => AliasTable.DeleteAsync(session, model.Key, alias).AsTask(), cancellationToken);
    }

    public Task<ModelVersion> GetVersionByAliasAsync(string name, string alias, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        RegistryRules.CheckAlias(alias);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var model = await RegisteredModelTable.GetAsync(session, name).ConfigureAwait(false);
                var version = await AliasTable.VersionAsync(session, model.Key, alias).ConfigureAwait(false)
                    ?? throw new AssayException(ErrorCode.InvalidParameterValue, $"Registered model alias {alias} not found.");
                return await WholeVersionAsync(session, name, (int)version, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }
}
