using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>What a scorer is of which a run has scores and no description: the one of that name, else a number with no better side.</summary>
internal static class ScorerGuess
{
    public static ScorerDescription Of(string name)
    {
        try
        {
            if (ScorerCatalog.Create(name, mayCallServices: false) is [var scorer] && scorer.Description.Name == name) return scorer.Description;
        }
        catch (BadInputException)
        {
            // A scorer of the user's own, or one with parameters: nothing is known but its numbers.
        }

        return new ScorerDescription
        {
            Name = name, Summary = "", Kind = ScoreKind.Unbounded, Direction = ScoreDirection.None, Aggregates = [], TableColumn = null,
        };
    }
}
