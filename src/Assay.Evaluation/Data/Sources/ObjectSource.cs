using System.Runtime.CompilerServices;

namespace Assay.Data.Sources;

/// <summary>Rows in code: objects, records or dictionaries.</summary>
internal sealed class ObjectSource<T>(IAsyncEnumerable<T> rows, string name) : RowSource
{
    public override string Name => name;

    public override string SourceType => "code";

    public override string Source => "code";

    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long number = 0;
        string[] last = [];
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            number++;
            var (columns, values) = ObjectFields.Read(row) ?? throw new BadInputException(
                $"{Place(number)}: {(row is null ? "null" : $"a {row.GetType().Name}")} is not a row; give an object with properties or a dictionary");
            last = columns.AsSpan().SequenceEqual(last) ? last : columns;
            yield return new RawRow(number, last, values);
        }
    }

    public override string Unit => "row";
}
