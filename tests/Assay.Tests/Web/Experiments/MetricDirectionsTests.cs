using Assay.Scoring;
using Assay.Web.Experiments;

namespace Assay.Tests.Web.Experiments;

public sealed class MetricDirectionsTests
{
    [Theory]
    [InlineData("exact_match/v1", ScoreDirection.Higher)]
    [InlineData("rouge1/v1/mean", ScoreDirection.Higher)]
    [InlineData("perplexity/mean", ScoreDirection.Lower)]
    [InlineData("token_count/mean", ScoreDirection.None)]
    [InlineData("loss", ScoreDirection.None)]
    [InlineData("exec", ScoreDirection.None)]
    [InlineData("", ScoreDirection.None)]
    public void Direction_IsKnownByTheNameOfAScorer(string key, ScoreDirection direction) => MetricDirections.Of(key).ShouldBe(direction);
}
