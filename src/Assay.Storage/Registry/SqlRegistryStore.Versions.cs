using Assay.Registry;
using Assay.Storage.LoggedModels;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Registry;

internal sealed partial class SqlRegistryStore
{
    private static readonly TagTable VersionTags = TagTable.OfModelVersions;

    public Task<ModelVersion> CreateVersionAsync(NewModelVersion version, CancellationToken cancellationToken = default)
    {
        RegistryRules.Check(version);
        return database.WriteAsync(
            async session =>
            {
                var number = await InsertVersionAsync(session, version).ConfigureAwait(false);
                return await WholeVersionAsync(session, version.Name, number, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task<ModelVersion> GetVersionAsync(string name, int version, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        return database.ReadAsync((session, cancel) => WholeVersionAsync(session, name, version, cancel), cancellationToken);
    }

    public Task<IReadOnlyList<ModelVersion>> GetLatestVersionsAsync(
        string name, IReadOnlyList<ModelStage> stages, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var model = await RegisteredModelTable.GetAsync(session, name).ConfigureAwait(false);
                var latest = await ModelVersionTable.LatestAsync(session, session.Dialect.Keys([model.Key]), cancel).ConfigureAwait(false);
                latest.RemoveAll(version => stages.Count > 0 && !stages.Contains(version.Version.Stage));
                return await WithAliasesAsync(session, latest, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task<ModelVersion> DescribeVersionAsync(string name, int version, string? description, CancellationToken cancellationToken = default) =>
        ChangeVersionAsync(
            name, version, (session, found) => ModelVersionTable.DescribeAsync(session, found.Key, description, Now).AsTask(), cancellationToken);

    public Task<ModelVersion> MoveVersionAsync(
        string name, int version, ModelStage stage, bool archiveExisting = false, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckArchiving(stage, archiveExisting);
        return ChangeVersionAsync(
            name, version,
            async (session, found) =>
            {
                var now = Now;
                if (archiveExisting)
                {
                    await ModelVersionTable.ArchiveOthersAsync(session, found, stage, now).ConfigureAwait(false);
                }

                await ModelVersionTable.MoveAsync(session, found.Key, stage, now).ConfigureAwait(false);
                await RegisteredModelTable.TouchAsync(session, found.ModelKey, now).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task DeleteVersionAsync(string name, int version, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        return database.WriteAsync(
            async session =>
            {
                var found = await ModelVersionTable.LockAsync(session, name, version).ConfigureAwait(false);
                await AliasTable.DeleteOfVersionAsync(session, found.ModelKey, version).ConfigureAwait(false);
                await ModelVersionTable.DeleteAsync(session, found.Key).ConfigureAwait(false);
                return await RegisteredModelTable.TouchAsync(session, found.ModelKey, Now).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task SetVersionTagAsync(string name, int version, Tag tag, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckVersionTag(tag);
        return ChangeVersionAsync(name, version, (session, found) => VersionTags.SetAsync(session, found.Key, [tag]), cancellationToken);
    }

    public Task DeleteVersionTagAsync(string name, int version, string key, CancellationToken cancellationToken = default) =>
        ChangeVersionAsync(name, version, (session, found) => VersionTags.DeleteAsync(session, found.Key, key).AsTask(), cancellationToken);

    private async Task<int> InsertVersionAsync(SqlSession session, NewModelVersion version)
    {
        var model = await RegisteredModelTable.LockAsync(session, version.Name).ConfigureAwait(false);
        var (location, run) = version.StorageLocation is { } known
            ? (known, null)
            : await ModelSource.ResolveAsync(session, version.Source).ConfigureAwait(false);
        if (version.Version is { } given)
        {
            await RegisteredModelTable.TakeVersionAsync(session, model.Key, given).ConfigureAwait(false);
        }

        var number = version.Version ?? await RegisteredModelTable.NextVersionAsync(session, model.Key).ConfigureAwait(false);
        var now = version.CreationTime ?? Now;
        var key = await ModelVersionTable.InsertAsync(session, model.Key, new ModelVersion
        {
            Name = version.Name,
            Version = number,
            CreationTime = now,
            LastUpdateTime = now,
            UserId = version.UserId,
            Description = version.Description,
            Source = version.Source,
            StorageLocation = location,
            RunId = string.IsNullOrEmpty(version.RunId) ? run ?? "" : version.RunId,
            RunLink = version.RunLink ?? "",
            ModelId = version.ModelId,
        }).ConfigureAwait(false)
            ?? throw new AssayException(ErrorCode.ResourceAlreadyExists, $"Model Version (name={version.Name}, version={number}) already exists.");
        await VersionTags.SetAsync(session, key, version.Tags).ConfigureAwait(false);
        await RegisteredModelTable.TouchAsync(session, model.Key, now).ConfigureAwait(false);
        await NoteOnLoggedModelAsync(session, version, number).ConfigureAwait(false);
        return number;
    }

    /// <summary>Tells the logged model that it was registered. What is copied from another store may be of one that is not here.</summary>
    private static async Task NoteOnLoggedModelAsync(SqlSession session, NewModelVersion version, int number)
    {
        if (version.ModelId is not { } id)
        {
            return;
        }

        // Locked: versions of several registered models may be made of it at once, and each writes the whole list.
        if (await LoggedModelTable.LockKeyAsync(session, id).ConfigureAwait(false) is { } model)
        {
            await ModelVersionsTag.AddAsync(session, model, version.Name, number).ConfigureAwait(false);
        }
        else if (version.StorageLocation is null)
        {
            throw LoggedModelRules.Unknown(id);
        }
    }

    /// <summary>Changes a version that must be there, and returns it as it is then.</summary>
    private Task<ModelVersion> ChangeVersionAsync(
        string name, int version, Func<SqlSession, KeyedVersion, Task> change, CancellationToken cancellationToken)
    {
        RegistryRules.CheckName(name);
        return database.WriteAsync(
            async session =>
            {
                await change(session, await ModelVersionTable.LockAsync(session, name, version).ConfigureAwait(false)).ConfigureAwait(false);
                return await WholeVersionAsync(session, name, version, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static async Task<ModelVersion> WholeVersionAsync(SqlSession session, string name, int version, CancellationToken cancellationToken)
    {
        var found = await ModelVersionTable.GetAsync(session, name, version).ConfigureAwait(false);
        return (await WithAliasesAsync(session, [found], cancellationToken).ConfigureAwait(false))[0];
    }

    private static async Task<IReadOnlyList<ModelVersion>> WithTagsAsync(
        SqlSession session, IReadOnlyList<KeyedVersion> versions, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys([.. versions.Select(version => version.Key)]);
        var tags = await VersionTags.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        return [.. versions.Select(version => version.Version with { Tags = tags[version.Key] })];
    }

    private static async Task<IReadOnlyList<ModelVersion>> WithAliasesAsync(
        SqlSession session, IReadOnlyList<KeyedVersion> versions, CancellationToken cancellationToken)
    {
        var models = session.Dialect.Keys([.. versions.Select(version => version.ModelKey).Distinct()]);
        var aliases = await AliasTable.OfAsync(session, models, cancellationToken).ConfigureAwait(false);
        var filled = await WithTagsAsync(session, versions, cancellationToken).ConfigureAwait(false);
        return [.. versions.Zip(filled, (keyed, version) => version with
        {
            Aliases = [.. aliases[keyed.ModelKey].Where(alias => alias.Version == version.Version).Select(alias => alias.Alias)],
        })];
    }
}
