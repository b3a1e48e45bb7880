using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class ScorerDescriptionTests
{
    [Fact]
    public void DirectionOf_Variance_IsNone_AndOfOtherFiguresTheScoresOwn()
    {
        var levenshtein = Scorers.Named(["levenshtein"])[0].Description;

        levenshtein.DirectionOf("levenshtein/v1/mean").ShouldBe(ScoreDirection.Higher);
        levenshtein.DirectionOf("levenshtein/v1/p90").ShouldBe(ScoreDirection.Higher);
        levenshtein.DirectionOf("levenshtein/v1/variance").ShouldBe(ScoreDirection.None);
    }
}
