namespace Assay.Cli.Output;

/// <summary>A file that a command writes: whole or not at all, and known to be writable before work begins.</summary>
internal sealed class OutputFile
{
    private readonly string _path;

    private OutputFile(string path) => _path = path;

    public string Path => _path;

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
            throw new BadInputException($"{origin}: cannot write in {folder}: {failure.Message}; choose another folder", failure);
        }

        return new OutputFile(full);
    }

    public async Task WriteAsync(Func<TextWriter, Task> write)
    {
        var temporary = Temporary(_path);
        try
        {
            await using (var writer = new StreamWriter(temporary))
            {
                await write(writer).ConfigureAwait(false);
            }

            File.Move(temporary, _path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Temporary(string path) => $"{path}.{Environment.ProcessId}.part";
}
