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
        string[] texts =
        [
            "The meeting was moved to Thursday because the room is being painted, so please bring the printed figures and the two letters that came on Monday.",
            "You are such an idiot, I can't believe anyone would write something this stupid and then be proud of it for a whole week, honestly.",
            "A biblioteca abre às nove e fecha às seis, mas aos sábados só até o meio-dia, e os livros podem ser devolvidos na caixa ao lado da porta.",
            "Nous avons visité le marché hier matin ; les fraises étaient déjà mûres et le vendeur nous a raconté l'histoire de sa famille depuis trois générations.",
        ];
        for (var round = 0; round < 4; round++)
        {
            var clock = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            const int count = 60_000;
            for (var i = 0; i < count; i++)
            {
                model.Predict(texts[i % texts.Length]);
            }

            output.WriteLine($"{count / clock.Elapsed.TotalSeconds:N0} texts/s on one thread ({texts.Average(text => text.Length):F0} characters each), "
                + $"{(GC.GetAllocatedBytesForCurrentThread() - before) / (double)count:F1} bytes allocated per text");
        }
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
        var prompts = TestSuites.RealToxicityPrompts(inputs).Select(one => (model.Predict(one.Text).Any, one.Toxicity > 0.5)).ToArray();
        output.WriteLine($"RealToxicityPrompts: any AUC {Measures.Auc(prompts):F3} of {prompts.Length} prompts");
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
