using System.Text.Json;
using Assay.Overlap;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class HuggingFaceBleuGoldenTests
{
    [Fact]
    public void Every_score_equals_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("hf_bleu").SelectMany(record =>
        GoldenSegments.Cases(record, "cases").Select(item =>
        {
            var bleu = new HuggingFaceBleu(item.Parameters.Whole("max_order", 4), item.Parameters.Flag("smooth"));
            var actual = bleu.Corpus(GoldenSegments.Of(record));
            return Agrees(actual, item.Expected) ? null : $"{record.GetProperty("id")} {item.Parameters}: {actual} for {item.Expected}";
        })));

    // Where the reference divides by zero there is no score.
    private static bool Agrees(BleuScore actual, JsonElement expected) => expected.TryGetProperty("error", out _)
        ? double.IsNaN(actual.Score)
        : GoldenFile.Agrees(actual.Score, expected.GetProperty("bleu").GetDouble())
            && GoldenFile.Agrees(actual.BrevityPenalty, expected.GetProperty("brevity_penalty").GetDouble())
            && actual.HypothesisLength == expected.GetProperty("translation_length").GetInt64()
            && actual.ReferenceLength == expected.GetProperty("reference_length").GetInt64()
            && actual.Precisions.SequenceEqual(GoldenSegments.Numbers(expected.GetProperty("precisions")));
}
