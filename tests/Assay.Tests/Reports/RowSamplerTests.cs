using Assay.Reports;
using Assay.Reports.Rows;

namespace Assay.Tests.Reports;

public sealed class RowSamplerTests
{
    [Fact]
    public async Task Read_OfFewRows_TakesAllInOrder()
    {
        var sample = await Sample(new ListedRows(100, i => SampleRows.Ordinary(i)), 100);
        sample.IsWhole.ShouldBeTrue();
        sample.Rows.Select(r => r.Stored.Index).ShouldBe(Enumerable.Range(0, 100).Select(i => (long)i));
    }

    [Fact]
    public async Task Read_OfManyRows_TakesFailedAndWorstOnesAndTheRestEvenly()
    {
        var sample = await Sample(new ListedRows(10_000, i => SampleRows.Ordinary(i)), 100);
        sample.Rows.Count.ShouldBeInRange(90, 100);
        sample.Failed.ShouldBe(20);
        sample.Rows.ShouldAllBe(r => r.Choice.Failed == (r.Status == Assay.Evaluations.RowStatus.Failed));
        sample.Rows.Where(r => r.Choice.Scorer == "toxicity").Select(r => Score(r, "toxicity")).Min().ShouldBeGreaterThan(0.98);
        sample.Rows.Where(r => r.Choice.Scorer == "exact_match").Select(r => Score(r, "exact_match")).ShouldAllBe(s => s == 0);
        var even = sample.Rows.Where(r => r.Choice == RowChoice.ForPlace).Select(r => r.Stored.Index).ToArray();
        even.Length.ShouldBeInRange(55, 60);
        even.Zip(even.Skip(1)).Max(pair => pair.Second - pair.First).ShouldBeLessThan(700);
        sample.Rows.Select(r => r.Stored.Index).ShouldBe(sample.Rows.Select(r => r.Stored.Index).Order());
        sample.Rows.Select(r => r.Stored.RowId).Distinct().Count().ShouldBe(sample.Rows.Count);
    }

    [Fact]
    public async Task Read_Twice_TakesTheSameRows()
    {
        var rows = new ListedRows(3000, i => SampleRows.Ordinary(i));
        (await Sample(rows, 50)).Rows.Select(r => r.Stored.RowId).ShouldBe((await Sample(rows, 50)).Rows.Select(r => r.Stored.RowId));
    }

    [Fact]
    public async Task Read_OfNoRows_IsWholeAndEmpty()
    {
        var summary = SampleSummary.Of([SampleRows.Ordinary(0)]);
        var sample = await RowSampler.ReadAsync(new ListedRows(0, i => SampleRows.Ordinary(i)), summary, new ReportOptions(), TestContext.Current.CancellationToken);
        (sample.IsWhole, sample.Rows.Count).ShouldBe((true, 0));
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(100_000, 600)]
    [InlineData(7, 7)]
    [InlineData(7, 0)]
    public void Spacing_OfPlaces_TakesExactlyThatMany(int total, int taken) =>
        Enumerable.Range(0, total).Count(i => Spacing.Takes(i, total, taken)).ShouldBe(taken);

    [Theory]
    [InlineData("{\"inputs\":\"asked\",\"topic\":\"t\",\"n\":1.50,\"none\":null}", "topic=t n=1.50")]
    [InlineData("not JSON", "=not JSON")]
    [InlineData("[1]", "")]
    [InlineData("{\"half\":\"\\ud800\"}", "half=\"\\ud800\"")]
    public void Fields_OfARow_AreThoseNotShownElsewhere(string json, string shown)
    {
        var row = ReportRow.Of(SampleRows.Ordinary(0) with { Fields = json, Input = "asked" }, default, 1000);
        string.Join(' ', row.Fields.Select(f => $"{f.Name}={f.Value.Text}")).ShouldBe(shown);
    }

    [Fact]
    public void Text_CutInTheMiddleOfAPair_LeavesThePairOut() => ReportText.Of("a👍b", 2).ShouldBe(new ReportText("a", 4));

    private static double Score(ReportRow row, string scorer) => row.Stored.Scores.Single(s => s.Scorer == scorer).Value!.Value;

    private static Task<RowSample> Sample(ListedRows rows, int most) => RowSampler.ReadAsync(
        rows, SampleSummary.Of(rows.All), new ReportOptions { MaxRows = most }, TestContext.Current.CancellationToken);
}
