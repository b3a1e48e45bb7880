using System.Runtime.CompilerServices;
using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>An experiment's folder: its <c>meta.yaml</c> and <c>tags</c>, its runs, and <c>datasets</c>, <c>models</c> and <c>traces</c>.</summary>
internal sealed class MlrunsExperiment(string folder, Experiment experiment, ArtifactFolders artifacts) : IExperimentSource
{
    private static readonly string[] Reserved = ["tags", "datasets", "traces", "models"];

    public Experiment Experiment => experiment;

    /// <exception cref="DamagedException">It has no <c>meta.yaml</c> that can be read.</exception>
    public static Experiment Read(string folder, bool isInTrash, PartLog parts)
    {
        var meta = MetaFile.Read(folder);
        var created = meta.Integer("creation_time") ?? 0;
        return new Experiment
        {
            ExperimentId = Path.GetFileName(folder),
            Name = meta.Filled("name") ?? throw new DamagedException("meta.yaml: it has no name"),
            ArtifactLocation = meta.Text("artifact_location") ?? "",
            LifecycleStage = isInTrash ? LifecycleStage.Deleted : RunMeta.Stage(meta),
            CreationTime = created,
            LastUpdateTime = meta.Integer("last_update_time") ?? created,
            Tags = [.. new KeyFolder(Path.Combine(folder, "tags"), "tag", parts).Values().Select(tag => new Tag(tag.Key, tag.Value))],
        };
    }

    public async IAsyncEnumerable<SourceLoggedModel> LoggedModelsAsync(ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var model in SafeFolder.Folders(Path.Combine(folder, "models")).OrderBy(model => model.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadModel(model.FullName, ledger) is { } read)
            {
                yield return read;
            }
        }
    }

    public async IAsyncEnumerable<IRunSource> RunsAsync(ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        ledger.AddTraces(SafeFolder.Folders(Path.Combine(folder, "traces")).LongCount());
        var measures = new ModelMeasures(folder, ledger);
        foreach (var entry in SafeFolder.Entries(folder).Where(IsRun))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SafeFolder.IsLink(entry))
            {
                ledger.Skipped(ImportKind.Run, $"run {experiment.ExperimentId}/{entry.Name}", "its folder is a link; links are not followed");
                continue;
            }

            yield return new MlrunsRun(folder, entry.FullName, measures, artifacts);
        }
    }

    /// <summary>Other folders lie here too where an experiment's artifacts do; a run's is named by its id or has a meta file.</summary>
    private static bool IsRun(FileSystemInfo entry) => entry is DirectoryInfo && !Reserved.Contains(entry.Name)
        && ((entry.Name.Length == 32 && entry.Name.All(char.IsAsciiHexDigit)) || File.Exists(Path.Combine(entry.FullName, MetaFile.Name)));

    private SourceLoggedModel? ReadModel(string model, ImportLedger ledger)
    {
        var name = $"logged model {Path.GetFileName(model)}";
        var parts = new PartLog(ledger, name);
        try
        {
            var read = LoggedModelMeta.Read(MetaFile.Read(model), experiment.ExperimentId) with
            {
                Params = [.. new KeyFolder(Path.Combine(model, "params"), "parameter", parts).Values().Select(param => new Param(param.Key, param.Value))],
                Tags = [.. new KeyFolder(Path.Combine(model, "tags"), "tag", parts).Values().Select(tag => new Tag(tag.Key, tag.Value))],
            };
            return new SourceLoggedModel(read, artifacts.Find(model, read.ArtifactUri, parts));
        }
        catch (DamagedException damage)
        {
            ledger.Skipped(ImportKind.LoggedModel, name, damage.Message);
            return null;
        }
    }
}
