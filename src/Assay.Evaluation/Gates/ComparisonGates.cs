using Assay.Comparisons;
using Assay.Evaluations;
using Assay.Naming;
using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Tracking;

namespace Assay.Gates;

/// <summary>
/// Gates that hold a run against another one, row by row. They pass only when the interval of the difference says so: too few rows give a wide
/// interval, or none, and fail.
/// </summary>
internal sealed class ComparisonGates(IAssayStore store, IReadOnlyList<Gate> gates, IReadOnlyList<IScorer> scorers)
{
    private const double Confidence = 0.95;

    private readonly Dictionary<string, Run> _baselines = [];

    /// <summary>Throws <see cref="BadInputException"/> for a gate on what this evaluation will not have, or on what has no better side.</summary>
    public static void CheckKeys(IEnumerable<Gate> gates, IReadOnlyList<IScorer> scorers)
    {
        foreach (var gate in gates.Where(gate => gate.Baseline is not null))
        {
            var known = scorers.SelectMany(scorer => ComparedMetric.KeysOf(scorer.Description)).ToList();
            var scorer = ScorerOf(gate, scorers)
                ?? throw new BadInputException($"gate \"{gate.Text}\": no figure \"{gate.Key}\" can be compared; there are {string.Join(", ", known)}{NameSuggestion.Ending(gate.Key, known)}");
            if (scorer.DirectionOf(gate.Key) == ScoreDirection.None)
            {
                throw new BadInputException($"gate \"{gate.Text}\": \"{gate.Key}\" has no better side; put a bound on it instead");
            }
        }
    }

    /// <summary>Finds the runs that gates name, before anything is called. Throws <see cref="BadInputException"/> when one cannot serve.</summary>
    public async Task FindBaselinesAsync(CancellationToken cancellationToken)
    {
        foreach (var gate in gates.Where(gate => gate.Baseline is not null))
        {
            try
            {
                var run = await RunLookup.FindAsync(store.Tracking, gate.Baseline!, cancellationToken).ConfigureAwait(false);
                var scorer = ScorerOf(gate, scorers)!.Name;
                if (!await HasScoresAsync(run, scorer, cancellationToken).ConfigureAwait(false))
                {
                    throw new BadInputException($"the run {run.RunId} ({run.RunName}) has no scores of {scorer}; name a run that was scored by it");
                }

                _baselines[gate.Baseline!] = run;
            }
            catch (BadInputException wrong)
            {
                throw new BadInputException($"gate \"{gate.Text}\": {wrong.Message}", wrong);
            }
        }
    }

    /// <summary>What comes of all gates, in their order.</summary>
    public async Task<IReadOnlyList<GateOutcome>> CheckAsync(Run run, IReadOnlyDictionary<string, double> figures, CancellationToken cancellationToken)
    {
        var outcomes = new List<GateOutcome>();
        foreach (var gate in gates)
        {
            outcomes.Add(gate.Baseline is null ? gate.Check(figures) : await CompareAsync(gate, run, cancellationToken).ConfigureAwait(false));
        }

        return outcomes;
    }

    private async Task<GateOutcome> CompareAsync(Gate gate, Run run, CancellationToken cancellationToken)
    {
        var description = ScorerOf(gate, scorers)!;
        var (runs, byContent) = await RunPair.ReadAsync(
            store, _baselines[gate.Baseline!], run, [.. scorers.Select(scorer => scorer.Description)], cancellationToken).ConfigureAwait(false);
        var analysis = await AnalyseAsync(gate, description, runs, byContent, cancellationToken).ConfigureAwait(false);
        if (analysis is null or { Rows: 0 }) return new GateOutcome(gate.Text, null, Passed: false) { Detail = "no row was scored in both runs" };

        var estimate = analysis.Interval(Confidence);
        var passed = estimate.Interval is { } interval && Holds(gate, description.DirectionOf(gate.Key), interval);
        var detail = estimate.Interval is { } ends
            ? FormattableString.Invariant($"difference {analysis.B - analysis.A:0.####}, 95 % interval [{ends.Low:0.####}, {ends.High:0.####}], {analysis.Rows} rows")
            : $"no interval: {estimate.Reason}";
        return new GateOutcome(gate.Text, analysis.B - analysis.A, passed) { Detail = detail };
    }

    private async Task<IPairAnalysis?> AnalyseAsync(
        Gate gate, ScorerDescription scorer, IReadOnlyList<RunScores> runs, bool byContent, CancellationToken cancellationToken)
    {
        if (scorer.Aggregates.Any(aggregate => aggregate.Key == gate.Key && aggregate.Kind == AggregateKind.Corpus))
        {
            var gathered = await new CorpusParts(new RunScoresReader(store, null), byContent, scorers).GatherAsync(runs, cancellationToken).ConfigureAwait(false);
            return gathered.Where(of => of.Scorer.Description.Name == scorer.Name).SelectMany(of => of.Between(runs, 0, 1, seed: 0))
                .FirstOrDefault(figure => figure.Key == gate.Key).Analysis;
        }

        var columns = runs.Select(run => run.Columns.Find(column => column.Scorer.Name == scorer.Name)).ToList();
        return columns.Contains(null) ? null : new PairAnalysis(PairedScores.Of(runs[0], runs[1], columns[0]!, columns[1]!), null, seed: 0);
    }

    // A loss is a fall where higher is better, and a rise where lower is.
    private static bool Holds(Gate gate, ScoreDirection direction, Interval interval)
    {
        var worst = direction == ScoreDirection.Higher ? interval.Low : -interval.High;
        return gate.Operator == GateOperator.BetterThan ? worst > 0 : worst > -gate.Bound;
    }

    private static ScorerDescription? ScorerOf(Gate gate, IReadOnlyList<IScorer> scorers) =>
        scorers.Select(scorer => scorer.Description).FirstOrDefault(scorer => ComparedMetric.IsNamed(scorer, gate.Key));

    private async Task<bool> HasScoresAsync(Run run, string scorer, CancellationToken cancellationToken)
    {
        var summary = await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false);
        if (summary is not null) return summary.Scorers.Any(of => of.Scorer.Name == scorer);
        var page = await store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = run.RunId, Failed = false, MaxResults = 1 }, cancellationToken).ConfigureAwait(false);
        return page.Items.SelectMany(row => row.Scores).Any(score => score.Scorer == scorer);
    }
}
