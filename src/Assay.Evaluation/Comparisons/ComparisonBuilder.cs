using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>From the scores of runs to their comparison.</summary>
internal sealed class ComparisonBuilder(
    IReadOnlyList<RunScores> runs, IReadOnlyList<CorpusScores> corpora, ComparisonOptions options, bool byContent)
{
    private readonly List<string> _notes = [.. ComparisonNotes.Of(runs, byContent)];

    public Comparison Build()
    {
        var shared = RunAlignment.SharedRows(runs);
        if (shared == 0)
        {
            throw new BadInputException($"no row of {runs[0].Name} is in {string.Join(" and ", runs.Skip(1).Select(run => run.Name))}: "
                + "rows are matched by id, else by content; compare runs of the same data");
        }

        var candidates = Enumerable.Range(1, runs.Count - 1).SelectMany(Candidates).ToList();
        if (candidates.Count == 0) throw new BadInputException($"{runs[0].Name} shares no scored metric with the others: {string.Join("; ", _notes)}");
        var isPrimary = new PrimaryMetrics(runs, options.Primary).Choose(candidates);
        var primary = candidates.Where((_, i) => isPrimary[i]).ToList();
        double[] pValues = [.. primary.Select(candidate => candidate.Analysis.P)];
        var (adjusted, levels) = (HolmCorrection.Adjust(pValues), HolmCorrection.Confidences(pValues, options.Confidence));
        var metrics = primary.Select((candidate, i) => Conclude(candidate, isPrimary: true, adjusted[i], levels[i])).Concat(
            candidates.Where((_, i) => !isPrimary[i]).Select(candidate => Conclude(candidate, isPrimary: false, candidate.Analysis.P, options.Confidence)));
        return new Comparison
        {
            Runs = [.. runs.Select((run, i) => new ComparedRun(run.Id, run.Name, run.Keys.Count, RunAlignment.Unmatched(runs, i), run.DataDigest)
            {
                Settings = ComparisonNotes.DifferingSettings(runs, run),
            })],
            Metrics = [.. metrics],
            Rankings = runs.Count < 3 ? [] : [.. new RankingBuilder(runs, options).Build()],
            SharedRows = shared,
            ByContent = byContent,
            Confidence = options.Confidence,
            Margin = options.Margin,
            Notes = _notes,
        };
    }

    private IEnumerable<ComparedPair> Candidates(int other)
    {
        foreach (var column in runs[0].Columns)
        {
            var (scorer, name) = (column.Scorer, column.Scorer.Name);
            if (runs[other].Columns.Find(of => of.Scorer.Name == name) is not { } second)
            {
                _notes.Add($"{runs[other].Name} has no scores of {name}");
                continue;
            }

            var corpus = corpora.FirstOrDefault(of => of.Scorer.Description.Name == name);
            foreach (var (key, figure) in corpus?.Between(runs, 0, other, options.Seed) ?? [])
            {
                yield return new ComparedPair(key, scorer, other, figure, null, []);
            }

            var hasMean = scorer.Aggregates.Any(aggregate => aggregate.Kind == AggregateKind.Mean);
            if (corpus is not null && !hasMean) continue;
            var pairs = PairedScores.Of(runs[0], runs[other], column, second);
            if (pairs.Differences.Length == 0)
            {
                _notes.Add($"{name}: no row has a score in both runs");
                continue;
            }

            string[] notes = corpus is null && !hasMean && CorpusParts.HasCorpusFigure(scorer)
                ? ["its figures of all rows together cannot be computed again: the scorer cannot be made from what the runs say of it, or they say different things; the mean of its row scores is compared"]
                : [];
            yield return new ComparedPair(ComparedMetric.KeyOf(scorer), scorer, other, new PairAnalysis(pairs, options.Test, options.Seed), pairs, notes);
        }

        foreach (var extra in runs[other].Columns.Where(column => !runs[0].Columns.Exists(of => of.Scorer.Name == column.Scorer.Name)))
        {
            _notes.Add($"{runs[0].Name} has no scores of {extra.Scorer.Name}");
        }
    }

    private MetricComparison Conclude(ComparedPair pair, bool isPrimary, double adjusted, double level)
    {
        var analysis = pair.Analysis;
        var interval = analysis.Interval(level);
        var verdict = VerdictRule.Of(analysis, pair.Scorer.DirectionOf(pair.Key), adjusted, level, options);
        return new MetricComparison
        {
            Metric = pair.Key,
            Scorer = pair.Scorer.Name,
            RunA = runs[0].Id,
            RunB = runs[pair.Other].Id,
            A = analysis.A,
            B = analysis.B,
            Rows = analysis.Rows,
            NotScored = pair.Pairs?.NotScored ?? 0,
            Direction = pair.Scorer.DirectionOf(pair.Key),
            Kind = analysis.IsPassFail ? ScoreKind.PassFail : pair.Scorer.Kind == ScoreKind.PassFail ? ScoreKind.UnitInterval : pair.Scorer.Kind,
            Interval = interval,
            IntervalConfidence = level,
            Test = analysis.TestName,
            P = analysis.P,
            PAdjusted = adjusted,
            IsPrimary = isPrimary,
            Verdict = verdict,
            EffectSizes = [.. analysis.EffectSizes.Where(effect => !double.IsNaN(effect.Value))],
            Gained = analysis.Discordant?.Gained,
            Lost = analysis.Discordant?.Lost,
            SmallestDifference = verdict == Verdict.NoEvidence ? analysis.SmallestDifference(options.Power, level) : null,
            RowDifferences = pair.Pairs?.Differences ?? [],
            Changed = pair.Pairs is null ? [] : MostChanged(pair.Pairs),
            Notes = [.. pair.Notes, .. analysis.Notes, .. ComparisonNotes.Of(analysis, interval, adjusted, 1 - options.Confidence)],
        };
    }

    private IReadOnlyList<ChangedRow> MostChanged(PairedScores pairs)
    {
        var largest = new PriorityQueue<int, (double Size, int Row)>();
        for (var row = 0; row < pairs.Differences.Length; row++)
        {
            if (pairs.Differences[row] == 0 || options.MostChanged == 0) continue;

            // Of changes of one size the first rows are kept.
            largest.Enqueue(row, (Math.Abs(pairs.Differences[row]), -row));
            if (largest.Count > options.MostChanged) largest.Dequeue();
        }

        var rows = new List<int>();
        while (largest.TryDequeue(out var row, out _)) rows.Add(row);
        rows.Reverse();
        return [.. rows.Select(row => new ChangedRow(runs[0].IdOf(pairs.Places[row]), pairs.A[row], pairs.B[row]) { Key = runs[0].Keys[pairs.Places[row]] })];
    }
}
