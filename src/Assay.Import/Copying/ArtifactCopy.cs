using Assay.Artifacts;

namespace Assay.Import.Copying;

/// <summary>Copies the files of a run or a model that the target does not have, or has of another size.</summary>
internal sealed class ArtifactCopy(IArtifactTree source, IArtifactStore target, string targetUri, PartLog parts, ImportLedger ledger)
{
    /// <summary>Deeper folders are left out: nothing that was logged lies so deep.</summary>
    private const int DeepestFolder = 100;

    /// <summary>Copies, and says whether there was anything to copy.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var copied = false;
        var folders = new Stack<(string? Path, int Depth)>([(null, 0)]);
        while (folders.TryPop(out var folder))
        {
            Dictionary<string, long?>? there = null;
            foreach (var entry in await ListAsync(folder.Path, cancellationToken).ConfigureAwait(false))
            {
                if (entry.IsDirectory)
                {
                    Enter(folders, entry, folder.Depth + 1);
                    continue;
                }

                there ??= await SizesAsync(folder.Path, cancellationToken).ConfigureAwait(false);
                var isThere = there.TryGetValue(entry.Path, out var size) && (size == entry.Size || entry.Size is null);
                copied |= !isThere && await CopyAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }

        return copied;
    }

    private void Enter(Stack<(string? Path, int Depth)> folders, ArtifactInfo entry, int depth)
    {
        if (depth > DeepestFolder)
        {
            parts.LeaveOut($"artifact '{entry.Path}'", $"folders lie in one another more than {DeepestFolder} deep");
            return;
        }

        folders.Push((entry.Path, depth));
    }

    private async Task<IReadOnlyList<ArtifactInfo>> ListAsync(string? path, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ListAsync(path, parts, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (Faults.IsOfOneThing(fault))
        {
            parts.LeaveOut(path is null ? "artifacts" : $"artifacts in '{path}'", fault.Message);
            return [];
        }
    }

    /// <summary>The files that the target has in a folder, with their sizes.</summary>
    private async Task<Dictionary<string, long?>> SizesAsync(string? path, CancellationToken cancellationToken)
    {
        try
        {
            return (await target.ListAsync(targetUri, path, cancellationToken).ConfigureAwait(false))
                .Where(entry => !entry.IsDirectory).ToDictionary(entry => entry.Path, entry => entry.Size, StringComparer.Ordinal);
        }
        catch (AssayException refused) when (Faults.IsOfOneThing(refused))
        {
            // A folder whose name the target refuses: so will it each file in it, and say why.
            return [];
        }
    }

    private async Task<bool> CopyAsync(ArtifactInfo file, CancellationToken cancellationToken)
    {
        SourceStream? content = null;
        try
        {
            content = new SourceStream(await source.OpenReadAsync(file.Path, cancellationToken).ConfigureAwait(false));
            await target.WriteAsync(targetUri, file.Path, content, cancellationToken).ConfigureAwait(false);
            ledger.AddFile(content.BytesRead);
            return true;
        }
        catch (Exception fault) when (Faults.IsOfOneThing(content?.Fault ?? fault))
        {
            parts.LeaveOut($"artifact '{file.Path}'", (content?.Fault ?? fault).Message);
            return false;
        }
        finally
        {
            if (content is not null)
            {
                await content.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
