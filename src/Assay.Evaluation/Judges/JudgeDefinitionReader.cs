using Assay.Scoring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Judges;

/// <summary>
/// Reads a judge from YAML: <c>name</c>, <c>version</c>, <c>summary</c>, <c>prompt</c>, <c>inputs</c>, <c>scale</c>, <c>examples</c>,
/// <c>direction</c>, <c>aggregates</c>. Every error is a <see cref="BadInputException"/> that names file, line and field.
/// </summary>
public static class JudgeDefinitionReader
{
    private const long LargestFile = 1 << 20;

    private static readonly string[] Keys = ["name", "version", "summary", "prompt", "inputs", "scale", "examples", "direction", "aggregates"];

    private static readonly Dictionary<string, AggregateKind> Kinds = new()
    {
        ["mean"] = AggregateKind.Mean, ["variance"] = AggregateKind.Variance, ["p90"] = AggregateKind.P90,
        ["median"] = AggregateKind.Median, ["min"] = AggregateKind.Minimum, ["max"] = AggregateKind.Maximum,
    };

    /// <summary>The judge in a file.</summary>
    public static JudgeDefinition Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new FileInfo(path).Length > LargestFile
                ? throw new BadInputException($"{path}: larger than 1 MiB, which no judge is")
                : Parse(File.ReadAllText(path), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(File.Exists(path) || Directory.Exists(path)
                ? $"{path}: cannot be read ({failure.Message})" : $"{path}: no such file; give the YAML file of a judge", failure);
        }
    }

    /// <summary>The judge in a text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">How messages call it.</param>
    public static JudgeDefinition Parse(string yaml, string name)
    {
        var root = new JudgeNode(name, Root(yaml, name));
        root.RequireKnown(Keys);
        var scale = JudgeScaleReader.Read(root);
        var inputs = root.Items("inputs").Select(item => item.Text()).Select(text => new JudgeInput(text.TrimEnd('?'), text.EndsWith('?'))).ToList();
        if (inputs.Count == 0)
        {
            throw root.Error("'inputs' is missing: which texts the judge is shown, such as [input, output]");
        }

        return new JudgeDefinition
        {
            Name = MetricKeys.Clean(root.Required("name")),
            Version = MetricKeys.Clean(root.Optional("version") ?? "v1"),
            Summary = root.Optional("summary") ?? $"A judgement of the user's own on a scale from {scale[0].Answer} to {scale[^1].Answer}.",
            Prompt = root.Required("prompt").Trim(),
            Inputs = inputs,
            Scale = scale,
            Examples = [.. root.Items("examples").Select(item => Example(item, inputs, scale))],
            Direction = root.OneOf("direction", "higher", "lower", "none") switch
            {
                "lower" => ScoreDirection.Lower,
                "none" => ScoreDirection.None,
                _ => ScoreDirection.Higher,
            },
            Aggregates = root.Has("aggregates")
                ? [.. root.Items("aggregates").Select(item => Kinds.TryGetValue(item.Text(), out var kind) ? kind
                    : throw item.Error($"no aggregate '{item.Text()}'; known are {string.Join(", ", Kinds.Keys)}"))]
                : [AggregateKind.Mean, AggregateKind.Variance, AggregateKind.P90],
        };
    }

    private static JudgeExample Example(JudgeNode example, List<JudgeInput> inputs, IReadOnlyList<JudgeStep> scale)
    {
        example.RequireKnown([.. inputs.Select(input => input.Name), "score", "reason"]);
        var answer = example.Required("score");
        return scale.Any(step => step.Answer == answer)
            ? new JudgeExample(
                inputs.Where(input => example.Has(input.Name)).ToDictionary(input => input.Name, input => example.Required(input.Name).Trim()),
                answer, example.Required("reason").Trim())
            : throw example.Error($"the score {answer} is no step of the scale ({string.Join(", ", scale.Select(step => step.Answer))})");
    }

    private static YamlMappingNode Root(string yaml, string name)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(yaml);
            stream.Load(reader);
        }
        catch (InvalidOperationException wrong)
        {
            // The library's own scanner gives up so at some texts, such as an open bracket before a line of another key.
            throw new BadInputException($"{name}: not valid YAML: a bracket, brace or quotation mark is not closed", wrong);
        }
        catch (YamlException wrong)
        {
            throw new BadInputException(
                $"{name}, line {wrong.Start.Line}, column {wrong.Start.Column}: not valid YAML: {wrong.Message.ReplaceLineEndings(" ")}", wrong);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new BadInputException(
            $"{name}: a judge is one YAML document with the keys {string.Join(", ", Keys)}");
    }
}
