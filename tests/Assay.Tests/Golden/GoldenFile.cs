using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Assay.Tests.Golden;

/// <summary>
/// Records of what the reference implementations compute: the committed part, or, when ASSAY_GOLDEN names a folder with the full files, those.
/// </summary>
internal static class GoldenFile
{
    public static IReadOnlyList<JsonElement> Read(string name, Func<JsonElement, bool>? where = null)
    {
        var records = new List<JsonElement>();
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            var record = JsonSerializer.Deserialize<JsonElement>(line);
            if (where is null || where(record)) records.Add(record);
        }

        records.ShouldNotBeEmpty();
        return records;
    }

    /// <summary>A number, one of the strings "NaN", "Infinity", "-Infinity", or a boolean as 1 or 0.</summary>
    public static double Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };

    /// <summary>Fails with all the records that differ, not only the first.</summary>
    public static void ShouldAllAgree(IEnumerable<string?> differences)
    {
        var found = differences.Where(difference => difference is not null).ToList();
        found.ShouldBeEmpty($"{found.Count} differ:\n{string.Join('\n', found.Take(20))}");
    }

    /// <summary>Equal up to a relative difference; NaN and infinities equal themselves.</summary>
    public static bool Agrees(double actual, double expected, double relative = 1e-12) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300);

    private static Stream Open(string name)
    {
        var full = Environment.GetEnvironmentVariable("ASSAY_GOLDEN");
        return string.IsNullOrEmpty(full)
            ? new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".jsonl.gz")), CompressionMode.Decompress)
            : File.OpenRead(Path.Combine(full, name + ".jsonl"));
    }
}
