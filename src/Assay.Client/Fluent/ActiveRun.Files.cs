using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Formats;

namespace Assay.Client;

public sealed partial class ActiveRun
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JsonText.Readable };

    // The types of files that were logged as more than files; pages show them so.
    private readonly Dictionary<string, string> _kinds = [];

    /// <summary>Writes a text as a file of the run; an older one of that path is replaced.</summary>
    /// <param name="text">The text, written in UTF-8.</param>
    /// <param name="path">The file's path among the run's artifacts: <c>notes/readme.md</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task LogTextAsync(string text, string path, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await LogStreamAsync(content, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a value as a file in JSON: a dictionary, a <see cref="JsonNode"/>, a record.</summary>
    public async Task LogJsonAsync<T>(T value, string path, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, Readable));
        await LogStreamAsync(content, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a figure as a file: SVG text.</summary>
    public Task LogFigureAsync(string svg, string path, CancellationToken cancellationToken = default) => LogTextAsync(svg, path, cancellationToken);

    /// <summary>Writes a figure as a file: the bytes of a PNG or another picture.</summary>
    public async Task LogFigureAsync(ReadOnlyMemory<byte> picture, string path, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream(picture.ToArray(), writable: false);
        await LogStreamAsync(content, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a stream as a file, as it is read.</summary>
    public Task LogStreamAsync(Stream content, string path, CancellationToken cancellationToken = default) =>
        _client.Store.Artifacts.WriteAsync(Start.ArtifactUri, path, content, cancellationToken);

    /// <summary>
    /// Writes a table as MLflow's <c>log_table</c> does (<c>{"columns": …, "data": …}</c>), and says in <c>mlflow.loggedArtifacts</c> that it is one, so
    /// that pages show it. An older table of that path is replaced.
    /// </summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The rows: as many values as there are columns; texts, numbers, truths, nulls.</param>
    /// <param name="path">The file's path; ends with <c>.json</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">A row has more or fewer values than there are columns.</exception>
    public async Task LogTableAsync(
        IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, string path, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream();
        TableFile.Write(content, columns, rows);
        content.Position = 0;
        await LogStreamAsync(content, path, cancellationToken).ConfigureAwait(false);
        string kinds;
        lock (_kinds)
        {
            _kinds[path] = "table";
            kinds = LoggedArtifacts.Merge(Start.Tags, _kinds);
        }

        await SetTagAsync(LoggedArtifacts.Tag, kinds, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a file to the run.</summary>
    /// <param name="file">The file on this machine.</param>
    /// <param name="folder">The folder among the run's artifacts; null for the root.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task LogArtifactAsync(string file, string? folder = null, CancellationToken cancellationToken = default)
    {
        var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var closing = content.ConfigureAwait(false);
        await LogStreamAsync(content, Under(folder, Path.GetFileName(file)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies all files of a folder, and of the folders in it, to the run. Links are left out.</summary>
    public async Task LogArtifactsAsync(string localFolder, string? folder = null, CancellationToken cancellationToken = default)
    {
        var every = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(localFolder, "*", every).Order(StringComparer.Ordinal))
        {
            var below = Path.GetDirectoryName(Path.GetRelativePath(localFolder, file))!.Replace(Path.DirectorySeparatorChar, '/');
            await LogArtifactAsync(file, below.Length == 0 ? folder : Under(folder, below), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Under(string? folder, string path) => string.IsNullOrEmpty(folder) ? path : $"{folder.TrimEnd('/')}/{path}";
}
