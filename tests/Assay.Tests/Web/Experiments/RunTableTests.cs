using Assay.Tracking;
using Assay.Web.Experiments;

namespace Assay.Tests.Web.Experiments;

public sealed class RunTableTests
{
    private static readonly RunTableState State = new() { ExperimentId = "1" };

    [Fact]
    public void Version_ChangesWithWhatIsShown_AndOnlyWithThat()
    {
        var table = Table(Run("a", 0.5));
        table.Version().ShouldBe(Table(Run("a", 0.5)).Version());
        table.Version().ShouldNotBe(Table(Run("a", 0.6)).Version());
        table.Version().ShouldNotBe(Table(Run("a", 0.5) with { Status = RunStatus.Failed }).Version());
        table.Version().ShouldNotBe(Table(Run("a", 0.5), Run("b", 0.5)).Version());
        table.Version().ShouldBe(Table(Run("a", 0.5) with { Params = [new Param("hidden", "x")] }).Version());
    }

    [Fact]
    public void Groups_HaveTheirRowsAndMeans()
    {
        var table = Table(
            Run("a", 1) with { Params = [new Param("t", "0")] }, Run("b", 2) with { Params = [new Param("t", "0")] }, Run("c", 5)) with { State = State with { Group = "t" } };
        RunGroup.Of(table).Select(group => (group.Value, group.Rows.Count, group.Mean(new RunColumn(ColumnKind.Metric, "m"))))
            .ShouldBe([("0", 2, 1.5), (null, 1, 5.0)]);
    }

    [Fact]
    public void Scale_PlacesValuesBetweenTheLeastAndTheGreatest()
    {
        var scale = ColumnScale.Of("m", Table(Run("a", 1), Run("b", 3), Run("c", double.NaN)).Rows).ShouldNotBeNull();
        scale.Place(1).ShouldBe(0);
        scale.Place(2).ShouldBe(50);
        scale.Place(double.PositiveInfinity).ShouldBe(100);
        ColumnScale.Of("m", Table(Run("a", 1), Run("b", 1)).Rows).ShouldBeNull();
        ColumnScale.Of("m", Table(Run("a", -double.MaxValue), Run("b", double.MaxValue)).Rows)!.Place(0).ShouldBe(50);
    }

    [Fact]
    public void DefaultColumns_AreFew_AndTellTheRunsApart()
    {
        var runs = new[] { "0", "1" }.Select((t, i) => Run(t, i) with
        {
            Metrics = [.. new[] { "x/v1/mean", "x/v1/variance", "system/cpu", "loss" }.Select(key => new Metric(key, i, 0))],
            Params = [new Param("same", "x"), new Param("t", t)],
        }).ToList();
        DefaultColumns.Choose(DefaultColumns.Candidates(runs, [], []), [.. runs.Select(run => new RunRow(run))]).Select(column => column.Text)
            .ShouldBe(["status", "started", "metrics.loss", "metrics.x/v1/mean", "params.t"]);
    }

    [Fact]
    public void BelowName_AreStatusAndStart_UnlessSomebodyChoseColumns()
    {
        RunColumn[] columns = [RunColumn.Find("status")!, RunColumn.Find("started")!, RunColumn.Find("duration")!, RunColumn.Find("tags.status")!];
        var table = new RunTable { State = State, Columns = columns };
        table.BelowName.Select(column => column.Text).ShouldBe(["status", "started"]);
        (table with { State = State with { Columns = columns } }).BelowName.ShouldBeEmpty();
    }

    [Fact]
    public void DefaultColumns_WhereTheNewestRunsHaveNoMetrics_AreThoseOfOthers()
    {
        Run[] failed = [Run("a", 0) with { Metrics = [] }, Run("b", 0) with { Metrics = [] }];
        DefaultColumns.Candidates(failed, ["accuracy", "system/cpu"], ["t"]).Select(column => column.Text)
            .ShouldBe(["status", "started", "metrics.accuracy", "params.t"]);
        DefaultColumns.Candidates([.. failed, Run("c", 1)], ["accuracy", "m"], []).Select(column => column.Text).ShouldBe(["status", "started", "metrics.m"]);
    }

    [Fact]
    public void State_AsAnAddress_SaysOnlyWhatIsNotUsual()
    {
        State.Address().ShouldBe("/experiments/1");
        (State with { Filter = "metrics.a > 1", Sort = RunColumn.Find("metrics.a"), Descending = true }).Address()
            .ShouldBe("/experiments/1?filter=metrics.a%20%3E%201&sort=metrics.a&dir=desc");
        (State with { Group = "t", Sort = RunColumn.Find("started") }).OrderBy().ShouldBe(["params.t", "start_time ASC"]);
    }

    [Fact]
    public void Selection_TakesIdsOnly() =>
        RunSelection.Of(["a,b", "a", "x' OR '", "", null, new string('a', 65)]).ShouldBe(["a", "b"]);

    private static RunTable Table(params Run[] runs) => new()
    {
        State = State, Columns = [new RunColumn(ColumnKind.Metric, "m")], Rows = [.. runs.Select(run => new RunRow(run))],
    };

    private static Run Run(string id, double metric) => new()
    {
        RunId = id, ExperimentId = "1", RunName = id, ArtifactUri = "", Metrics = [new Metric("m", metric, 0)],
    };
}
