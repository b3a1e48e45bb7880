using System.Text;
using System.Text.Json;
using Assay.Artifacts;
using Assay.Web.Runs;

namespace Assay.Web.Artifacts;

/// <summary>Reads the beginning of a file, and no more of it, however long it is.</summary>
internal static class ArtifactFileReader
{
    /// <summary>How much of a file is read to be shown.</summary>
    public const int MostBytes = 256 * 1024;

    private const int MostRows = 200, MostColumns = 200;

    /// <param name="artifacts">The files.</param>
    /// <param name="artifactUri">Where those of the run are.</param>
    /// <param name="info">The file.</param>
    /// <param name="asTree">Whether a table in JSON is to be shown as the JSON that it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ArtifactFile> ReadAsync(
        IArtifactStore artifacts, string artifactUri, ArtifactInfo info, bool asTree, CancellationToken cancellationToken)
    {
        var file = new ArtifactFile { Path = info.Path, Size = info.Size ?? 0, Kind = ArtifactKinds.Of(info.Path) };
        if (file.Kind is ArtifactKind.Image or ArtifactKind.Html or ArtifactKind.Other)
        {
            return file;
        }

        var bytes = await BeginningAsync(artifacts, artifactUri, info.Path, cancellationToken).ConfigureAwait(false);
        var isCut = bytes.Length < file.Size;
        if (bytes.AsSpan().Contains((byte)0))
        {
            return file with { Kind = ArtifactKind.Other };
        }

        return Understand(file with { Text = Decode(bytes, isCut), IsCut = isCut }, bytes, asTree);
    }

    // What is not what its name says is shown as text.
    private static ArtifactFile Understand(ArtifactFile file, byte[] bytes, bool asTree)
    {
        switch (file.Kind)
        {
            case ArtifactKind.Table:
                var separator = file.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
                return file with { Table = Narrow(DelimitedReader.Read(file.Text!, separator, MostRows, file.IsCut)) };
            case ArtifactKind.Json when JsonTableReader.Read(bytes, MostRows, file.IsCut) is { } table && (!asTree || file.IsCut || !IsJson(bytes)):
                return file with { Kind = ArtifactKind.Table, Table = Narrow(table), HasTree = !file.IsCut && IsJson(bytes) };
            case ArtifactKind.Json when asTree && JsonTableReader.Read(bytes, 1, file.IsCut) is not null:
                return file with { HasTable = true };
            case ArtifactKind.Json when file.IsCut || !IsJson(bytes):
            case ArtifactKind.Markdown when file.IsCut || file.Text!.Length > SafeMarkdown.Longest:
                return file with { Kind = ArtifactKind.Text };
            default:
                return file;
        }
    }

    // A file may be all columns: the first are shown, as of rows.
    private static TabularText Narrow(TabularText table) =>
        table.Columns.Count <= MostColumns && table.Rows.All(row => row.Count <= MostColumns) ? table
        : new TabularText([.. table.Columns.Take(MostColumns)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Take(MostColumns)])], HasMore: true);

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using var parsed = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<byte[]> BeginningAsync(IArtifactStore artifacts, string artifactUri, string path, CancellationToken cancellationToken)
    {
        var content = await artifacts.OpenAsync(artifactUri, path, new ArtifactRange(0, MostBytes - 1), cancellationToken).ConfigureAwait(false);
        await using var closing = content.ConfigureAwait(false);
        var bytes = new byte[Math.Min(MostBytes, content.Length)];
        var read = await content.Stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    // A letter that the cut went through is left out.
    private static string Decode(byte[] bytes, bool isCut)
    {
        var end = bytes.Length;
        for (var back = 1; isCut && back <= Math.Min(4, bytes.Length); back++)
        {
            if ((bytes[^back] & 0xC0) != 0x80)
            {
                end = bytes[^back] >= 0x80 ? bytes.Length - back : end;
                break;
            }
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(0, end));
    }
}
