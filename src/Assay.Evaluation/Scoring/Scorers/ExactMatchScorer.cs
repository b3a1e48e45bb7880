using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Data;

namespace Assay.Scoring.Scorers;

/// <summary>
/// Whether output and reference are the same value. Without options nothing is trimmed or folded, as MLflow's accuracy on raw values has
/// it; what the options leave out is left out of texts only.
/// </summary>
internal sealed class ExactMatchScorer(string name, ExactMatchOptions options) : IScorer
{
    private readonly ExactMatch _texts = new(options);

    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = $"1 when the output equals the reference character by character{Ignored(options)}, or one of them where it is a list, else 0.",
        Kind = ScoreKind.PassFail,
        Direction = ScoreDirection.Higher,
        Aggregates = [new AggregateDefinition($"{name}/v1", AggregateKind.Mean)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        sample.Output.IsNull ? Score.None(MissingOutput.Reason(sample))
        : sample.Reference.IsNull ? Score.None("there is no reference")
        : Compare(sample.Output, sample.Reference));

    private Score Compare(FieldValue output, FieldValue reference)
    {
        try
        {
            return Same(output, reference) ? 1
                : References.Listed(reference) is not { } listed ? 0
                : listed.Count == 0 ? Score.None("the list of references is empty")
                : listed.Any(one => Same(output, one)) ? 1 : 0;
        }
        catch (RegexMatchTimeoutException)
        {
            return Score.None("a regular expression of regexes_to_ignore took more than a second on this row");
        }
    }

    /// <summary>Numbers are equal by value (5 and 5.0), all other values as they are written; a number never equals a text.</summary>
    private bool Same(FieldValue output, FieldValue reference) => (output.IsText, reference.IsText) switch
    {
        (true, true) => _texts.IsMatch(output.Text!, reference.Text!),
        (false, false) => output == reference || (Number(output) is { } number && number == Number(reference)),
        _ => false,
    };

    private static double? Number(FieldValue value) =>
        double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Ignored(ExactMatchOptions options)
    {
        string?[] ignored =
            [options.IgnoreCase ? "case" : null, options.IgnorePunctuation ? "punctuation" : null, options.IgnoreNumbers ? "numbers" : null];
        var named = string.Join(" and ", ignored.OfType<string>());
        return named.Length == 0 ? "" : $", {named} apart";
    }
}
