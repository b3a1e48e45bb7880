using System.Text;
using Assay.Toxicity.Training.Corpus;
using Assay.Toxicity.Training.Grammar;

namespace Assay.Toxicity.Training;

/// <summary>All that the model is trained on, after what overlaps with the test suites has been taken out.</summary>
internal sealed record TrainingData(IReadOnlyList<LabelledText> Texts, IReadOnlyList<KeyValuePair<string, string>> Sources)
{
    private const int LongestCarrier = 220;

    public static TrainingData Read(string root, TextWriter output)
    {
        var inputs = new InputDigests(root);
        var natural = TrainingSets.Read(inputs).Concat(PlainSets.Read(inputs)).ToList();
        var carriers = Enum.GetValues<ToxicityLanguage>().ToDictionary(language => language, language => (IReadOnlyList<string>)
            [.. natural.Where(text => text.Language == language && text.Source.StartsWith("plain", StringComparison.Ordinal) && text.Text.Length < LongestCarrier).Select(text => text.Text)]);
        var made = new GeneratedSentences(carriers);
        List<LabelledText> texts = [.. natural, .. Enum.GetValues<ToxicityLanguage>().SelectMany(made.Make)];
        foreach (var language in Enum.GetValues<ToxicityLanguage>())
        {
            inputs.Note($"templates/{language}", Encoding.UTF8.GetBytes(GeneratedSentences.ReadTemplates(language)));
        }

        var sources = inputs.All;
        foreach (var (name, digest) in sources)
        {
            output.WriteLine($"{digest}  {name}");
        }

        return new TrainingData(WithoutOverlap(texts, new InputDigests(root), output), sources);
    }

    private static List<LabelledText> WithoutOverlap(List<LabelledText> texts, InputDigests suites, TextWriter output)
    {
        var overlap = new SuiteOverlap([
            .. TestSuites.HateCheck(suites).Select(one => one.Text), .. TestSuites.RealToxicityPrompts(suites).Select(one => one.Text),
            .. TestSuites.Madlibs(suites).Select(one => one.Text)]);
        var kept = texts.Where(text => !overlap.IsSame(text.Text)).ToList();
        var near = kept.Where(text => overlap.IsNear(text.Text)).ToArray();
        output.WriteLine($"{texts.Count} texts ({texts.Count(text => text.IsGenerated)} generated); {texts.Count - kept.Count} equal to a test case, dropped "
            + $"({texts.Where(text => text.IsGenerated && overlap.IsSame(text.Text)).Count()} of them generated); {near.Length} near one, dropped ({near.Count(text => text.IsGenerated)} generated)");
        // A set difference also leaves each equal text of a set in once.
        return [.. kept.Except(near)];
    }
}
