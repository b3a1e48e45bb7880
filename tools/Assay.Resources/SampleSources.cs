using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Resources;

/// <summary>
/// Makes the bundled samples, JSON lines, of public data. Excerpts take the rows whose text has the least SHA-256, so that anybody draws the
/// same ones, in the order of the source.
/// </summary>
internal static class SampleSources
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Sentence polarity 1.0: as many positive sentences as negative ones. Sentences that were garbled before are left out: control characters of
    /// Latin-1, and the first letters of UTF-8 that was read as Latin-1, which no English review has.
    /// </summary>
    public static byte[] Sentiment(IEnumerable<string> lines, int each)
    {
        var rows = lines.Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length == 2 && !cells[1].Any(c => c is '\uFFFD' or 'Ã' or 'Â' or (>= '\u0080' and < '\u00A0'))).ToList();
        var drawn = Excerpt(rows.Where(cells => cells[0] == "pos"), each, cells => cells[1]).ToHashSet();
        drawn.UnionWith(Excerpt(rows.Where(cells => cells[0] == "neg"), each, cells => cells[1]));
        return Lines(rows.Where(drawn.Contains).Select(cells => new JsonObject
        {
            ["inputs"] = cells[1].Trim(),
            ["ground_truth"] = cells[0] == "pos" ? "positive" : "negative",
        }));
    }

    /// <summary>NQ-open's development set: a question and every answer that counts.</summary>
    public static byte[] OpenQuestions(IEnumerable<string> lines, int rows) =>
        Lines(Excerpt(lines.Where(line => line.Length > 0), rows, line => line).Select(line => JsonNode.Parse(line)!).Select(row => new JsonObject
        {
            ["inputs"] = row["question"]!.DeepClone(),
            ["ground_truth"] = row["answer"]!.DeepClone(),
        }));

    /// <summary>TICO-19: English sentences with their translations, of sentences that all three languages have.</summary>
    public static byte[] Translations(IEnumerable<string> portuguese, IEnumerable<string> french, IEnumerable<string> spanish, int rows)
    {
        var all = portuguese.Zip(french, spanish).Skip(1)
            .Select(line => (Pt: line.First.Split('\t'), Fr: line.Second.Split('\t'), Es: line.Third.Split('\t')))
            .Where(line => line.Pt[0] == line.Fr[0] && line.Pt[0] == line.Es[0]);
        return Lines(Excerpt(all, rows, line => line.Pt[0]).Select(line => new JsonObject
        {
            ["inputs"] = line.Pt[0], ["pt"] = line.Pt[1], ["fr"] = line.Fr[1], ["es"] = line.Es[1],
        }));
    }

    /// <summary>MT-Bench: the 80 questions of two turns, with GPT-4's reference answer to the first turn where there is one.</summary>
    public static byte[] MtBench(IEnumerable<string> questions, IEnumerable<string> references)
    {
        var answers = references.Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!)
            .ToDictionary(row => (int)row["question_id"]!, row => row["choices"]![0]!["turns"]![0]!);
        return Lines(questions.Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).Select(row => new JsonObject
        {
            ["id"] = $"mt-bench-{row["question_id"]}",
            ["category"] = row["category"]!.DeepClone(),
            ["inputs"] = row["turns"]![0]!.DeepClone(),
            ["follow_up"] = row["turns"]![1]!.DeepClone(),
            ["ground_truth"] = answers.GetValueOrDefault((int)row["question_id"]!)?.DeepClone(),
        }));
    }

    /// <summary>The labs' questions with the answers that are expected of them.</summary>
    public static byte[] LabQuestions(IEnumerable<string> lines) =>
        Lines(lines.Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).Select(row => new JsonObject
        {
            ["inputs"] = row["inputs"]!.DeepClone(), ["ground_truth"] = row["ground_truth"]!.DeepClone(),
        }));

    private static IEnumerable<T> Excerpt<T>(IEnumerable<T> rows, int size, Func<T, string> text) => rows
        .Select((row, place) => (row, place)).DistinctBy(item => text(item.row))
        .OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text(item.row)))), StringComparer.Ordinal)
        .Take(size).OrderBy(item => item.place).Select(item => item.row);

    private static byte[] Lines(IEnumerable<JsonObject> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row.ToJsonString(Readable) + "\n")));
}
