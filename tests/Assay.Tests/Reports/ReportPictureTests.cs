using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Evaluations;
using Assay.Reports;
using Assay.Results;

namespace Assay.Tests.Reports;

/// <summary>Figures side by side, confusion and flaky rows in the report of an evaluation.</summary>
public sealed class ReportPictureTests
{
    private static readonly EvaluationRow[] Rows = [.. Enumerable.Range(0, 20).Select(i => SampleRows.Ordinary(i))];

    [Theory]
    [InlineData(ReportLanguage.En, "Which label was taken for which", "Rows that were scored differently when asked again")]
    [InlineData(ReportLanguage.Pt, "Que rótulo foi tomado por qual", "Linhas pontuadas de outra forma quando perguntadas de novo")]
    [InlineData(ReportLanguage.Fr, "Quelle étiquette a été prise pour laquelle", "Lignes notées autrement quand elles sont posées de nouveau")]
    public async Task Report_OfLabels_ShowsTheMatrixItsTableAndEachLabelsFigures(ReportLanguage language, string confusion, string flaky)
    {
        var page = await WriteAsync(SampleSummary.WithPictures(SampleSummary.Of(Rows)), language);
        Heading(page, "confusion").ShouldBe(confusion);
        Heading(page, "flaky").ShouldBe(flaky);
        var section = Section(page, "confusion");
        section.Descendants().Count(element => element.Name.LocalName == "svg").ShouldBe(1);
        var matrix = section.Descendants("table").Single(table => (string?)table.Attribute("class") == "matrix");
        matrix.Descendants("td").Sum(cell => int.Parse(cell.Value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(50);
        section.Descendants("table").Last().Descendants("tr").Count().ShouldBe(4);
        page.Descendants("nav").Single().Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldContain("#confusion");
        Section(page, "flaky").Descendants("tbody").Single().Elements("tr").Count().ShouldBe(2);
    }

    [Fact]
    public async Task Report_OfSeveralFiguresBetween0And1_ShowsThoseSideBySide()
    {
        var page = await WriteAsync(SampleSummary.WithPictures(SampleSummary.Of(Rows)), ReportLanguage.En);
        var bars = Section(page, "together").Descendants().Where(element => element.Name.LocalName == "g").Select(bar => bar.Value).ToList();
        bars.Count.ShouldBe(2);
        bars[0].ShouldContain("f1/v1");
        bars[0].ShouldContain("[0.60, 0.90]");
        bars[1].ShouldContain("recall/v1");
    }

    [Fact]
    public async Task Report_WithoutLabelsAndRepeats_HasNoSuchSections()
    {
        var page = await WriteAsync(SampleSummary.Of(Rows), ReportLanguage.En);
        page.Descendants().Attributes("id").Select(id => id.Value).Intersect(["confusion", "flaky", "together"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_WithAMatrixThatTwoScorersShare_ShowsItOnce()
    {
        var summary = SampleSummary.WithPictures(SampleSummary.Of(Rows));
        var second = summary.Scorers[1] with { Confusion = summary.Scorers[0].Confusion };
        var page = await WriteAsync(summary with { Scorers = [summary.Scorers[0], second, summary.Scorers[2]] }, ReportLanguage.En);
        Section(page, "confusion").Descendants("h3").Select(heading => heading.Value).ShouldBe(["exact_match, toxicity"]);
    }

    [Fact]
    public async Task Report_WithHostileLabels_IsWellFormedAndCutsThem()
    {
        var label = SampleRows.Hostile + new string('x', 5000);
        var page = await WriteAsync(SampleSummary.WithPictures(SampleSummary.Of(Rows), label), ReportLanguage.Fr);
        page.Descendants("script").Count().ShouldBe(1);
        Section(page, "confusion").ToString().Length.ShouldBeLessThan(30_000);
    }

    private static string Heading(XElement page, string id) => page.Descendants("h2").Single(heading => (string?)heading.Attribute("id") == id).Value;

    private static XElement Section(XElement page, string id) => page.Descendants("section").Single(section => (string?)section.Attribute("aria-labelledby") == id);

    private static async Task<XElement> WriteAsync(EvaluationSummary summary, ReportLanguage language)
    {
        using var output = new StringWriter();
        await HtmlReport.WriteAsync(summary, new ListedRows(Rows), output, new ReportOptions { Language = language }, TestContext.Current.CancellationToken);
        return XDocument.Parse(Regex.Replace(
            output.ToString(), "(<script[^>]*>|<style>)(.*?)(</script>|</style>)", "$1<![CDATA[$2]]>$3", RegexOptions.Singleline)).Root!;
    }
}
