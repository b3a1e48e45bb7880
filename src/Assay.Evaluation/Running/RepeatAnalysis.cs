using System.Globalization;
using Assay.Results;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>What repeats tell: how much is the question and how much the model, which rows are flaky, and what would tell more.</summary>
internal static class RepeatAnalysis
{
    private const int MostNamed = 20;

    /// <summary>Null unless rows were asked several times and enough of them have scores.</summary>
    public static RepeatSummary? Of(ScoreSlots slots, int[] rows, IReadOnlyList<string?>? ids)
    {
        if (slots.Repeats == 1 || ids is null)
        {
            return null;
        }

        var answers = rows.Select(row => slots.Answers(row).ToArray()).ToList();
        if (!answers.TrueForAll(row => Array.TrueForAll(row, double.IsFinite)) || VarianceComponents.Of(answers) is not { } variance)
        {
            return null;
        }

        var flaky = answers.Select((scores, i) => (Row: rows[i], Scores: scores, Range: scores.Max() - scores.Min())).Where(row => row.Range > 0).ToList();
        double count = answers.Count, repeats = answers.Average(row => row.Length);
        return new RepeatSummary
        {
            QuestionVariance = variance.Question,
            NoiseVariance = variance.Noise,
            StandardError = variance.StandardError(count, repeats),
            WithTwiceTheRows = variance.StandardError(2 * count, repeats),
            WithTwiceTheRepeats = variance.StandardError(count, 2 * repeats),
            Flaky = flaky.Count,
            FlakyRows = [.. flaky.OrderByDescending(row => row.Range).ThenBy(row => row.Row).Take(MostNamed)
                .Select(row => new FlakyRow(ids[row.Row] ?? "", row.Scores))],
            Advice = Advice(variance, count, repeats),
        };
    }

    private static string Advice(VarianceComponents variance, double rows, double repeats)
    {
        if (variance.Noise == 0)
        {
            return variance.Question == 0 ? "all scores are the same: neither more rows nor more repeats would have changed the mean so far"
                : "every row has the same score each time: repeats tell nothing more, rows do";
        }

        string Error(double n, double k) => variance.StandardError(n, k).ToString("G3", CultureInfo.InvariantCulture);
        var now = string.Create(CultureInfo.InvariantCulture,
            $"{variance.Question / (variance.Question + variance.Noise):0%} of the variance is between questions: twice the rows would bring the standard error from {Error(rows, repeats)} to {Error(2 * rows, repeats)}, twice the repeats to {Error(rows, 2 * repeats)}");
        var calls = variance.CallsPerRowForRepeats(repeats);
        return now + (calls < 1 ? "; more repeats buy as much as more rows"
            : string.Create(CultureInfo.InvariantCulture, $"; more rows buy more, unless a new row costs more than {Math.Ceiling(calls):0} calls"));
    }
}
