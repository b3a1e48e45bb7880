using Assay.Comparisons;
using Assay.Tests.Running;
using Assay.Tracking;
using Assay.Web.Comparisons;

namespace Assay.Tests.Web;

public sealed class ComparisonDeskTests : EvaluationTest
{
    [Fact]
    public async Task CompareAsync_AskedAgain_IsKept_UntilAnOptionOrARunIsAnother()
    {
        using var desk = new ComparisonDesk();
        var runs = await TwoRunsAsync();
        var first = await desk.CompareAsync(Store, runs, new ComparisonOptions(), Cancel);
        (await desk.CompareAsync(Store, runs, new ComparisonOptions(), Cancel)).ShouldBeSameAs(first);
        (await desk.CompareAsync(Store, runs, new ComparisonOptions { Margin = 0.5 }, Cancel)).ShouldNotBeSameAs(first);
        (await desk.CompareAsync(Store, [runs[0], runs[1] with { EndTime = 7 }], new ComparisonOptions(), Cancel)).ShouldNotBeSameAs(first);
        first.Comparison.Metrics.ShouldAllBe(metric => metric.RowDifferences.Count == 0);
        first.Spreads[0]!.Counts.Sum().ShouldBe(20);
    }

    [Fact]
    public async Task CompareAsync_OfARunThatGoesOn_IsNotKept()
    {
        using var desk = new ComparisonDesk();
        var runs = await TwoRunsAsync();
        Run[] going = [runs[0], runs[1] with { EndTime = null }];
        var first = await desk.CompareAsync(Store, going, new ComparisonOptions(), Cancel);
        (await desk.CompareAsync(Store, going, new ComparisonOptions(), Cancel)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task CompareAsync_WhatFails_LeavesItsPlace()
    {
        using var desk = new ComparisonDesk();
        var runs = await TwoRunsAsync();
        for (var i = 0; i <= Environment.ProcessorCount; i++)
        {
            await Should.ThrowAsync<BadInputException>(() => desk.CompareAsync(Store, runs, new ComparisonOptions { Primary = ["nothing"] }, Cancel));
        }

        (await desk.CompareAsync(Store, runs, new ComparisonOptions(), Cancel)).Comparison.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public void KeyOf_PartsThatRunTogether_AreTwo() =>
        ComparisonDesk.KeyOf([], new ComparisonOptions { Primary = ["a", "b"] }).ShouldNotBe(ComparisonDesk.KeyOf([], new ComparisonOptions { Primary = ["a1:b"] }));

    private async Task<Run[]> TwoRunsAsync()
    {
        var ids = new List<string>();
        foreach (var name in (string[])["one", "two"])
        {
            var summary = await (Questions(20) with { RunName = name, Scorers = Scorers.Named("exact_match") }).RunAsync(Store, null, Cancel);
            ids.Add(summary.RunId);
        }

        return [await Store.Tracking.GetRunAsync(ids[0], Cancel), await Store.Tracking.GetRunAsync(ids[1], Cancel)];
    }
}
