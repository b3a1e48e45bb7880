using Assay.Results;
using Assay.Tests.Reports;
using Assay.Tracking;
using Assay.Web.Home;

namespace Assay.Tests.Web;

public sealed class RecentRunTests
{
    private static readonly Run Plain = new() { RunId = new string('0', 32), ExperimentId = "0", RunName = "r", ArtifactUri = "mlflow-artifacts:/0/r/artifacts" };

    [Fact]
    public void RunWithoutSummary_HasNoTrouble()
    {
        var run = new RecentRun(Plain, "e", null, null);
        run.IsTroubled.ShouldBeFalse();
        run.Main.ShouldBeNull();
    }

    [Fact]
    public void Unscored_AreRowsWithAnAnswer_OfTheScorerThatLeftMost()
    {
        var sample = SampleSummary.Of([SampleRows.Ordinary(0)]);
        var scorer = sample.Scorers[0] with { NotScored = [new ReasonCount("no reference", 3), new ReasonCount("row failed", 2)] };
        var run = new RecentRun(Plain, "e", sample with { Gates = [], Rows = new RowCounts { Total = 10, Failed = 2 }, Scorers = [scorer] }, null);
        run.FailedRows.ShouldBe(2);
        run.UnscoredRows.ShouldBe(3);
        run.IsTroubled.ShouldBeTrue();
    }

    [Fact]
    public void GateThatDidNotHold_IsTrouble_AndOneThatHeldIsNot()
    {
        var sample = SampleSummary.Of([SampleRows.Ordinary(0)]) with { Rows = new RowCounts { Total = 1 }, Scorers = [] };
        new RecentRun(Plain, "e", sample with { Gates = [new GateOutcome("a > 1", 2, true)] }, null).IsTroubled.ShouldBeFalse();
        new RecentRun(Plain, "e", sample with { Gates = [new GateOutcome("a > 1", null, false)] }, null).FailedGates.Count.ShouldBe(1);
    }
}
