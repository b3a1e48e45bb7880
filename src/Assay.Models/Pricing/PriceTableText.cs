using System.Globalization;

namespace Assay.Models;

/// <summary>Reads the bundled table: lines of fields between tabs, which its first lines explain.</summary>
internal static class PriceTableText
{
    private const string Resource = "prices.tsv";
    private static readonly DateOnly Taken = new(2026, 8, 21);

    public static PriceTable ReadBundled()
    {
        using var content = typeof(PriceTableText).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no embedded table {Resource}.");
        using var reader = new StreamReader(content);
        return new PriceTable(Taken, [.. Lines(reader).Where(line => !line.StartsWith('#')).Select(line => Read(line.Split('\t')))]);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static PricedModel Read(string[] fields) => new(
        fields[0], fields[1], fields[2].Length == 0 ? DateOnly.MinValue : DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Price(fields.AsSpan(3, 3)) with
        {
            LongFrom = Number(fields[6]) is { } tokens ? (long)tokens : null,
            LongPrompts = fields[6].Length == 0 ? null : Price(fields.AsSpan(7, 3)),
        },
        fields[10].Split('|'));

    private static ModelPrice Price(ReadOnlySpan<string> fields) => new(Number(fields[0]) ?? 0, Number(fields[2]) ?? 0, Number(fields[1]));

    private static double? Number(string field) => field.Length == 0 ? null : double.Parse(field, CultureInfo.InvariantCulture);
}
