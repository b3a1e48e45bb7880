using Assay.Evaluations;
using Assay.Judges;
using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>A run with the evaluation of so many rows, scored by a formula and by a judge that nobody held against people: row i has the score i.</summary>
internal static class JudgedRun
{
    public static async Task<string> LogAsync(SqlStore store, string name, int rows, long? total = null, int failed = 0)
    {
        var cancel = TestContext.Current.CancellationToken;
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", name, Tags: [new("assay.evaluation.data", "d")]), cancel);
        await store.Evaluations.AppendAsync(run.RunId, [.. Enumerable.Range(0, rows).Select(i => Row(i, i >= rows - failed))], cancel);
        var figures = new AggregateResult[] { new("length/v1/mean", AggregateKind.Mean, rows / 2.0, new Interval(0, rows)), new("tone/v1/mean", AggregateKind.Mean, 3, new Interval(2, 4)) };
        var summary = new EvaluationSummary
        {
            RunId = run.RunId, RunName = name, Experiment = "Default", Status = RunStatus.Finished, StartTime = DateTimeOffset.UnixEpoch, DurationSeconds = 1,
            Dataset = new DatasetReference("d", "d", "local", "{}"), Settings = [], Rows = new RowCounts { Total = total ?? rows, Failed = failed },
            Scorers = [Scorer("length", ScoreDirection.Lower, figures[0], rows, null), Scorer("tone", ScoreDirection.Higher, figures[1], rows, new JudgeIdentity("tone", "v1", "0", "openai:judge"))],
        };
        await SummaryArtifact.WriteAsync(store.Artifacts, run.ArtifactUri, summary, cancel);
        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [.. figures.Select(figure => new Metric(figure.Key, figure.Value, 1))] }, cancel);
        await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 2), cancel);
        return run.RunId;
    }

    private static EvaluationRow Row(int index, bool hasFailed) => new()
    {
        RowId = $"r{index}", Index = index, Digest = $"{index:x32}", Fields = "{}", Input = $"question {index}<", Reference = "right",
        Answer = hasFailed ? null : Answer.FromText($"answer {index}<"), Error = hasFailed ? "away" : null,
        Scores = hasFailed ? [] : [new RowScore("length", index), new RowScore("tone", 1 + (index % 5))],
    };

    private static ScorerSummary Scorer(string name, ScoreDirection direction, AggregateResult figure, int rows, JudgeIdentity? judge) => new()
    {
        Scorer = new ScorerDescription
        {
            Name = name, Summary = name, Kind = ScoreKind.Unbounded, Direction = direction, Judge = judge,
            Aggregates = [new AggregateDefinition(figure.Key, figure.Kind)],
        },
        Scored = rows, NotScored = [], Aggregates = [figure], Histogram = new Histogram(0, Math.Max(rows, 5), [rows, 0]),
    };
}
