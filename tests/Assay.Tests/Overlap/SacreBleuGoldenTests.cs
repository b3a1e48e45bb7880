using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class SacreBleuGoldenTests
{
    [Fact]
    public void Every_sentence_equals_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("sacrebleu_sentence").SelectMany(record =>
    {
        var (hypothesis, references) = GoldenSegments.Of(record).Single();
        return GoldenSegments.Cases(record, "cases").Select(item => GoldenSegments.Compare(
            record, item.Parameters, GoldenSegments.SacreBleu(item.Parameters).Sentence(hypothesis, references), item.Expected));
    }));

    [Fact]
    public void Every_corpus_equals_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("sacrebleu_corpus").SelectMany(record =>
        GoldenSegments.Cases(record, "bleu").Select(item => GoldenSegments.Compare(
            record, item.Parameters, GoldenSegments.SacreBleu(item.Parameters).Corpus(GoldenSegments.Of(record)), item.Expected))));
}
