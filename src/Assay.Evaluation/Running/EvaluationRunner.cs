using System.Collections;
using System.Runtime.CompilerServices;
using Assay.Gates;
using Assay.Judges;
using Assay.Judges.Calibration;
using Assay.Models;
using Assay.Results;
using Assay.Statistics;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>Runs an evaluation that was checked: answers and scores the rows, logs what came of it.</summary>
internal sealed class EvaluationRunner(
    Evaluation evaluation, EvaluationPlan plan, IAssayStore store, IProgress<EvaluationProgress>? progress, TimeProvider time)
{
    private readonly RunJournal _journal = new(store, time);

    public async Task<EvaluationSummary> RunAsync(string? resume, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        var comparisons = new ComparisonGates(store, evaluation.Gates, plan.Scorers);
        await comparisons.FindBaselinesAsync(cancellationToken).ConfigureAwait(false);
        var cost = evaluation.Model.IsCalled ? new CostMeter(evaluation.Model.Name, evaluation.Prices, DateOnly.FromDateTime(begun.UtcDateTime)) : null;
        var board = new ScoreBoard(plan.Scorers, plan.Profile.Rows, evaluation.Model.IsCalled, evaluation.Repeats, cost);
        var taken = new BitArray(checked((int)(plan.Profile.Rows * evaluation.Repeats)));
        var judging = new JudgeMeter(plan.Scorers);
        Run run;
        Resumption? resumption = null;
        if (resume is null)
        {
            run = await _journal.BeginAsync(evaluation, plan.Dataset, plan.Settings, plan.Identity, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            resumption = new Resumption(evaluation, store, _journal, NewEvaluator());
            run = await resumption.TakeUpAsync(resume, plan, board, taken, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await AnswerRowsAsync(run, resumption, board, taken, cancellationToken).ConfigureAwait(false);
            return await EndAsync(run, board, comparisons, judging, begun, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(run, cancellationToken.IsCancellationRequested && evaluation.Dataset.CanReadAgain).ConfigureAwait(false);
            throw;
        }
    }

    private async Task AnswerRowsAsync(Run run, Resumption? resumption, ScoreBoard board, BitArray taken, CancellationToken cancellationToken)
    {
        var watch = new ServiceWatch(plan.Scorers);
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var start = time.GetTimestamp();
        var asksModels = evaluation.Model.IsCalled || plan.Scorers.Any(scorer => scorer.Description.AsksService);
        var workers = asksModels ? evaluation.Concurrency : Environment.ProcessorCount;
        var pipeline = new RowPipeline(NewEvaluator(), store.Evaluations, run.RunId, workers);

        var calls = Remaining(taken, board, halt.Token);
        if (resumption is not null)
        {
            calls = resumption.WithoutScoresAsync(run.RunId, halt.Token).Concat(calls);
        }

        void Answered(EvaluatedRow evaluated)
        {
            if (watch.Observe(evaluated))
            {
                halt.Cancel();
            }
        }

        void Stored(IReadOnlyList<EvaluatedRow> batch)
        {
            foreach (var evaluated in batch)
            {
                board.Add(evaluated, evaluated.IsResumed);
            }

            progress?.Report(new EvaluationProgress(
                run.RunId, board.Counts.Total * evaluation.Repeats, board.Done, board.Counts.Failed, board.Counts.Resumed, board.Tokens, time.GetElapsedTime(start)));
        }

        try
        {
            await pipeline.RunAsync(calls, Answered, Stored, halt.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OperationCanceledException or ModelException && watch.Verdict is not null)
        {
            // A row that was under way when the others were stopped ends by its own failure, or by the stop.
            throw watch.Verdict;
        }

        if (watch.AtEnd() is { } unreachable)
        {
            throw unreachable;
        }
    }

    private RowEvaluator NewEvaluator() => new(evaluation.Model, plan.Scorers, plan.Columns, time, evaluation.ScoresCutAnswers);

    private async Task AbandonAsync(Run run, bool resumable)
    {
        try
        {
            await _journal.AbandonAsync(run, resumable ? RunStatus.Killed : RunStatus.Failed).ConfigureAwait(false);
        }
        catch (AssayException)
        {
            // The store itself may be what failed: the first failure, which is on its way, says more than this one.
        }
    }

    private async IAsyncEnumerable<RowCall> Remaining(BitArray taken, ScoreBoard board, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in evaluation.Dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row.Index >= plan.Profile.Rows)
            {
                throw new BadInputException($"{evaluation.Dataset.Name}: the file has grown while it was evaluated; evaluate a copy that does not change");
            }

            if (evaluation.GroupColumn is { } group)
            {
                board.Group(row.Index, row[group]);
            }

            for (var repeat = 0; repeat < evaluation.Repeats; repeat++)
            {
                if (!taken[(int)row.Index * evaluation.Repeats + repeat])
                {
                    yield return new RowCall(row, repeat);
                }
            }
        }
    }

    private async Task<EvaluationSummary> EndAsync(
        Run run, ScoreBoard board, ComparisonGates comparisons, JudgeMeter judging, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        var measured = board.Summarize(new IntervalOptions(evaluation.Confidence, evaluation.Interval));
        var scorers = await new CalibrationNotes(store.Tracking).AddToAsync(measured, run.ExperimentId, cancellationToken).ConfigureAwait(false);
        var figures = scorers.SelectMany(scorer => scorer.Aggregates).ToDictionary(figure => figure.Key, figure => figure.Value);
        var summary = new EvaluationSummary
        {
            RunId = run.RunId,
            RunName = run.RunName,
            Experiment = evaluation.Experiment,
            Status = RunStatus.Finished,
            StartTime = begun,
            DurationSeconds = (time.GetUtcNow() - begun).TotalSeconds,
            Dataset = plan.Dataset,
            Settings = plan.Settings,
            Rows = board.Counts,
            Usage = board.Usage,
            CostUsd = board.CostUsd,
            PricesOf = board.CostUsd is null ? null : evaluation.Prices.Date,
            Confidence = evaluation.Confidence,
            Judging = judging.Spent,
            Scorers = scorers,
            Gates = await comparisons.CheckAsync(run, figures, cancellationToken).ConfigureAwait(false),
            Warnings = [.. plan.Warnings, .. SummaryWarnings.Of(scorers)],
        };

        var table = new ResultsTable(store.Evaluations, [.. plan.Scorers.Select(scorer => scorer.Description)]);
        await table.WriteAsync(store.Artifacts, run.ArtifactUri, run.RunId, plan.TableColumns, plan.OutputColumn, cancellationToken).ConfigureAwait(false);
        await _journal.EndAsync(run, summary, ResultsTable.Path, cancellationToken).ConfigureAwait(false);
        return summary;
    }
}
