using Assay.Cli.Output;
using Assay.Running;

namespace Assay.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public void Progress_SaysRowsFailuresRateTokensAndTimeLeft() => ProgressLine.Describe(
        new EvaluationProgress("run", Total: 1200, Done: 300, Failed: 2, Resumed: 100, Tokens: 45_000, Elapsed: TimeSpan.FromSeconds(10)))
        .ShouldBe("300 of 1,200 rows, 2 failed, 20.0 a second, 45,000 tokens, 0:45 left");

    [Fact]
    public void Progress_AtTheEnd_HasNoTimeLeft() => ProgressLine.Describe(
        new EvaluationProgress("run", Total: 10, Done: 10, Failed: 0, Resumed: 0, Tokens: 0, Elapsed: TimeSpan.FromSeconds(2)))
        .ShouldBe("10 of 10 rows, 5.0 a second");

    [Fact]
    public void Progress_OfHours_IsInHours() => ProgressLine.Describe(
        new EvaluationProgress("run", Total: 100_001, Done: 1, Failed: 0, Resumed: 0, Tokens: 0, Elapsed: TimeSpan.FromSeconds(1)))
        .ShouldEndWith("27.8 h left");
}
