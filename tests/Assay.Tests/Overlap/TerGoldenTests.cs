using System.Text.Json;
using Assay.Overlap;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class TerGoldenTests
{
    [Theory]
    [InlineData("chrf_ter_sentence")]
    [InlineData("sacrebleu_corpus")]
    public void Every_score_equals_the_reference(string file) => GoldenFile.ShouldAllAgree(GoldenFile.Read(file).SelectMany(record =>
        GoldenSegments.Cases(record, "ter").Select(item =>
        {
            ISummedMetric metric = Of(item.Parameters);
            var sums = SegmentSums.Of(metric, GoldenSegments.Of(record));
            var agrees = GoldenFile.Agrees(metric.OfCorpus(sums), item.Expected.GetProperty("score").GetDouble())
                && sums[0] == item.Expected.GetProperty("num_edits").GetDouble()
                && GoldenFile.Agrees(sums[1], item.Expected.GetProperty("ref_length").GetDouble());
            return agrees ? null : $"{record.GetProperty("id")} {item.Parameters}: {sums[0]} edits of {sums[1]} for {item.Expected}";
        })));

    private static Ter Of(JsonElement parameters) => new(new TerOptions
    {
        Normalized = parameters.Flag("normalized"),
        NoPunctuation = parameters.Flag("no_punct"),
        AsianSupport = parameters.Flag("asian_support"),
        CaseSensitive = parameters.Flag("case_sensitive"),
    });
}
