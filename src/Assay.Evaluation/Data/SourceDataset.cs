using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Data.Schema;
using Assay.Data.Sources;

namespace Assay.Data;

/// <summary>
/// A data set over any source. The first reading collects hashes (eight bytes a row) to learn which ids or contents come more than once;
/// the second needs to remember only those.
/// </summary>
internal sealed class SourceDataset(RowSource source, string? idColumn) : Dataset
{
    private readonly RowIds _ids = new(source, idColumn);
    private Inspection? _inspection;

    public override string Name => source.Name;

    public override string SourceType => source.SourceType;

    public override string Source => source.Source;

    public override bool CanReadAgain => source.CanReadAgain;

    public override IReadOnlyList<DatasetStep> Steps => source.Steps;

    public override string SourceJson => DatasetDescription.Source(source.Origin, Steps);

    public override async Task<DatasetProfile> InspectAsync(CancellationToken cancellationToken = default) =>
        (_inspection = await ScanAsync(cancellationToken).ConfigureAwait(false)).Profile;

    public override async IAsyncEnumerable<Row> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var inspection = _inspection ??= await ScanAsync(cancellationToken).ConfigureAwait(false);
        if (source.Stamp != inspection.Stamp)
        {
            throw Changed();
        }

        var digests = new ContentDigest();
        var seen = new Dictionary<UInt128, int>();
        long index = 0;
        await foreach (var raw in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var digest = digests.Compute(raw.Columns, raw.Values);
            var text = ContentDigest.ToText(digest);
            var id = idColumn is null ? $"{text}-{Occurrence(digest, inspection.Repeated, seen)}" : _ids.Read(raw);
            if (index == inspection.Profile.Rows)
            {
                throw Changed();
            }

            yield return new Row(index++, id, text, raw.Columns, raw.Values);
        }

        if (index < inspection.Profile.Rows)
        {
            throw Changed();
        }
    }

    private protected override Dataset With(Func<RowSource, RowSource> derive) => new SourceDataset(derive(source), idColumn);

    private static string Occurrence(UInt128 digest, HashSet<ulong> repeated, Dictionary<UInt128, int> seen)
    {
        if (!repeated.Contains((ulong)(digest >> 64)))
        {
            return "1";
        }

        var count = seen.GetValueOrDefault(digest) + 1;
        seen[digest] = count;
        return count.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<Inspection> ScanAsync(CancellationToken cancellationToken)
    {
        var stamp = source.Stamp;
        var digests = new ContentDigest();
        using var whole = new DatasetDigest();
        var schema = new SchemaBuilder();
        var repeats = new RepeatFinder();
        long rows = 0;
        await foreach (var raw in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows++;
            schema.Add(raw.Columns, raw.Values);
            var digest = digests.Compute(raw.Columns, raw.Values);
            whole.Add(digest);
            repeats.Add((ulong)((idColumn is null ? digest : digests.Compute(_ids.Read(raw))) >> 64));
        }

        if (rows == 0)
        {
            throw new BadInputException($"{source.Title}: there are no rows; write one at least");
        }

        var repeated = repeats.TakeRepeated();
        if (idColumn is not null && repeated.Count > 0)
        {
            await _ids.RequireDistinctAsync(source.ReadAsync(cancellationToken), repeated).ConfigureAwait(false);
        }

        var profile = new DatasetProfile(rows, whole.Finish(), schema.Columns) { Schema = schema.Build(rows), Warnings = [.. source.Warnings] };
        return new Inspection(profile, stamp, repeated);
    }

    private BadInputException Changed() =>
        new($"{source.Title}: the rows are not those that were there at first; leave the data alone while they are evaluated, and start again");

    private sealed record Inspection(DatasetProfile Profile, string Stamp, HashSet<ulong> Repeated);
}
