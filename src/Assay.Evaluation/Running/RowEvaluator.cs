using Assay.Evaluations;
using Assay.Formats;
using Assay.Models;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>Answers one row and scores the answer. A row that fails becomes a row with an error: only cancellation is thrown.</summary>
internal sealed class RowEvaluator(Model model, IReadOnlyList<IScorer> scorers, ColumnRoles columns, TimeProvider time, bool scoresCut = false)
{
    private const int LongestError = 4000;

    /// <param name="row">The row.</param>
    /// <param name="repeat">0 for its first answer, 1 for the next …</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EvaluatedRow> EvaluateAsync(Row row, int repeat, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var stored = new EvaluationRow
        {
            RowId = row.Id,
            Repeat = repeat,
            Index = row.Index,
            Digest = row.Digest,
            Fields = row.ToJson(),
            Input = model.Question(row, columns.Input),
            Reference = columns.Reference is null ? null : row[columns.Reference],
        };

        Answer answer;
        try
        {
            // A function may return null whatever its type says: that is an answer of nothing.
            answer = await model.AnswerAsync(row, repeat, cancellationToken).ConfigureAwait(false) ?? Answer.FromText(null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The model may be a function of the user's own: whatever it throws is this row's error, and the others go on.
            return new EvaluatedRow(stored with { Error = OneLine.Of(failure.Message, LongestError) }, (failure as ModelException)?.Failure, failure);
        }

        double? latency = model.IsCalled ? time.GetElapsedTime(begun).TotalSeconds : null;
        stored = stored with { Answer = answer, LatencySeconds = latency };

        // An answer that was paid for is scored and kept, also when the user has stopped the evaluation meanwhile.
        var scoring = model.IsCalled ? CancellationToken.None : cancellationToken;
        var sample = SampleOf(row, stored);
        var scores = new RowScore[scorers.Count];
        var parts = new object?[scorers.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var score = await scorers[i].ScoreGuardedAsync(sample, scoring).ConfigureAwait(false);
            (scores[i], parts[i]) = (new RowScore(scorers[i].Description.Name, score.Value, score.Reason), score.Part);
        }

        return new EvaluatedRow(stored with { Scores = scores }) { Parts = parts };
    }

    /// <summary>
    /// A row that was stored before, with what it adds to figures of all rows together: only the scorers that have such figures are asked, and
    /// the scores stay as they were stored.
    /// </summary>
    public async Task<EvaluatedRow> RestoreAsync(EvaluationRow stored, CancellationToken cancellationToken)
    {
        if (stored.Answer is null || !scorers.Any(scorer => scorer is ICorpusScorer { Description.Judge: null }))
        {
            return new EvaluatedRow(stored);
        }

        var sample = SampleOf(StoredFields.Read(stored), stored);
        var parts = new object?[scorers.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            // A judge is not asked again: what it said is paid for and stored.
            parts[i] = scorers[i] is ICorpusScorer { Description.Judge: null } ? (await scorers[i].ScoreGuardedAsync(sample, cancellationToken).ConfigureAwait(false)).Part : null;
        }

        return new EvaluatedRow(stored) { Parts = parts };
    }

    private Sample SampleOf(Row row, EvaluationRow stored)
    {
        var whyNot = !model.IsCalled ? null : scoresCut ? stored.Answer!.WhyNotUsable : stored.Answer!.WhyNotWhole;
        return new Sample
        {
            Output = whyNot is null ? model.Output(row, stored.Answer!) : null,
            WhyNoOutput = whyNot,
            Input = stored.Input,
            Reference = columns.Reference is null ? null : row.Value(columns.Reference),
            Context = columns.Context is null ? null : row[columns.Context],
            Answer = stored.Answer,
            LatencySeconds = stored.LatencySeconds,
            Row = row,
        };
    }
}
