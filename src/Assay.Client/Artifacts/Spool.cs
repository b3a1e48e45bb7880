namespace Assay.Client.Artifacts;

/// <summary>Content that can be sent more than once: itself where it can be read again from its place, else a copy in a temporary file.</summary>
internal sealed class Spool : IAsyncDisposable
{
    private readonly Stream _content;
    private readonly long _start;
    private readonly bool _isOwn;

    private Spool(Stream content, bool isOwn) => (_content, _start, _isOwn) = (content, content.Position, isOwn);

    public static async Task<Spool> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            return new(content, isOwn: false);
        }

        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.upload"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            return new(copy, isOwn: true);
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The content from its start.</summary>
    public Stream Rewind()
    {
        _content.Position = _start;
        return _content;
    }

    public ValueTask DisposeAsync() => _isOwn ? _content.DisposeAsync() : ValueTask.CompletedTask;
}
