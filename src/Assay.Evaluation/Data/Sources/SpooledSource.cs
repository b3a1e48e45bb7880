namespace Assay.Data.Sources;

/// <summary>
/// Rows in a stream that can be read once, such as standard input. It is copied to a private temporary file, which has no name any more as
/// soon as it is open (on Windows: which goes when it is closed), so that all rows are looked at before the first is used.
/// </summary>
internal sealed class SpooledSource(Stream stream, string name, string sourceType, DataFormat? format) : StreamSource(format)
{
    private FileStream? _copy;

    public override string Name => name;

    public override string SourceType => sourceType;

    public override string Source => name;

    public override bool CanReadAgain => false;

    protected override async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        _copy ??= await CopyAsync(cancellationToken).ConfigureAwait(false);
        return new FileView(_copy.SafeFileHandle);
    }

    private async Task<FileStream> CopyAsync(CancellationToken cancellationToken)
    {
        var copy = Create();
        try
        {
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            await copy.FlushAsync(cancellationToken).ConfigureAwait(false);
            return copy;
        }
        catch (Exception error)
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw error is IOException
                ? new BadInputException(
                    $"{name}: cannot be copied to {Path.GetTempPath()} ({error.Message.TrimEnd('.')}); make room there, or give a file", error)
                : error;
        }
    }

    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}");
        try
        {
            var copy = new FileStream(path, options);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return copy;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"{path}: cannot be written ({error.Message.TrimEnd('.')}); set TMPDIR to a folder that can", error);
        }
    }
}
