using System.IO.Compression;
using System.Text.Json;

namespace Assay.Benchmarks;

/// <summary>English prose (Moby-Dick and State of the Union addresses, from the golden records), cut anew so that texts differ.</summary>
internal static class Corpus
{
    private static readonly string[] Words = ReadWords();

    /// <summary>25 to 30 words each.</summary>
    public static string[] Short { get; } = Cut(4000, 25, 31);

    /// <summary>300 words each.</summary>
    public static string[] Long { get; } = Cut(1000, 300, 301);

    private static string[] Cut(int texts, int fewest, int most)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, texts).Select(_ =>
        {
            var length = random.Next(fewest, most);
            return string.Join(' ', Words.AsSpan(random.Next(Words.Length - length), length)!);
        })];
    }

    private static string[] ReadWords()
    {
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(AppContext.BaseDirectory, "readability.jsonl.gz")), CompressionMode.Decompress));
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("kind").GetString() is "moby" or "sotu")
                words.AddRange(record.RootElement.GetProperty("input").GetProperty("text").GetString()!.Split(' '));
        }

        return [.. words];
    }
}
