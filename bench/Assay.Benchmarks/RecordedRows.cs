using System.Text.Json;

namespace Assay.Benchmarks;

/// <summary>Rows of recorded answers for end-to-end measurements: 25 to 30 words each.</summary>
internal static class RecordedRows
{
    public static void Print(int count)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        for (var i = 0; i < count; i++)
        {
            var text = JsonSerializer.Serialize(Corpus.Short[i % Corpus.Short.Length]);
            output.Write($"{{\"id\":{i},\"inputs\":\"question {i}\",\"ground_truth\":\"none\",\"prediction\":{text}}}\n");
        }
    }
}
