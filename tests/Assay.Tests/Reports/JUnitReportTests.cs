using System.Xml.Linq;
using Assay.Evaluations;
using Assay.Reports;

namespace Assay.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public async Task Report_OfFailedGatesAndRows_NamesEachWithItsFigure()
    {
        var suite = (await Write(Failed(2), new ReportOptions())).Element("testsuite")!;
        var failures = suite.Elements("testcase").Where(c => c.Element("failure") is not null).ToDictionary(c => c.Attribute("name")!.Value, c => c.Element("failure")!);
        failures.Keys.ShouldBe(["exact_match/v1 >= 0.8", "rows", "Row 1 (q-0)", "Row 2 (q-1)"]);
        failures["exact_match/v1 >= 0.8"].Attribute("message")!.Value.ShouldContain("0.333333");
        failures["Row 1 (q-0)"].Attribute("message")!.Value.ShouldBe("HTTP 500");
        Counts(suite).ShouldBe((5, 4, 0));
    }

    [Fact]
    public async Task Report_WhereFailedRowsAreAllowed_SkipsThem()
    {
        var suite = (await Write(Failed(2), new ReportOptions { FailedRowsAllowed = true })).Element("testsuite")!;
        Counts(suite).ShouldBe((5, 1, 2));
        suite.Elements("testcase").Count(c => c.Element("skipped") is not null).ShouldBe(2);
    }

    [Fact]
    public async Task Report_OfManyFailedRows_NamesAHundred() =>
        (await Write(Failed(300), new ReportOptions())).Descendants("testcase").Count(c => c.Attribute("name")!.Value.StartsWith("Row ", StringComparison.Ordinal)).ShouldBe(100);

    [Fact]
    public async Task Report_WithTextThatXmlForbids_IsStillXml()
    {
        var rows = new[] { SampleRows.Ordinary(0) with { RowId = SampleRows.Hostile, Error = SampleRows.Hostile, Answer = null } };
        var failure = (await Write(rows, new ReportOptions())).Descendants("failure").Last();
        failure.Attribute("message")!.Value.ShouldContain("<script>window.hacked=1");
        failure.Attribute("message")!.Value.ShouldContain("]]>");
    }

    [Fact]
    public async Task Elements_OfAReport_AreThoseThatReadersOfJUnitKnowInTheirOrder()
    {
        var root = await Write(Failed(3), new ReportOptions());
        root.Name.LocalName.ShouldBe("testsuites");
        var suite = root.Elements().Single();
        suite.Elements().Select(e => e.Name.LocalName).Distinct().ShouldBe(["properties", "testcase"]);
        suite.Attributes().Select(a => a.Name.LocalName).ShouldBe(["name", "tests", "failures", "errors", "time", "skipped", "timestamp"]);
        suite.Elements("testcase").ShouldAllBe(c => c.Attribute("classname") != null && c.Attribute("name") != null && c.Attribute("time") != null);
        suite.Attribute("timestamp")!.Value.ShouldBe("2026-03-04T15:16:17");
    }

    private static (int, int, int) Counts(XElement suite)
    {
        var cases = suite.Elements("testcase").ToArray();
        cases.Length.ShouldBe((int)suite.Attribute("tests")!);
        cases.Count(c => c.Element("failure") is not null).ShouldBe((int)suite.Attribute("failures")!);
        return ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("skipped")!);
    }

    private static EvaluationRow[] Failed(int count) =>
        [.. Enumerable.Range(0, count).Select(i => SampleRows.Ordinary(i) with { Answer = null, Error = "HTTP 500", Scores = [] })];

    private static async Task<XElement> Write(IReadOnlyList<EvaluationRow> rows, ReportOptions options)
    {
        var output = new StringWriter();
        await JUnitReport.WriteAsync(SampleSummary.Of(rows), new ListedRows(rows), output, options, TestContext.Current.CancellationToken);
        return XDocument.Parse(output.ToString()).Root!;
    }
}
