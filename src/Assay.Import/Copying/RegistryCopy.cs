using Assay.Registry;

namespace Assay.Import.Copying;

/// <summary>Copies registered models with their versions' numbers, stages and aliases, after the runs that their versions come from.</summary>
internal sealed class RegistryCopy(IAssayStore target, ImportOptions options, ImportLedger ledger)
{
    private readonly SourcePlaces _places = new(target);

    private IRegistryStore Registry => target.Registry;

    public async Task CopyAsync(SourceRegisteredModel source, CancellationToken cancellationToken)
    {
        var name = $"registered model '{source.Model.Name}'";
        try
        {
            await CopyModelAsync(source.Model, cancellationToken).ConfigureAwait(false);
            await foreach (var version in source.Versions.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await CopyVersionAsync(version, cancellationToken).ConfigureAwait(false);
            }

            await CopyAliasesAsync(source.Model, new PartLog(ledger, name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (Faults.IsOfOneThing(fault))
        {
            ledger.Failed(ImportKind.RegisteredModel, name, fault.Message);
        }
    }

    private async Task CopyModelAsync(RegisteredModel model, CancellationToken cancellationToken)
    {
        var there = await FindAsync(() => Registry.GetModelAsync(model.Name, cancellationToken)).ConfigureAwait(false);
        if (there is null)
        {
            if (!options.DryRun)
            {
                await Registry.CreateModelAsync(
                    new NewRegisteredModel(model.Name, model.Description, model.Tags) { CreationTime = model.CreationTime }, cancellationToken)
                        .ConfigureAwait(false);
            }

            ledger.Copied(ImportKind.RegisteredModel);
            return;
        }

        // A model of that name may have been here before: what it says of itself is not overwritten.
        var missing = model.Tags.Where(tag => there.Tags.All(known => known.Key != tag.Key)).ToList();
        foreach (var tag in options.DryRun ? [] : missing)
        {
            await Registry.SetModelTagAsync(model.Name, tag, cancellationToken).ConfigureAwait(false);
        }

        ledger.Done(ImportKind.RegisteredModel, wasThere: true, changed: missing.Count > 0);
    }

    private async Task CopyVersionAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var name = $"version {version.Version} of registered model '{version.Name}'";
        try
        {
            var there = await FindAsync(() => Registry.GetVersionAsync(version.Name, version.Version, cancellationToken)).ConfigureAwait(false);
            if (there is not null && there.CreationTime != version.CreationTime)
            {
                throw new AssayException(ErrorCode.ResourceAlreadyExists, "another version of that number is here already; it is left as it is");
            }

            if (options.DryRun)
            {
                ledger.Done(ImportKind.ModelVersion, there is not null, changed: false);
                return;
            }

            var copy = there ?? await CreateAsync(version, cancellationToken).ConfigureAwait(false);
            ledger.Done(ImportKind.ModelVersion, there is not null, await UpdateAsync(copy, version, cancellationToken).ConfigureAwait(false));
        }
        catch (AssayException fault) when (Faults.IsOfOneThing(fault))
        {
            ledger.Failed(ImportKind.ModelVersion, name, fault.Message);
        }
    }

    /// <summary>Its source stays as it was written; where its files lie now is told beside it, or found out from the source by the target.</summary>
    private async Task<ModelVersion> CreateAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var copy = new NewModelVersion(version.Name, version.Source)
        {
            RunId = version.RunId,
            RunLink = version.RunLink,
            Description = version.Description,
            ModelId = version.ModelId,
            UserId = version.UserId,
            Tags = version.Tags,
            Version = version.Version,
            CreationTime = version.CreationTime,
            StorageLocation = await _places.FindAsync(version, cancellationToken).ConfigureAwait(false),
        };
        try
        {
            return await Registry.CreateVersionAsync(copy, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException unknown) when (copy.StorageLocation is null
            && unknown.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.InvalidParameterValue)
        {
            return await Registry.CreateVersionAsync(copy with { StorageLocation = version.Source }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> UpdateAsync(ModelVersion copy, ModelVersion version, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var tag in version.Tags.Where(tag => !copy.Tags.Contains(tag)))
        {
            await Registry.SetVersionTagAsync(version.Name, version.Version, tag, cancellationToken).ConfigureAwait(false);
            changed = true;
        }

        if (copy.Stage != version.Stage)
        {
            await Registry.MoveVersionAsync(version.Name, version.Version, version.Stage, cancellationToken: cancellationToken).ConfigureAwait(false);
            changed = true;
        }

        return changed;
    }

    private async Task CopyAliasesAsync(RegisteredModel model, PartLog parts, CancellationToken cancellationToken)
    {
        if (options.DryRun || model.Aliases.Count == 0)
        {
            return;
        }

        var there = (await Registry.GetModelAsync(model.Name, cancellationToken).ConfigureAwait(false)).Aliases;
        foreach (var (alias, version) in model.Aliases.Where(alias => !there.Contains(alias)))
        {
            try
            {
                await Registry.SetAliasAsync(model.Name, alias, version, cancellationToken).ConfigureAwait(false);
            }
            catch (AssayException refused) when (Faults.IsOfOneThing(refused))
            {
                parts.LeaveOut($"alias '{alias}'", refused.Message);
            }
        }
    }

    private static async Task<T?> FindAsync<T>(Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get().ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }
}
