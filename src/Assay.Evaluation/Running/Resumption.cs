using System.Collections;
using System.Runtime.CompilerServices;
using Assay.Evaluations;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>
/// Takes up a run that ended early. Rows with an answer are taken over, and only the scores that a service did not give are asked for again;
/// rows that failed are asked again.
/// </summary>
internal sealed class Resumption(Evaluation evaluation, IAssayStore store, RunJournal journal, RowEvaluator evaluator)
{
    private const int PageSize = 1000;

    private bool _someLackScores;

    /// <summary>Puts the rows that are kept on the board and marks their places in <paramref name="taken"/>.</summary>
    public async Task<Run> TakeUpAsync(string runId, EvaluationPlan plan, ScoreBoard board, BitArray taken, CancellationToken cancellationToken)
    {
        if (!evaluation.Dataset.CanReadAgain)
        {
            throw new BadInputException(
                $"--resume: {evaluation.Dataset.Name} cannot be read twice; put the data into a file to be able to take up an evaluation");
        }

        var run = await journal.FindAsync(runId, evaluation.Experiment, cancellationToken).ConfigureAwait(false);
        RequireSame(run, plan.Identity.ChangesSince(run.Tags));
        await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Running), cancellationToken).ConfigureAwait(false);

        await foreach (var row in AnsweredAsync(run.RunId, cancellationToken).ConfigureAwait(false))
        {
            taken[(int)row.Index * evaluation.Repeats + row.Repeat] = true;
            if (evaluator.LacksScores(row))
            {
                _someLackScores = true;
            }
            else
            {
                board.Add(await evaluator.RestoreAsync(row, cancellationToken).ConfigureAwait(false), resumed: true);
            }
        }

        return run;
    }

    /// <summary>The rows that have their answer, and lack scores of services: not yet on the board.</summary>
    public async IAsyncEnumerable<RowCall> WithoutScoresAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_someLackScores)
        {
            await foreach (var row in AnsweredAsync(runId, cancellationToken).Where(evaluator.LacksScores).ConfigureAwait(false))
            {
                yield return new RowCall(StoredFields.Read(row), row.Repeat, row);
            }
        }
    }

    private async IAsyncEnumerable<EvaluationRow> AnsweredAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = runId, Failed = false, MaxResults = PageSize };
        do
        {
            var page = await store.Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
    }

    private static void RequireSame(Run run, IReadOnlyList<string>? changes)
    {
        if (changes is null)
        {
            throw new BadInputException($"--resume: the run {run.RunId} is not an evaluation; 'assay runs' lists the runs");
        }

        if (changes.Count > 0)
        {
            throw new BadInputException(
                $"--resume: {string.Join(" and ", changes)} changed since the run {run.RunId} began, and its rows would not be comparable; leave --resume away to begin a new run");
        }
    }
}
