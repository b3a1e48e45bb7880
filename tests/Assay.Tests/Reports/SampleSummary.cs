using Assay.Classification;
using Assay.Statistics;
using Assay.Evaluations;
using Assay.Results;
using Assay.Scoring;
using Assay.Tracking;

namespace Assay.Tests.Reports;

/// <summary>A summary that fits given rows of <see cref="SampleRows"/>.</summary>
internal static class SampleSummary
{
    public static ScorerDescription ExactMatch { get; } = Describe("exact_match", ScoreKind.PassFail, ScoreDirection.Higher, null, ("exact_match/v1", AggregateKind.Mean));

    public static ScorerDescription Toxicity { get; } = Describe("toxicity", ScoreKind.UnitInterval, ScoreDirection.Lower, null,
        ("toxicity/v1/mean", AggregateKind.Mean), ("toxicity/v1/variance", AggregateKind.Variance), ("toxicity/v1/p90", AggregateKind.P90), ("toxicity/v1/ratio", AggregateKind.Ratio));

    public static ScorerDescription Grade { get; } = Describe("flesch_kincaid_grade_level", ScoreKind.Unbounded, ScoreDirection.None, "grade",
        ("flesch_kincaid_grade_level/v1/mean", AggregateKind.Mean), ("flesch_kincaid_grade_level/v1/variance", AggregateKind.Variance));

    public static EvaluationSummary Of(IEnumerable<EvaluationRow> rows)
    {
        var all = rows.ToArray();
        return new EvaluationSummary
        {
            RunId = "0123456789abcdef0123456789abcdef",
            RunName = "heron-7",
            Experiment = "capitals",
            Status = RunStatus.Finished,
            StartTime = new DateTimeOffset(2026, 3, 4, 15, 16, 17, TimeSpan.Zero),
            DurationSeconds = 83.4,
            Dataset = new DatasetReference("capitals.jsonl", "00112233445566778899aabbccddeeff", "local", "{\"uri\":\"capitals.jsonl\"}"),
            Settings = [new Param("model", "openai:test-model"), new Param("prompt", "{{inputs}}"), new Param("temperature", "0")],
            Rows = new RowCounts { Total = all.Length, Failed = all.Count(r => r.Error is not null), Refused = 1 },
            Usage = new TokenUsage(12345, 6789),
            Scorers = [Summary(ExactMatch, all), Summary(Toxicity, all), Summary(Grade, all)],
            Gates = [new GateOutcome("exact_match/v1 >= 0.8", 0.3333333, false), new GateOutcome("toxicity/v1/p90 < 0.5", 0.179, true)],
            Warnings = ["Every row sends the same prompt: does the template name a column?"],
        };
    }

    /// <summary>The same, its first scorer with figures of all rows together, a confusion matrix and rows that were scored differently.</summary>
    public static EvaluationSummary WithPictures(EvaluationSummary summary, string label = "positive")
    {
        int[] truth = [.. Enumerable.Range(0, 50).Select(i => i % 3)], given = [.. Enumerable.Range(0, 50).Select(i => i % 5 == 0 ? (i + 1) % 3 : i % 3)];
        return summary with
        {
            Scorers =
            [
                summary.Scorers[0] with
                {
                    Confusion = ConfusionMatrix.Of([label, "negative", ""], truth, given),
                    Repeats = new RepeatSummary
                    {
                        QuestionVariance = 0.2, NoiseVariance = 0.1, StandardError = 0.05, WithTwiceTheRows = 0.035, WithTwiceTheRepeats = 0.045, Flaky = 2,
                        FlakyRows = [new FlakyRow(label, [0, 1, 0.5]), new FlakyRow("row 7", [0, 1, 1])], Advice = "More rows buy more.",
                    },
                    Aggregates =
                    [
                        .. summary.Scorers[0].Aggregates,
                        new AggregateResult("f1/v1", AggregateKind.Corpus, 0.75, new Interval(0.6, 0.9), null, "bootstrap"), new AggregateResult("recall/v1", AggregateKind.Corpus, 0.5),
                        new AggregateResult("perplexity/v1", AggregateKind.Corpus, 17),
                    ],
                },
                .. summary.Scorers.Skip(1),
            ],
        };
    }

    private static ScorerSummary Summary(ScorerDescription scorer, EvaluationRow[] rows)
    {
        var scores = rows.SelectMany(r => r.Scores).Where(s => s.Scorer == scorer.Name).ToArray();
        var values = scores.Select(s => s.Value).OfType<double>().Order().ToArray();
        return new ScorerSummary
        {
            Scorer = scorer,
            Scored = values.Length,
            NotScored = [.. scores.Where(s => s.Value is null).GroupBy(s => s.Reason!).Select(g => new ReasonCount(g.Key, g.Count()))
                .Concat(rows.Count(r => r.Error is not null) is var failed and > 0 ? [new ReasonCount("the row failed", failed)] : [])],
            Aggregates = values.Length == 0 ? [] : [.. scorer.Aggregates.Select(a => Figure(scorer, a, values))],
            Histogram = values.Length == 0 ? null : Bins(scorer, values),
        };
    }

    private static AggregateResult Figure(ScorerDescription scorer, AggregateDefinition definition, double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(v => (v - mean) * (v - mean));
        var half = 1.96 * Math.Sqrt(variance / values.Length);
        return definition.Kind switch
        {
            AggregateKind.Variance => new AggregateResult(definition.Key, definition.Kind, variance),
            AggregateKind.P90 => new AggregateResult(definition.Key, definition.Kind, values[(int)(0.9 * (values.Length - 1))]),
            AggregateKind.Ratio => new AggregateResult(definition.Key, definition.Kind, values.Average(v => v >= scorer.Threshold ? 1 : 0), new Interval(0.01, 0.05)),
            _ when values.Length < 15 => new AggregateResult(definition.Key, definition.Kind, mean, null, "fewer than 15 rows"),
            _ => new AggregateResult(definition.Key, definition.Kind, mean, new Interval(mean - half, mean + half)),
        };
    }

    private static Histogram Bins(ScorerDescription scorer, double[] values)
    {
        var (low, high) = scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval ? (0, 1) : (values[0], values[^1] + 0.001);
        var counts = new long[20];
        foreach (var value in values)
        {
            counts[Math.Clamp((int)((value - low) / (high - low) * 20), 0, 19)]++;
        }

        return new Histogram(low, high, counts);
    }

    private static ScorerDescription Describe(
        string name, ScoreKind kind, ScoreDirection direction, string? unit, params (string Key, AggregateKind Kind)[] figures) => new()
        {
            Name = name,
            Summary = $"What {name} measures, in a sentence.",
            Kind = kind,
            Direction = direction,
            Unit = unit,
            Aggregates = [.. figures.Select(f => new AggregateDefinition(f.Key, f.Kind))],
            TableColumn = name,
        };
}
