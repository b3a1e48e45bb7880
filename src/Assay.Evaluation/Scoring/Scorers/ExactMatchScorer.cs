using System.Globalization;
using Assay.Data;

namespace Assay.Scoring.Scorers;

/// <summary>Whether output and reference are the same value: no trimming, no folding, as MLflow's accuracy on raw values has it.</summary>
internal sealed class ExactMatchScorer(string name) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = "1 when the output equals the reference character by character, else 0.",
        Kind = ScoreKind.PassFail,
        Direction = ScoreDirection.Higher,
        Aggregates = [new AggregateDefinition($"{name}/v1", AggregateKind.Mean)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        sample.Output.IsNull ? Score.None(MissingOutput.Reason(sample))
        : sample.Reference.IsNull ? Score.None("there is no reference")
        : Same(sample.Output, sample.Reference) ? 1 : 0);

    /// <summary>Numbers are equal by value (5 and 5.0), all else as it is written; a number never equals a text.</summary>
    private static bool Same(FieldValue output, FieldValue reference) =>
        output == reference || (!output.IsText && !reference.IsText && Number(output) is { } number && number == Number(reference));

    private static double? Number(FieldValue value) =>
        double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
