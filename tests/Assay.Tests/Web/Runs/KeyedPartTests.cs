using Assay.Tracking;
using Assay.Web.Runs;

namespace Assay.Tests.Web.Runs;

public sealed class KeyedPartTests
{
    private static readonly string[] Keys = ["loss", "loss/val", "accuracy", "LOSS/test"];

    [Theory]
    [InlineData(null, 10, "loss loss/val accuracy LOSS/test", 4, false)]
    [InlineData(null, 2, "loss loss/val", 4, true)]
    [InlineData("loss/", 10, "loss/val LOSS/test", 2, true)]
    [InlineData("loss", 2, "loss loss/val", 3, true)]
    [InlineData("none", 2, "", 0, true)]
    public void Part_HasTheBeginningOfWhatIsFound(string? search, int most, string items, int found, bool isLong)
    {
        var part = new KeyedPart<string>(Keys, key => key, search, most);
        string.Join(' ', part.Items).ShouldBe(items);
        (part.Found, part.Total, part.IsLong).ShouldBe((found, Keys.Length, isLong));
    }

    [Fact]
    public void Version_OfARun_ChangesWithWhatItsPageFollows()
    {
        var run = new Run { RunId = "a", ExperimentId = "0", RunName = "heron", ArtifactUri = "", Metrics = [new Metric("m", 1, 1, 1)] };
        RunVersion.Of(run).ShouldBe(RunVersion.Of(run with { UserId = "someone" }));
        Run[] others =
        [
            run with { Metrics = [new Metric("m", 2, 2, 2)] }, run with { Metrics = [.. run.Metrics, new Metric("n", 1, 1)] }, run with { RunName = "egret" },
            run with { Status = RunStatus.Finished }, run with { Tags = [new Tag("a", "b")] }, run with { Params = [new Param("a", "b")] },
        ];
        others.Select(RunVersion.Of).Append(RunVersion.Of(run)).Distinct().Count().ShouldBe(others.Length + 1);
        (RunVersion.IsFollowed(run), RunVersion.IsFollowed(run with { Status = RunStatus.Finished }), RunVersion.IsFollowed(run with { LifecycleStage = LifecycleStage.Deleted }))
            .ShouldBe((true, false, false));
    }
}
