using Assay.Data;
using Assay.Data.Selection;
using Assay.Data.Sources;

namespace Assay;

public abstract partial class Dataset
{
    /// <summary>
    /// Rows in a file: <c>.csv</c>, <c>.tsv</c>, <c>.json</c>, <c>.jsonl</c> or <c>.ndjson</c>, each also gzipped; <c>-</c> is standard
    /// input. Throws <see cref="BadInputException"/> when the name tells no format; what is wrong inside is found by
    /// <see cref="InspectAsync"/>.
    /// </summary>
    public static Dataset FromFile(string path, DatasetOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path == "-")
        {
            return StandardInput(options);
        }

        // A pipe with a name (a shell's <(command)) can be read once, like standard input.
        return OpenPipe(path) is { } pipe
            ? FromSource(new SpooledSource(pipe, path, "local", options?.Format ?? FormatSniffer.FromName(path)), options)
            : FromSource(new FileSource(path, options?.Format), options);
    }

    /// <summary>
    /// Rows on standard input, copied to a private temporary file before the first is used. The format is told by the first bytes.
    /// </summary>
    public static Dataset StandardInput(DatasetOptions? options = null) =>
        FromSource(new SpooledSource(Console.OpenStandardInput(), "standard input", "stdin", options?.Format), options);

    /// <summary>
    /// Rows in a stream, read once and copied to a private temporary file; the caller closes the stream. The format is told by the first
    /// bytes.
    /// </summary>
    public static Dataset FromStream(Stream stream, string name = "stream", DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FromSource(new SpooledSource(stream, name, "code", options?.Format), options);
    }

    /// <summary>
    /// Rows written out in code: <c>Dataset.Of(new { inputs = "What is MLflow?", ground_truth = "…" }, …)</c>; dictionaries too.
    /// </summary>
    public static Dataset Of(params object[] rows) => From(rows);

    /// <summary>
    /// Rows from a collection of anonymous objects, dictionaries, or typed objects, whose properties become columns in snake case unless
    /// <see cref="System.Text.Json.Serialization.JsonPropertyNameAttribute"/> names them.
    /// </summary>
    public static Dataset From<T>(IEnumerable<T> rows, string name = "code", DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return From(rows.ToAsyncEnumerable(), name, options);
    }

    /// <summary>
    /// Rows from an asynchronous sequence that gives the same rows every time it is enumerated: it is read more than once.
    /// </summary>
    public static Dataset From<T>(IAsyncEnumerable<T> rows, string name = "code", DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return FromSource(new ObjectSource<T>(rows, name), options);
    }

    private static SourceDataset FromSource(RowSource source, DatasetOptions? options) =>
        new(options?.Head is { } head ? new HeadSource(source, head) : source, options?.IdColumn);

    private static FileStream? OpenPipe(string path)
    {
        if (!File.Exists(path) || new FileInfo(path) is { LinkTarget: null, Length: > 0 })
        {
            return null;
        }

        var file = FileSource.Open(path);
        if (!file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        return null;
    }
}
