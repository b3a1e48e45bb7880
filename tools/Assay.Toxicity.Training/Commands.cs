using System.Diagnostics;
using Assay.Toxicity.Training.Corpus;
using Assay.Toxicity.Training.Grammar;
using Assay.Toxicity.Training.Judging;
using Assay.Toxicity.Training.Learning;

namespace Assay.Toxicity.Training;

/// <summary>The subcommands.</summary>
internal static class Commands
{
    public static void Train(string data, string file, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var training = TrainingData.Read(data, output);
        var run = TrainingRun.Of(training.Texts, new TrainingOptions(), training.Sources, CancellationToken.None);
        using (var stream = File.Create(file))
        {
            ToxicityModelFile.Write(stream, run.Weights);
            output.WriteLine($"{file}: {stream.Length:N0} bytes, {run.Weights.Vocabulary.Count} words, {clock.Elapsed.TotalSeconds:F0} s");
        }

        HeldOutReport.Print(run, output);
        Judge(new ToxicityModel(run.Weights, Lexicon.Embedded()), data, output, full: false);
    }

    /// <summary>All figures of the model card. The held-out figures and the ablation train anew.</summary>
    public static void Evaluate(string data, string? file, TextWriter output)
    {
        var training = TrainingData.Read(data, output);
        HeldOutReport.Print(TrainingRun.Of(training.Texts, new TrainingOptions(), training.Sources, CancellationToken.None), output);
        Judge(Open(file), data, output, full: true);
        output.WriteLine("Without generated sentences:");
        var natural = TrainingRun.Of([.. training.Texts.Where(text => !text.IsGenerated)], new TrainingOptions(), training.Sources, CancellationToken.None);
        SuiteReport.Print(new ToxicityModel(natural.Weights, Lexicon.Embedded()), [.. TestSuites.HateCheck(new InputDigests(data))], output, byFunctionality: false);
    }

    public static void Bench(string? file, TextWriter output)
    {
        var model = Open(file);
        var texts = BenchTexts();
        var characters = texts.Average(text => text.Length);
        var words = texts.Average(text => text.Split(' ').Length);
        for (var round = 0; round < 4; round++)
        {
            var clock = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var text in texts)
            {
                model.Predict(text);
            }

            output.WriteLine($"{texts.Length / clock.Elapsed.TotalSeconds:N0} texts/s on one thread ({texts.Length:N0} different ones of {words:F0} words, {characters:F0} characters), "
                + $"{(GC.GetAllocatedBytesForCurrentThread() - before) / (double)texts.Length:F1} bytes allocated per text");
        }
    }

    // Generated sentences, misspellings and all, three to a text: many different ones, as the processor learns a few by heart.
    private static string[] BenchTexts()
    {
        var made = new GeneratedSentences(Enum.GetValues<ToxicityLanguage>().ToDictionary(language => language, _ => (IReadOnlyList<string>)[]));
        var sentences = Enum.GetValues<ToxicityLanguage>().SelectMany(made.Make).Select(text => text.Text).ToArray();
        new SeededRandom(1).Shuffle(sentences.AsSpan());
        return [.. sentences.Chunk(3).Select(three => string.Join(' ', three))];
    }

    public static void Score(string? file, TextReader input, TextWriter output)
    {
        var model = Open(file);
        while (input.ReadLine() is { } text)
        {
            var found = model.Predict(text);
            output.WriteLine($"{found.Hate:F3}\t{found.Any:F3}\t{found.Language}\t{text}");
        }
    }

    public static void Sample(TextWriter output)
    {
        var made = new GeneratedSentences(Enum.GetValues<ToxicityLanguage>().ToDictionary(language => language, _ => (IReadOnlyList<string>)[]));
        foreach (var text in Enum.GetValues<ToxicityLanguage>().SelectMany(made.Make))
        {
            output.WriteLine($"{text.Source}\t{(text.HateWeight == 0 ? "-" : text.Hate ? "1" : "0")}{(text.AnyWeight == 0 ? "-" : text.Any ? "1" : "0")}\t{text.Text}");
        }
    }

    private static void Judge(ToxicityModel model, string data, TextWriter output, bool full)
    {
        var inputs = new InputDigests(data);
        SuiteReport.Print(model, [.. TestSuites.HateCheck(inputs)], output, byFunctionality: true);
        var prompts = TestSuites.RealToxicityPrompts(inputs).Select(one => (Predicted: model.Predict(one.Text), one.Toxicity, one.IdentityAttack)).ToArray();
        output.WriteLine($"RealToxicityPrompts, {prompts.Length} prompts: any against toxicity over .5, AUC {Measures.Auc(prompts.Select(one => (one.Predicted.Any, one.Toxicity > 0.5))):F3}; "
            + $"hate against identity attack over .5, AUC {Measures.Auc(prompts.Select(one => (one.Predicted.Hate, one.IdentityAttack > 0.5))):F3}");
        BiasReport.Print(model, inputs, output, full);
    }

    private static ToxicityModel Open(string? file)
    {
        if (file is null)
        {
            return ToxicityModel.Embedded;
        }

        using var stream = File.OpenRead(file);
        return ToxicityModel.Read(stream);
    }
}
