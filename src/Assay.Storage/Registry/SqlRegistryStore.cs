using Assay.Registry;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Registry;

/// <summary>Registered models over SQL; versions, aliases and searches are in the other parts.</summary>
internal sealed partial class SqlRegistryStore(ISqlDatabase database, TimeProvider clock) : IRegistryStore
{
    private static readonly TagTable Tags = TagTable.OfRegisteredModels;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<RegisteredModel> CreateModelAsync(NewRegisteredModel model, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(model.Name);
        var tags = model.Tags ?? [];
        foreach (var tag in tags)
        {
            RegistryRules.CheckTag(tag);
        }

        return database.WriteAsync(
            async session =>
            {
                var key = await RegisteredModelTable.InsertAsync(session, model, Now).ConfigureAwait(false)
                    ?? throw await TakenAsync(session, model.Name, tags).ConfigureAwait(false);
                await Tags.SetAsync(session, key, tags).ConfigureAwait(false);
                return await WholeAsync(session, model.Name, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task<RegisteredModel> GetModelAsync(string name, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        return database.ReadAsync((session, cancel) => WholeAsync(session, name, cancel), cancellationToken);
    }

    public Task<RegisteredModel> DescribeModelAsync(string name, string? description, CancellationToken cancellationToken = default) =>
        ChangeAsync(name, (session, model) => RegisteredModelTable.DescribeAsync(session, model.Key, description, Now).AsTask(), cancellationToken);

    public Task<RegisteredModel> RenameModelAsync(string name, string newName, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        RegistryRules.CheckName(newName, "new_name");
        return database.WriteAsync(
            async session =>
            {
                var model = await RegisteredModelTable.LockAsync(session, name).ConfigureAwait(false);
                var taken = await RegisteredModelTable.FindAsync(session, newName).ConfigureAwait(false);
                if (taken is not null && taken.Key != model.Key)
                {
                    throw await TakenAsync(session, newName, await IsPromptAsync(session, model.Key).ConfigureAwait(false)).ConfigureAwait(false);
                }

                await RegisteredModelTable.RenameAsync(session, model.Key, newName, Now).ConfigureAwait(false);
                return await WholeAsync(session, newName, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task DeleteModelAsync(string name, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckName(name);
        return database.WriteAsync(
            async session =>
            {
                var model = await RegisteredModelTable.LockAsync(session, name).ConfigureAwait(false);
                await RegisteredModelTable.DeleteAsync(session, model.Key).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task SetModelTagAsync(string name, Tag tag, CancellationToken cancellationToken = default)
    {
        RegistryRules.CheckTag(tag);
        return ChangeAsync(name, (session, model) => Tags.SetAsync(session, model.Key, [tag]), cancellationToken);
    }

    public Task DeleteModelTagAsync(string name, string key, CancellationToken cancellationToken = default) =>
        ChangeAsync(name, (session, model) => Tags.DeleteAsync(session, model.Key, key).AsTask(), cancellationToken);

    /// <summary>Changes a model that must be there, and returns it as it is then.</summary>
    private Task<RegisteredModel> ChangeAsync(string name, Func<SqlSession, KeyedModel, Task> change, CancellationToken cancellationToken)
    {
        RegistryRules.CheckName(name);
        return database.WriteAsync(
            async session =>
            {
                await change(session, await RegisteredModelTable.LockAsync(session, name).ConfigureAwait(false)).ConfigureAwait(false);
                return await WholeAsync(session, name, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static async Task<RegisteredModel> WholeAsync(SqlSession session, string name, CancellationToken cancellationToken)
    {
        var model = await RegisteredModelTable.GetAsync(session, name).ConfigureAwait(false);
        return (await FillAsync(session, [model], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Adds notes, aliases and latest versions, with one query a table for all models.</summary>
    private static async Task<IReadOnlyList<RegisteredModel>> FillAsync(
        SqlSession session, IReadOnlyList<KeyedModel> models, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys([.. models.Select(model => model.Key)]);
        var tags = await Tags.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var aliases = await AliasTable.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var latest = await ModelVersionTable.LatestAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var filled = await WithTagsAsync(session, latest, cancellationToken).ConfigureAwait(false);
        var versions = new ByOwner<ModelVersion>([.. latest.Zip(filled, (keyed, version) => new Owned<ModelVersion>(keyed.ModelKey, version))]);
        return [.. models.Select(model => model.Model with
        {
            Tags = tags[model.Key],
            Aliases = aliases[model.Key],
            LatestVersions = versions[model.Key],
        })];
    }

    private static Task<bool> IsPromptAsync(SqlSession session, long model) => RegisteredModelTable.IsPromptAsync(session, model);

    private static Task<AssayException> TakenAsync(SqlSession session, string name, IReadOnlyList<Tag> tags) =>
        TakenAsync(session, name, tags.Any(tag => tag.Key == RegisteredModelTable.IsPrompt && tag.Value.Equals("true", StringComparison.OrdinalIgnoreCase)));

    private static async Task<AssayException> TakenAsync(SqlSession session, string name, bool forPrompt)
    {
        var taken = await RegisteredModelTable.FindAsync(session, name).ConfigureAwait(false);
        return RegistryRules.Taken(name, taken is not null && await IsPromptAsync(session, taken.Key).ConfigureAwait(false), forPrompt);
    }
}
