using Assay.Evaluations;
using Assay.Formats;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>Answers one row and scores the answer. A row that fails becomes a row with an error: only cancellation is thrown.</summary>
internal sealed class RowEvaluator(Model model, IReadOnlyList<IScorer> scorers, ColumnRoles columns, TimeProvider time, bool scoresCut = false)
{
    private const int LongestError = 4000;

    /// <param name="call">The row, which is asked unless its answer is there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EvaluatedRow> EvaluateAsync(RowCall call, CancellationToken cancellationToken)
    {
        if (call.Stored is { } answered)
        {
            return await ScoreAgainAsync(call.Row, answered, cancellationToken).ConfigureAwait(false);
        }

        var (row, repeat, _) = call;
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
            return new EvaluatedRow(stored with { Error = OneLine.Of(failure.Message, LongestError) }, failure);
        }

        double? latency = model.IsCalled ? time.GetElapsedTime(begun).TotalSeconds : null;
        stored = stored with { Answer = answer, LatencySeconds = latency };

        // An answer that was paid for is scored and kept, also when the user has stopped the evaluation meanwhile.
        var scoring = model.IsCalled ? CancellationToken.None : cancellationToken;
        return await ScoreAsync(row, stored, _ => true, scoring).ConfigureAwait(false);
    }

    /// <summary>Whether a service owes a score of a stored row: the row has its answer, and the service was away, or its answer was no score.</summary>
    public bool LacksScores(EvaluationRow stored) => stored.Error is null
        && stored.Scores.Where((score, i) => score.Value is null && i < scorers.Count && scorers[i].Description.AsksService).Any();

    private async Task<EvaluatedRow> ScoreAgainAsync(Row row, EvaluationRow stored, CancellationToken cancellationToken) =>
        await ScoreAsync(row, stored, i => IsCorpus(i) || stored.Scores[i].Value is null && scorers[i].Description.AsksService, cancellationToken).ConfigureAwait(false)
            with { IsResumed = true };

    /// <summary>Asks the scorers that shall be asked; the scores of the others stay as they were stored.</summary>
    private async Task<EvaluatedRow> ScoreAsync(Row row, EvaluationRow stored, Func<int, bool> asks, CancellationToken cancellationToken)
    {
        var sample = SampleOf(row, stored);
        var scores = new RowScore[scorers.Count];
        var parts = new object?[scorers.Count];
        Exception?[]? failures = null;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!asks(i))
            {
                scores[i] = stored.Scores[i];
                continue;
            }

            var score = await scorers[i].ScoreGuardedAsync(sample, cancellationToken).ConfigureAwait(false);
            var known = i < stored.Scores.Count && stored.Scores[i].Value is not null;
            (scores[i], parts[i]) = (known ? stored.Scores[i] : new RowScore(scorers[i].Description.Name, score.Value, score.Reason), score.Part);
            if (score.Failure is not null)
            {
                (failures ??= new Exception?[scores.Length])[i] = score.Failure;
            }
        }

        return new EvaluatedRow(stored with { Scores = scores }) { Parts = parts, ScorerFailures = failures ?? [] };
    }

    // A judge is not asked again for what it said: it is paid for and stored.
    private bool IsCorpus(int scorer) => scorers[scorer] is ICorpusScorer { Description.Judge: null };

    /// <summary>
    /// A row that was stored before, with what it adds to figures of all rows together: only the scorers that have such figures are asked, and
    /// the scores stay as they were stored.
    /// </summary>
    public async Task<EvaluatedRow> RestoreAsync(EvaluationRow stored, CancellationToken cancellationToken)
    {
        if (stored.Answer is null || !Enumerable.Range(0, scorers.Count).Any(IsCorpus))
        {
            return new EvaluatedRow(stored);
        }

        var sample = SampleOf(StoredFields.Read(stored), stored);
        var parts = new object?[scorers.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = IsCorpus(i) ? (await scorers[i].ScoreGuardedAsync(sample, cancellationToken).ConfigureAwait(false)).Part : null;
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
