using System.Collections;
using Assay.Evaluations;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>Takes up a run that ended early. Rows with an answer are taken over; rows that failed are asked again.</summary>
internal sealed class Resumption(Evaluation evaluation, IAssayStore store, RunJournal journal, RowEvaluator evaluator)
{
    private const int PageSize = 1000;

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

        var query = new EvaluationRowQuery { RunId = run.RunId, Failed = false, MaxResults = PageSize };
        do
        {
            var page = await store.Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                board.Add(await evaluator.RestoreAsync(row, cancellationToken).ConfigureAwait(false), resumed: true);
                taken[(int)row.Index * evaluation.Repeats + row.Repeat] = true;
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        return run;
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
