using Assay.Toxicity.Training.Learning;

namespace Assay.Toxicity.Training.Judging;

/// <summary>AUC on held-out fifths of each training set, and expected calibration error by language.</summary>
internal static class HeldOutReport
{
    public static void Print(TrainingRun run, TextWriter output)
    {
        output.WriteLine("held-out fifths             texts  hate AUC   any AUC");
        var judged = run.Examples.Zip(run.HeldOut).Select(one =>
        {
            var hate = Probability(run, one.First, one.Second.Hate, 0);
            return (one.First, Second: (Hate: hate, Any: ToxicityProbabilities.AnyOf(hate, Probability(run, one.First, one.Second.Any, 1))));
        }).ToArray();
        foreach (var source in judged.GroupBy(one => Name(one.First.Origin.Source)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var hate = Measures.Auc(source.Where(one => one.First.Origin.HateWeight > 0).Select(one => (one.Second.Hate, one.First.Origin.Hate)));
            var any = Measures.Auc(source.Where(one => one.First.Origin.AnyWeight > 0).Select(one => (one.Second.Any, one.First.Origin.Any)));
            output.WriteLine($"  {source.Key,-24}{source.Count(),7}{hate,10:F3}{any,10:F3}");
        }

        PrintVotes(judged, output);
        output.WriteLine("calibration error (15 bins) hate  hate, natural   any  any, natural");
        foreach (var language in judged.GroupBy(one => one.First.Origin.Language))
        {
            output.WriteLine($"  {language.Key,-22}{Error(language, 0, true),8:F3}{Error(language, 0, false),12:F3}"
                + $"{Error(language, 1, true),11:F3}{Error(language, 1, false),10:F3}");
        }
    }

    // ToLD-Br has three votes a text: one is enough for the label above; here two, against none and against fewer.
    private static void PrintVotes(IEnumerable<(Example Example, (double Hate, double Any) Score)> judged, TextWriter output)
    {
        var votes = judged.Where(one => one.Example.Origin.Source == Corpus.TrainingSets.ToldBr)
            .Select(one => (Score: one.Score.Any, Voted: one.Example.Origin.Any, Twice: one.Example.Origin.Any && one.Example.Origin.AnyWeight == 1)).ToArray();
        var clear = Measures.Auc(votes.Where(one => one.Twice || !one.Voted).Select(one => (one.Score, one.Twice)));
        output.WriteLine($"  told_br, any: two votes against none {clear:F3}, two against fewer {Measures.Auc(votes.Select(one => (one.Score, one.Twice))):F3}");
    }

    private static string Name(string source) => source.StartsWith("generated", StringComparison.Ordinal) ? source[..12] : source.Split('_')[0] == "plain" ? "plain" : source;

    private static double Error(IEnumerable<(Example First, (double Hate, double Any) Second)> judged, int head, bool generatedToo)
    {
        var probabilities = judged.Where(one => (generatedToo || !one.First.Origin.IsGenerated) && Weight(one.First, head) > 0)
            .Select(one => head == 0 ? (one.Second.Hate, one.First.Origin.Hate) : (one.Second.Any, one.First.Origin.Any)).ToArray();
        return probabilities.Length == 0 ? double.NaN : Measures.CalibrationError(probabilities);
    }

    private static double Probability(TrainingRun run, Example example, float score, int head)
    {
        var at = ToxicityWeights.CalibrationIndex((int)example.Origin.Language, head);
        return 1 / (1 + Math.Exp(-(run.Weights.Calibration[at] * score + run.Weights.Calibration[at + 1])));
    }

    private static float Weight(Example example, int head) => head == 0 ? example.Origin.HateWeight : example.Origin.AnyWeight;
}
