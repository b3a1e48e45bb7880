using Assay.Scoring;

namespace Assay.Judges;

/// <summary>A judge as a scorer: logged as <c>NAME/VERSION/{mean,variance,p90}</c>, its reasons beside the scores.</summary>
/// <param name="judge">The judge; one that needs rules gets them per row from <paramref name="rulesColumn"/>, or has them already.</param>
/// <param name="name">The name in metric keys.</param>
/// <param name="rulesColumn">The column of the rules; null for a judge that needs none of a row.</param>
internal sealed class JudgeScorer(Judge judge, string name, string? rulesColumn = null) : IJudgeScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = judge.Definition.Summary,
        Kind = judge.Definition.Kind,
        Scale = new Statistics.Interval(judge.Definition.Scale.Min(step => step.Value), judge.Definition.Scale.Max(step => step.Value)),
        Direction = judge.Definition.Direction,
        Aggregates = JudgeKeys.Aggregates(name, judge.Definition),
        TableColumn = JudgeKeys.Column(name, judge.Definition),
        NeedsReference = judge.Definition.Inputs.Any(input => input is { Name: "reference", IsOptional: false }),
        Judge = judge.Identity,
    };

    public JudgeModel Model => judge.Model;

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (judge.Definition.Inputs.Any(input => input.Name == "output") && SampleTexts.WhyNone(sample) is { } why)
        {
            return Score.None(why);
        }

        var asked = judge;
        if (rulesColumn is not null)
        {
            if (string.IsNullOrWhiteSpace(sample.Row?[rulesColumn]))
            {
                return Score.None($"there are no rules in the column '{rulesColumn}'");
            }

            asked = new Judge(judge.Definition.WithRules(sample.Row![rulesColumn]!), judge.Model);
        }

        var judgement = await asked.AskAsync(input => SampleTexts.Of(sample, input), sample.Row?.Id ?? "", cancellationToken).ConfigureAwait(false);
        return judgement.ToScore();
    }
}
