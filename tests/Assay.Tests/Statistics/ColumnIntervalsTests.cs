using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class ColumnIntervalsTests
{
    private static readonly Interval Unit = new(0, 1);

    private static double[] Spread(int rows) => [.. Enumerable.Range(0, rows).Select(i => (i + 0.5) / rows)];

    private static ColumnIntervals Of(double[] scores, Interval? scale = null, IntervalMethod? method = null, RowGroups? groups = null) =>
        new(scores, groups, scale, new IntervalOptions(Method: method));

    [Fact]
    public void Mean_TakesTheMethodOfTheScale()
    {
        Of(Spread(40), Unit).Mean().Method.ShouldBe("logit-t");
        Of(Spread(40)).Mean().Method.ShouldBe("Student t");
        Of(Spread(40), Unit, IntervalMethod.Student).Mean().Method.ShouldBe("Student t");
        Of(Spread(40), Unit, IntervalMethod.Bca).Mean().Method.ShouldBe("BCa bootstrap");
        Of(Spread(40), null, IntervalMethod.LogitT).Mean().Method.ShouldBe("Student t");
        Of(Spread(40), Unit, groups: new RowGroups([.. Enumerable.Range(0, 40).Select(i => i / 4)])).Mean().Method.ShouldBe("logit-t, clustered");
    }

    [Fact]
    public void FewRows_HaveNone_AndShareHasAlways()
    {
        Of(Spread(14), Unit).Mean().Reason.ShouldBe("14 scored rows; 15 are needed for an interval");
        Of(Spread(14)).Quantile(0.9, Spread(14)).Interval.ShouldBeNull();
        Of([1, 0, 1]).Share().Method.ShouldBe("Clopper-Pearson");
        Of([1, 1, 1, 0], groups: new RowGroups([1, 1, 2, 2])).Share().Reason.ShouldBe("2 groups of rows; an interval needs 5");
    }

    [Fact]
    public void SameScores_OfAScale_AreBounded_AndOthersHaveNone()
    {
        var same = Enumerable.Repeat(0.5, 20).ToArray();

        var bounded = Of(same, Unit).Mean();
        bounded.Method.ShouldBe("Clopper-Pearson bound");
        bounded.Interval!.Value.Low.ShouldBe(0.5 * Math.Pow(0.025, 0.05), 1e-12);
        bounded.Interval.Value.High.ShouldBe(1 - 0.5 * Math.Pow(0.025, 0.05), 1e-12);
        Of(same).Mean().Reason!.ShouldContain("all scores are the same");
        Of(same).Variance(same).Reason!.ShouldContain("all scores are the same");
    }

    [Fact]
    public void Quantile_WithAnOpenEnd_SaysHowManyRowsItNeeds()
    {
        var estimate = Of(Spread(20)).Quantile(0.9, Spread(20));

        estimate.Interval!.Value.High.ShouldBe(double.PositiveInfinity);
        estimate.Reason.ShouldBe("no upper end: it needs 36 scored rows, and there are 20");
    }

    [Fact]
    public void Bootstrap_OfOneSeed_IsTheSameOnAnyNumberOfProcessors()
    {
        var groups = RowGroups.None(50);
        double[] scores = Spread(50);
        IReadOnlyList<double?> Mean(ReadOnlySpan<int> rows) => [Aggregates.Mean(Array.ConvertAll(rows.ToArray(), row => scores[row]))];

        var one = Bootstrap.Run(groups, 1, Mean, 300, seed: 3)[0];
        var other = Bootstrap.Run(groups, 1, Mean, 300, seed: 3)[0];

        one.ShouldBe(other);
        one.Average().ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void Bootstrap_DrawsGroupsWhole()
    {
        var groups = new RowGroups([5, 5, 5, 9, 9, 1]);
        var sizes = Bootstrap.Run(groups, 1, rows =>
        {
            var chosen = rows.ToArray();
            return [chosen.Count(row => row == 0) == chosen.Count(row => row == 2) && chosen.Count(row => row == 3) == chosen.Count(row => row == 4) ? 1 : 0];
        }, 200, seed: 1)[0];

        sizes.ShouldAllBe(whole => whole == 1);
    }
}
