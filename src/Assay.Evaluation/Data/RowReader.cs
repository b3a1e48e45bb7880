using System.Runtime.CompilerServices;

namespace Assay.Data;

/// <summary>Reads rows out of a buffer: the loop that every format shares.</summary>
internal abstract class RowReader(InputBuffer input)
{
    protected InputBuffer Input { get; } = input;

    /// <summary>The line where the available bytes begin, from 1.</summary>
    protected long Line { get; set; } = 1;

    /// <summary>Streams the rows.</summary>
    public async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryRead(out var row))
            {
                yield return row;
            }

            if (Input.Ended)
            {
                yield break;
            }

            if (Input.IsFull)
            {
                throw TooLong();
            }

            cancellationToken.ThrowIfCancellationRequested();
            await Input.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the next row; false when it needs more bytes, or when there are no more rows and no more bytes.</summary>
    protected abstract bool TryRead(out RawRow row);

    /// <summary>An error in a line.</summary>
    protected BadInputException Bad(long line, string what) => new($"{Input.Source}, line {line}: {what}");

    protected virtual BadInputException TooLong() =>
        Bad(Line, $"a row of more than {RowLimit.Text}; split it, or check that line ends are not missing");
}
