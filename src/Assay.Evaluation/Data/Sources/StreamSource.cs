using System.Runtime.CompilerServices;
using Assay.Data.Delimited;
using Assay.Data.Json;

namespace Assay.Data.Sources;

/// <summary>Rows written in a stream that can seek: a file, or a copy of standard input.</summary>
internal abstract class StreamSource(DataFormat? format) : RowSource
{
    /// <summary>Opens the stream at its start.</summary>
    protected abstract ValueTask<Stream> OpenAsync(CancellationToken cancellationToken);

    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        if (stream.Length == 0)
        {
            throw new BadInputException($"{Title}: the file is empty; write a row at least");
        }

        var plain = await IsGzipAsync(stream, cancellationToken).ConfigureAwait(false) ? new GzipText(stream) : stream;
        await using var closingPlain = plain.ConfigureAwait(false);
        var input = new InputBuffer(plain, Title);
        await input.FillAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in Reader(input).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private RowReader Reader(InputBuffer input)
    {
        var sniffed = FormatSniffer.Sniff(input.Available);
        return (format ?? sniffed) switch
        {
            DataFormat.Csv => new DelimitedRowReader(input, ','),
            DataFormat.Tsv => new DelimitedRowReader(input, '\t'),
            DataFormat.JsonLines => new JsonLinesReader(input),

            // Many files that end in .json hold an object a line.
            _ => sniffed == DataFormat.JsonLines ? new JsonLinesReader(input, isDocument: format == DataFormat.Json) : new JsonDocumentReader(input),
        };
    }

    private async ValueTask<bool> IsGzipAsync(Stream stream, CancellationToken cancellationToken)
    {
        var magic = new byte[2];
        var read = await stream.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        stream.Position = 0;
        var isGzip = read == 2 && magic is [0x1F, 0x8B];
        return isGzip || !Title.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? isGzip
            : throw new BadInputException($"{Title}: not gzip data, though its name ends in .gz; rename it, or compress it");
    }
}
