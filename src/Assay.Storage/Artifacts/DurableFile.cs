using System.Buffers;
using System.Security.Cryptography;

namespace Assay.Storage.Artifacts;

/// <summary>Writes a new file and flushes it to the disk.</summary>
internal static class DurableFile
{
    private const int BufferSize = 256 * 1024;

    /// <summary>
    /// Copies a stream into a file; a hash, if given, is told all of it. What goes wrong with the file is a refusal of ours; what goes wrong
    /// with the stream is thrown as it is: it is the caller's.
    /// </summary>
    public static async Task WriteAsync(string file, Stream content, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        var output = Open(file);
        await using (output.ConfigureAwait(false))
        {
            await CopyAsync(content, output, hash, cancellationToken).ConfigureAwait(false);
            Flush(output);
        }
    }

    /// <summary>Copies a file to the end of another; the hash is told all of it.</summary>
    public static async Task AppendFileAsync(FileStream output, string file, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var input = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        await using (input.ConfigureAwait(false))
        {
            await CopyAsync(input, output, hash, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates a file that is not there; writes are not buffered.</summary>
    public static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(file, error);
        }
    }

    public static void Flush(FileStream file)
    {
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(file.Name, error);
        }
    }

    private static async Task CopyAsync(Stream content, FileStream output, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 0)
            {
                hash?.AppendData(buffer, 0, read);
                await AppendAsync(output, buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask AppendAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(file.Name, error);
        }
    }
}
