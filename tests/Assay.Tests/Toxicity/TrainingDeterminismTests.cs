using Assay.Toxicity;
using Assay.Toxicity.Training.Corpus;
using Assay.Toxicity.Training.Learning;

namespace Assay.Tests.Toxicity;

public sealed class TrainingDeterminismTests
{
    private static readonly KeyValuePair<string, string>[] Sources = [new("sentences.tsv", "0")];

    [Fact]
    public void Training_twice_on_the_same_sentences_gives_the_same_bytes()
    {
        Train().ShouldBe(Train());
    }

    [Fact]
    public void A_trained_model_is_read_back_and_tells_its_own_sentences_apart()
    {
        var model = ToxicityModel.Read(new MemoryStream(Train()));

        var hateful = model.Predict("Muslims are all terrorists.").Hate;
        var harmless = model.Predict("The train to the lake leaves at noon.").Hate;

        hateful.ShouldBeGreaterThan(harmless);
        model.Sources.ShouldBe(Sources);
    }

    [Fact]
    public void A_model_file_that_is_cut_short_is_refused()
    {
        var bytes = Train();

        Should.Throw<InvalidDataException>(() => ToxicityModel.Read(new MemoryStream(bytes[..1000])));
        Should.Throw<InvalidDataException>(() => ToxicityModel.Read(new MemoryStream("no model at all"u8.ToArray())));
    }

    [Fact]
    public void A_model_of_another_lexicon_is_refused()
    {
        var bytes = Train();
        bytes[4] ^= 1;

        Should.Throw<InvalidDataException>(() => ToxicityModel.Read(new MemoryStream(bytes))).Message.ShouldContain("lexicon");
    }

    private static byte[] Train()
    {
        var run = TrainingRun.Of(Sentences(), new TrainingOptions(), Sources, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        ToxicityModelFile.Write(stream, run.Weights);
        return stream.ToArray();
    }

    private static LabelledText[] Sentences()
    {
        using var stream = typeof(TrainingDeterminismTests).Assembly.GetManifestResourceStream("toxicity-sentences.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. Table.Rows(reader.ReadToEnd(), '\t').Select(row => new LabelledText
        {
            Text = row("text"), Source = "fixture", FoldKey = row("text"), Language = Enum.Parse<ToxicityLanguage>(row("language")),
            Hate = row("hate") == "1", HateWeight = 1, Any = row("any") == "1", AnyWeight = 1,
        })];
    }
}
