using System.Globalization;

namespace Assay.Judges;

/// <summary>
/// The scale of a judge's record. Numbers with their meanings, <c>{1: …, 5: …}</c>; or words, each with its value,
/// <c>{no: {value: 0, means: …}}</c>; of pass and fail, yes and no, the values are known.
/// </summary>
internal static class JudgeScaleReader
{
    private const int MostSteps = 101;

    private static readonly Dictionary<string, double> Known = new() { ["pass"] = 1, ["fail"] = 0, ["yes"] = 1, ["no"] = 0, ["true"] = 1, ["false"] = 0 };

    public static IReadOnlyList<JudgeStep> Read(JudgeNode root)
    {
        var steps = root.Required("scale", node => node.Pairs()).Select(pair => Step(pair.Key, pair.Value)).OrderBy(step => step.Value).ToList();
        return steps.Count is >= 2 and <= MostSteps && steps.Select(step => step.Value).Distinct().Count() > 1
            ? steps
            : throw root.Error($"'scale' needs from 2 to {MostSteps} steps and two different values at least, such as {{1: poor, 2: good}}");
    }

    private static JudgeStep Step(string answer, JudgeNode node)
    {
        if (node.IsMap)
        {
            node.RequireKnown(["value", "means"]);
            var value = node.Optional("value") is { } text ? Number(text) ?? throw node.Error($"the value {text} of '{answer}' is no number") : ValueOf(answer, node);
            return new JudgeStep(answer, value, node.Optional("means")?.Trim());
        }

        return new JudgeStep(answer, ValueOf(answer, node), node.Text().Trim() is { Length: > 0 } meaning ? meaning : null);
    }

    private static double ValueOf(string answer, JudgeNode node) => Number(answer)
        ?? (Known.TryGetValue(answer, out var value) ? value : throw node.Error(
            $"'{answer}' is no number: say what it counts, as in {answer}: {{value: 0.5, means: …}}"));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
