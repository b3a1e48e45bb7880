using Assay.Scoring;
using Assay.Scoring.Scorers;

namespace Assay.Judges;

/// <summary>What the judges among some scorers have cost since it was made.</summary>
internal sealed class JudgeMeter
{
    private readonly IReadOnlyList<JudgeModel> _models;
    private readonly JudgeSpending _before;

    public JudgeMeter(IEnumerable<IScorer> scorers)
    {
        _models = [.. CompositeScorer.Leaves(scorers).OfType<IJudgeScorer>().Select(scorer => scorer.Model).Distinct()];
        _before = Total();
    }

    /// <summary>Null when there are no judges.</summary>
    public JudgeSpending? Spent => _models.Count == 0 ? null : Total() - _before;

    private JudgeSpending Total() => _models.Aggregate(JudgeSpending.None, (sum, model) => sum + model.Spent);
}
