using Assay.LoggedModels;
using Assay.Tracking;

namespace Assay.Import.Copying;

/// <summary>Copies logged models with their ids, parameters, notes and files. They come before the runs, which refer to them.</summary>
internal sealed class LoggedModelCopy(IAssayStore target, string experimentId, ImportOptions options, ImportLedger ledger)
{
    /// <summary>Which versions were registered of a model: the target writes it itself, as they are copied.</summary>
    private const string VersionsTag = "mlflow.modelVersions";

    public async Task CopyAsync(SourceLoggedModel source, CancellationToken cancellationToken)
    {
        var name = $"logged model {source.Model.ModelId}";
        try
        {
            await TryCopyAsync(source, new PartLog(ledger, name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (Faults.IsOfOneThing(fault))
        {
            ledger.Failed(ImportKind.LoggedModel, name, fault.Message);
        }
    }

    private async Task TryCopyAsync(SourceLoggedModel source, PartLog parts, CancellationToken cancellationToken)
    {
        var there = await FindAsync(source.Model.ModelId, cancellationToken).ConfigureAwait(false);
        if (options.DryRun)
        {
            ledger.Done(ImportKind.LoggedModel, there is not null, changed: false);
            return;
        }

        var copy = there ?? await CreateAsync(source.Model, cancellationToken).ConfigureAwait(false);
        var changed = options.Artifacts && source.Artifacts is { } files
            && await new ArtifactCopy(files, target.Artifacts, copy.ArtifactUri, parts, ledger).RunAsync(cancellationToken).ConfigureAwait(false);
        var newTags = TagsOf(source.Model).Where(tag => !copy.Tags.Contains(tag)).ToList();
        if (newTags.Count > 0)
        {
            await target.LoggedModels.SetTagsAsync(copy.ModelId, newTags, cancellationToken).ConfigureAwait(false);
            changed = true;
        }

        if (copy.Status != source.Model.Status && source.Model.Status is LoggedModelStatus.Ready or LoggedModelStatus.UploadFailed)
        {
            await target.LoggedModels.FinalizeAsync(copy.ModelId, source.Model.Status, cancellationToken).ConfigureAwait(false);
            changed = true;
        }

        ledger.Done(ImportKind.LoggedModel, there is not null, changed);
    }

    private static IEnumerable<Tag> TagsOf(LoggedModel model) => model.Tags.Where(tag => tag.Key != VersionsTag);

    private async Task<LoggedModel?> FindAsync(string modelId, CancellationToken cancellationToken)
    {
        try
        {
            return await target.LoggedModels.GetAsync(modelId, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }

    private Task<LoggedModel> CreateAsync(LoggedModel model, CancellationToken cancellationToken) => target.LoggedModels.CreateAsync(
        new NewLoggedModel(experimentId, model.Name)
        {
            ModelId = model.ModelId,
            ModelType = model.ModelType,
            SourceRunId = model.SourceRunId,
            CreationTime = model.CreationTime > 0 ? model.CreationTime : null,
            Params = model.Params,
            Tags = [.. TagsOf(model)],
        },
        cancellationToken);
}
