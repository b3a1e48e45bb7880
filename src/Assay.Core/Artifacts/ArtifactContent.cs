namespace Assay.Artifacts;

/// <summary>An opened file. Dispose it to let go of the file or connection behind it.</summary>
/// <param name="stream">The bytes of the file, or of the range that was asked for.</param>
public sealed class ArtifactContent(Stream stream) : IAsyncDisposable
{
    /// <summary>The bytes: <see cref="Length"/> of them, from <see cref="Offset"/>.</summary>
    public Stream Stream => stream;

    /// <summary>Bytes of the whole file.</summary>
    public required long Size { get; init; }

    /// <summary>The place in the file of the stream's first byte.</summary>
    public required long Offset { get; init; }

    /// <summary>How many bytes the stream gives; 0 when the file does not reach the range that was asked for.</summary>
    public required long Length { get; init; }

    /// <summary>When the file was written.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>A mark, without quotes, that changes whenever the file is replaced.</summary>
    public required string ETag { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
