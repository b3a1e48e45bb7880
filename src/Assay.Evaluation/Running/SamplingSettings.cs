using System.Globalization;
using Assay.Data;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>What an evaluation says of cut answers, repeats, groups and intervals: checked before the first row, and logged where it is not the usual.</summary>
internal static class SamplingSettings
{
    /// <summary>The parameter of a run whose answers were scored as they stood when they were cut at the token limit.</summary>
    public const string ScoreCut = "score_cut";

    private const double UsualConfidence = 0.95;

    public static void Check(Evaluation evaluation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluation.Repeats, 1, nameof(evaluation.Repeats));
        if (evaluation.Confidence is not (> 0 and < 1))
        {
            throw new BadInputException(FormattableString.Invariant(
                $"--confidence: {evaluation.Confidence} does not lie between 0 and 1; an example: 0.95"));
        }

        if (evaluation.Repeats > 1 && !evaluation.Model.IsCalled)
        {
            throw new BadInputException("--repeats: recorded answers cannot be asked again; leave it away, or ask a model with --model");
        }
    }

    public static void Check(Evaluation evaluation, DatasetProfile profile)
    {
        if (evaluation.GroupColumn is { } group)
        {
            profile.RequireColumn(group, evaluation.Dataset.Name, "--group");
        }
    }

    public static IEnumerable<Param> Of(Evaluation evaluation)
    {
        if (evaluation.ScoresCutAnswers)
        {
            yield return new Param(ScoreCut, "true");
        }

        if (evaluation.Repeats > 1)
        {
            yield return new Param("repeats", evaluation.Repeats.ToString(CultureInfo.InvariantCulture));
        }

        if (evaluation.GroupColumn is { } group)
        {
            yield return new Param("group", group);
        }

        if (evaluation.Confidence != UsualConfidence)
        {
            yield return new Param("confidence", evaluation.Confidence.ToString(CultureInfo.InvariantCulture));
        }

        if (evaluation.Interval is { } method)
        {
            yield return new Param("interval", method.ToString());
        }
    }
}
