using Assay.Judges.Calibration;

namespace Assay.Tests.Judges;

public sealed class CalibratorTests
{
    [Fact]
    public void FewerThanFifteenLabels_AreRefused()
    {
        var rows = Rows(14, i => (1, 1));
        Should.Throw<BadInputException>(() => Calibrator.Compare(rows, new CalibrationOptions())).Message.ShouldBe(
            "14 rows have both a label and a score of the judge; a calibration needs 15 at least: label 1 more");
    }

    [Fact]
    public void PassOrFail_HasRatesKappaAndConfusion()
    {
        // 20 true positives, 5 false negatives, 10 false positives, 15 true negatives.
        var rows = Rows(20, _ => (1, 1)).Concat(Rows(5, _ => (0, 1))).Concat(Rows(10, _ => (1, 0))).Concat(Rows(15, _ => (0, 0))).ToList();

        var found = Calibrator.Compare(rows, new CalibrationOptions());

        found.Agreement.Value.ShouldBe(0.7);
        found.Agreement.Method.ShouldBe("Wilson");
        found.TruePositiveRate.Value.ShouldBe(0.8);
        found.TrueNegativeRate.Value.ShouldBe(0.6);
        found.Kappa.Value!.Value.ShouldBe(0.4, 1e-12);
        found.KappaLinear.Value!.Value.ShouldBe(0.4, 1e-12);
        found.Bias.Value!.Value.ShouldBe(0.1, 1e-12);
        found.Confusion!.Select(row => string.Join(' ', row)).ShouldBe(["15 10", "5 20"]);
        found.Mean.ShouldBeNull();
        found.WhyNoMean!.ShouldContain("--labels-are random");
        found.ToNote().ToString().ShouldStartWith("calibrated on 50 labels: kappa .40 [");
    }

    [Fact]
    public void RandomLabels_GiveThePoweredMean_OfAllJudgedRows()
    {
        var rows = Rows(40, i => (i % 5 + 1, i % 5 + 1)).Concat(Enumerable.Range(0, 400).Select(i => new LabeledRow { Judge = i % 5 + 1 })).ToList();

        var found = Calibrator.Compare(rows, new CalibrationOptions { LabelsAreRandom = true, Precision = 0.1 });

        found.Labels.ShouldBe(40);
        found.Judged.ShouldBe(440);
        found.Threshold.ShouldBe(4);
        found.Mean!.Estimate.ShouldBe(3, 1e-12);
        (found.Mean.Interval.High - found.Mean.Interval.Low).ShouldBeLessThan(found.Mean.LabelInterval.High - found.Mean.LabelInterval.Low);
        found.LabelsNeeded!.Agreement.ShouldBe(16);
    }

    [Fact]
    public void Groups_AndLength_ShowWhereTheJudgeIsKind()
    {
        var rows = Enumerable.Range(0, 60).Select(i => new LabeledRow
        {
            Human = i % 4 + 1, Judge = i % 4 + 1 + (i >= 30 ? 1 : 0), Group = i >= 30 ? "pt" : "en", Length = 100 + i,
        }).ToList();

        var found = Calibrator.Compare(rows, new CalibrationOptions());

        found.Groups.Select(group => (group.Group, group.Labels, group.Agreement.Value, group.Bias.Value)).ShouldBe([("en", 30, 1.0, 0.0), ("pt", 30, 0.0, 1.0)]);
        found.LengthBias.Value!.Value.ShouldBeGreaterThan(0.8);
        found.LengthBias.Interval!.Value.Low.ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void LabelsOnRowsWithoutAScore_AreCounted()
    {
        var rows = Rows(15, i => (i % 2, i % 2)).Append(new LabeledRow { Human = 1 }).ToList();

        Calibrator.Compare(rows, new CalibrationOptions()).LabeledWithoutScore.ShouldBe(1);
    }

    private static IReadOnlyList<LabeledRow> Rows(int count, Func<int, (double Judge, double Human)> of) =>
        [.. Enumerable.Range(0, count).Select(i => new LabeledRow { Judge = of(i).Judge, Human = of(i).Human })];
}
