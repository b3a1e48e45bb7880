using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Scorers made of other scorers: <c>all</c>, <c>any</c>, <c>weighted</c>.</summary>
internal static class CompositeScorers
{
    public static CompositeScorer All(ScorerParameters given) =>
        new(CheckScorer.PassFail(given.Name, "1 when all of its scorers pass, else 0."), Passing(given), Combination.All);

    public static CompositeScorer Any(ScorerParameters given) =>
        new(CheckScorer.PassFail(given.Name, "1 when one of its scorers passes, else 0."), Passing(given), Combination.Any);

    public static CompositeScorer Weighted(ScorerParameters given)
    {
        var components = ScorerComponent.List(given);
        var direction = components[0].Direction;
        if (components.FirstOrDefault(component => component.Direction != direction) is { } other)
        {
            throw new BadInputException(
                $"--scorer {given.Name}: of {components[0].Text} and {other.Text} not the same way is better, so that their mean says nothing; give one a limit, as in toxicity<=0.5");
        }

        var isShare = components.All(component => component.PassesOrFails || component.Scorer.Description.Kind == ScoreKind.UnitInterval);
        return new CompositeScorer(
            CheckScorer.Measure(given.Name, "The weighted mean of its scorers.", isShare ? ScoreKind.UnitInterval : ScoreKind.Unbounded, direction),
            components, Combination.Weighted);
    }

    private static IReadOnlyList<ScorerComponent> Passing(ScorerParameters given)
    {
        var components = ScorerComponent.List(given);
        return components.FirstOrDefault(component => !component.PassesOrFails) is { } number
            ? throw new BadInputException($"--scorer {given.Name}: {number.Text} gives a number; say from where on it passes, as in {number.Text}>=0.5")
            : components;
    }
}
