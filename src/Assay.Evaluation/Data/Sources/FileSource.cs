using System.Globalization;
using Assay.Naming;

namespace Assay.Data.Sources;

/// <summary>Rows in a file.</summary>
internal sealed class FileSource : StreamSource
{
    private readonly string _path;

    /// <summary>Throws <see cref="BadInputException"/> when neither the name nor the caller tells a format.</summary>
    public FileSource(string path, DataFormat? format)
        : base(format ?? FormatSniffer.FromName(path) ?? throw Unknown(path)) => _path = path;

    public override string Name => Path.GetFileName(_path);

    public override string SourceType => "local";

    public override string Source => Path.GetFullPath(_path);

    public override string Title => _path;

    public override string Stamp
    {
        get
        {
            var file = new FileInfo(_path);
            return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "";
        }
    }

    protected override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => new(Open(_path));

    /// <summary>Opens a file that must exist, or says what is there instead.</summary>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path}: is a folder, not a file; name a file in it");
        }

        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: there is no such file{Suggestion(path)}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new BadInputException($"{path}: permission denied; allow this user to read the file", error);
        }
        catch (IOException error)
        {
            throw new BadInputException($"{path}: cannot be opened ({error.Message.TrimEnd('.')})", error);
        }
    }

    private static string Suggestion(string path)
    {
        var folder = Path.GetDirectoryName(path);
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(folder))
        {
            return $"; there is no folder {folder}";
        }

        try
        {
            return NameSuggestion.Ending(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static BadInputException Unknown(string path)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            Open(path).Dispose();
        }

        var extension = Path.GetExtension(path);
        var what = extension.Length == 0 ? "the name has no extension" : $"the extension {extension} is not known";
        return new BadInputException($"{path}: {what}; name the file {FormatSniffer.Extensions}");
    }
}
