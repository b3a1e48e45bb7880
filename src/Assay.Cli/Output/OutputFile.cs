namespace Assay.Cli.Output;

/// <summary>A file that a command writes: whole or not at all, and known to be writable before work begins.</summary>
internal sealed class OutputFile
{
    private readonly string _origin;

    private OutputFile(string path, string origin) => (Path, _origin) = (path, origin);

    public string Path { get; }

    /// <summary>The file to be written; null when none is asked for. Throws when its folder is not there or does not take files.</summary>
    public static OutputFile? For(string? path, string origin)
    {
        if (path is null)
        {
            return null;
        }

        var full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new BadInputException($"{origin}: {path} is a folder; name a file in it");
        }

        var folder = System.IO.Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
        {
            throw new BadInputException($"{origin}: the folder {folder} is not there; make it first");
        }

        try
        {
            using var trial = new FileStream(Temporary(full), new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{origin}: cannot write in {folder}: {Reason(failure)}; choose another folder", failure);
        }

        return new OutputFile(full, origin);
    }

    /// <summary>Writes it. Throws <see cref="BadInputException"/> when it cannot be written; then what was there is there still.</summary>
    public async Task WriteAsync(Func<TextWriter, Task> write)
    {
        var temporary = Temporary(Path);
        try
        {
            await using (var writer = new StreamWriter(temporary))
            {
                await write(writer).ConfigureAwait(false);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{_origin}: cannot write {Path}: {Reason(failure)}; make room, or name another file", failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What the system says, without the name of the temporary file.</summary>
    private static string Reason(Exception failure) => failure is UnauthorizedAccessException
        ? "permission denied"
        : failure.Message.Split(" : '")[0].TrimEnd('.');

    private static string Temporary(string path) => $"{path}.{Environment.ProcessId}.part";
}
