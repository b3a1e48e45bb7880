using Assay.Charts;
using Assay.Tracking;
using Assay.Web.Languages;
using Assay.Web.Metrics;

namespace Assay.Tests.Web.Metrics;

public sealed class MetricViewTests
{
    [Fact]
    public void Of_AnAddress_HasWhatItSays()
    {
        var view = Read("?axis=time&log=1&line=last&smooth=0.5&from=-1.5&to=1e3&page=3&with=a,b,a&with=c&with=me");
        (view.Axis, view.IsLog, view.IsLast, view.Smoothing, view.From, view.To, view.PageIndex).ShouldBe((MetricAxis.Time, true, true, 0.5, -1.5, 1000.0, 2));
        view.With.ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("?smooth=NaN&from=x&to=1e999&page=-5&with=%27&axis=space")]
    [InlineData("?smooth=-1&page=many")]
    public void Of_WhatMakesNoSense_IsLeftOut(string query)
    {
        var view = Read(query);
        (view.Smoothing, view.From, view.To, view.PageIndex, view.Axis).ShouldBe((0, null, null, 0, MetricAxis.Step));
        view.With.ShouldBeEmpty();
    }

    [Fact]
    public void Of_MoreThanCanBeDrawn_IsCut()
    {
        Read("?smooth=5").Smoothing.ShouldBe(0.99);
        Read("?with=" + string.Join(',', Enumerable.Range(0, 40).Select(i => $"r{i}"))).With.Count.ShouldBe(MetricView.MostOthers);
    }

    [Theory]
    [InlineData(0, 30, "30 s")]
    [InlineData(0, 600, "10 min")]
    [InlineData(0, 36_000, "10 h")]
    public void Ticks_OfSeconds_AreInTheUnitThatFits(double low, double high, string last)
    {
        var ticks = TimeTicks.Of(PageLanguage.English.Notation)(low, high);
        ticks[^1].Label.ShouldBe(last);
        ticks[^1].X.ShouldBe(high, 1e-9);
        ticks.Select(tick => tick.X).ShouldBeInOrder();
    }

    [Fact]
    public void Values_ForAScript_AreJson_WithNothingForWhatIsNoNumber()
    {
        var line = new LineSeries("a \"b\" </script>", 1, [new LinePoint(0, 0.1 + 0.2, -1, 2), new LinePoint(1e15, 1, double.NaN, double.PositiveInfinity)]);
        var json = ChartValues.Of([new ChartedLine("r", line, 2, 1, [])]);
        json.ShouldNotContain("</script>");
        using var read = System.Text.Json.JsonDocument.Parse(json);
        var values = read.RootElement[0].EnumerateArray().ToList();
        values[0].GetString().ShouldBe("a \"b\" </script>");
        values.Skip(1).Select(value => value.GetRawText()).ShouldBe(["0", "0.3", "-1", "2", "1E+15", "1", "null", "null"]);
    }

    private static MetricView Read(string query)
    {
        var visit = Request.Visit("/runs/me/metrics" + query);
        visit.Context.Request.RouteValues["run_id"] = "me";
        return MetricView.Of(visit);
    }
}
