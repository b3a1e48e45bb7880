using Assay.Scoring;

namespace Assay.Judges.Pairwise;

/// <summary>
/// How far the output is preferred to the answer in another column: logged as <c>pairwise/v1/mean</c>, with the share of rows whose verdict
/// changed with the order as <c>pairwise/v1/disagreement</c>.
/// </summary>
internal sealed class PairwiseScorer(PairwiseJudge judge, string name, string otherColumn) : IJudgeScorer, ICorpusScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = judge.Definition.Summary,
        Kind = ScoreKind.UnitInterval,
        Direction = ScoreDirection.Higher,
        Aggregates =
        [
            .. JudgeKeys.Aggregates(name, judge.Definition),
            new AggregateDefinition($"{name}/{judge.Definition.Version}/disagreement", AggregateKind.Corpus) { Direction = ScoreDirection.Lower },
        ],
        TableColumn = JudgeKeys.Column(name, judge.Definition),
        Judge = judge.Identity,
    };

    public JudgeModel Model => judge.Model;

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (SampleTexts.WhyNone(sample) is { } why)
        {
            return Score.None(why);
        }

        if (sample.Row?[otherColumn] is not { } other)
        {
            return Score.None($"there is no other answer in the column '{otherColumn}'");
        }

        var judgement = await judge.AskAsync(
            sample.Output.Text!, other, input => SampleTexts.Of(sample, input), sample.Row.Id, cancellationToken).ConfigureAwait(false);
        return new Score(judgement.Value, judgement.Reason) { Part = judgement.Value is null ? null : judgement.Disagrees, Failure = judgement.Failure };
    }

    public ICorpus Gather(IReadOnlyList<object> parts) => new Disagreements([.. parts.Select(part => (bool)part)]);

    private sealed class Disagreements(bool[] rows) : ICorpus
    {
        public IReadOnlyList<double?> Compute(ReadOnlySpan<int> chosen)
        {
            var changed = 0;
            foreach (var row in chosen)
            {
                changed += rows[row] ? 1 : 0;
            }

            return [chosen.IsEmpty ? double.NaN : (double)changed / chosen.Length];
        }
    }
}
