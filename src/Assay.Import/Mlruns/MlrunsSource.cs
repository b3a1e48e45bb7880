using System.Runtime.CompilerServices;
using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>
/// An <c>mlruns</c> folder, as MLflow's file store has kept it since 0.8: a folder an experiment, deleted ones in <c>.trash</c>, registered models in
/// <c>models</c>. It is only read, and nothing outside of it is, but for the folder <c>mlartifacts</c> beside it.
/// </summary>
public sealed class MlrunsSource : IImportSource
{
    private const string Trash = ".trash";

    private readonly string _root;
    private readonly ArtifactFolders _artifacts;

    private MlrunsSource(string root)
    {
        _root = root;
        _artifacts = new ArtifactFolders(root);
    }

    /// <inheritdoc/>
    public string Location => _root;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="BadInputException">It is not there, or is no mlruns folder.</exception>
    public static MlrunsSource Open(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(root))
        {
            throw new BadInputException(File.Exists(root)
                ? $"{path} is a file; name an mlruns folder, or the URL of a server"
                : $"{path}: there is no such folder; name an mlruns folder, or the URL of a server");
        }

        // The folder that was named may itself be a link: it was named by the user.
        root = new DirectoryInfo(root).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root;
        if (IsMlruns(root))
        {
            return new MlrunsSource(root);
        }

        throw new BadInputException(IsMlruns(Path.Combine(root, "mlruns"))
            ? $"{path} is no mlruns folder, but {Path.Combine(path, "mlruns")} is; name that"
            : $"{path} is no mlruns folder: no folder in it has a {MetaFile.Name}");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IExperimentSource> ExperimentsAsync(
        ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var folders = ExperimentFolders(_root).Select(folder => (folder, IsInTrash: false))
            .Concat(ExperimentFolders(Path.Combine(_root, Trash)).Select(folder => (folder, IsInTrash: true)));
        foreach (var (folder, isInTrash) in folders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(folder, isInTrash, ledger) is { } experiment)
            {
                // A deleted experiment's name may have been given again, and experiments are one by their names.
                var name = names.Add(experiment.Name) ? experiment.Name : $"{experiment.Name} ({experiment.ExperimentId})";
                names.Add(name);
                yield return new MlrunsExperiment(folder.FullName, experiment with { Name = name }, _artifacts);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRegisteredModel> RegisteredModelsAsync(
        ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var folder in Ordered(Path.Combine(_root, MlrunsModel.FolderName)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MlrunsModel.Read(folder.FullName, ledger) is { } model)
            {
                yield return model;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsMlruns(string root) => SafeFolder.Exists(root) && SafeFolder.Folders(root).Any(folder =>
        folder.Name == Trash || File.Exists(Path.Combine(folder.FullName, MetaFile.Name)));

    private static IEnumerable<DirectoryInfo> ExperimentFolders(string root) => Ordered(root).Where(folder =>
        !folder.Name.StartsWith('.') && folder.Name != MlrunsModel.FolderName);

    private static IEnumerable<DirectoryInfo> Ordered(string root) => SafeFolder.Folders(root).OrderBy(folder => folder.Name, StringComparer.Ordinal);

    private static Experiment? Read(DirectoryInfo folder, bool isInTrash, ImportLedger ledger)
    {
        var name = $"experiment {folder.Name}";
        try
        {
            return MlrunsExperiment.Read(folder.FullName, isInTrash, new PartLog(ledger, name));
        }
        catch (DamagedException damage)
        {
            ledger.Skipped(ImportKind.Experiment, name, damage.Message);
            return null;
        }
    }
}
