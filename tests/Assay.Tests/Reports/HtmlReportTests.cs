using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Evaluations;
using Assay.Reports;
using Assay.Tracking;

namespace Assay.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly EvaluationRow[] Mixed =
        [.. Enumerable.Range(0, 60).Select(i => SampleRows.Ordinary(i)), SampleRows.Evil(60)];

    [Theory]
    [InlineData(ReportLanguage.En)]
    [InlineData(ReportLanguage.Pt)]
    [InlineData(ReportLanguage.Fr)]
    public async Task Report_WithHostileRows_IsWellFormedAndHoldsNothingOfTheirMarkup(ReportLanguage language)
    {
        var page = Parse(await Write(Mixed, new ReportOptions { Language = language }));
        page.Descendants("script").Count().ShouldBe(1);
        page.Descendants("img").ShouldBeEmpty();
        page.Descendants().Attributes().ShouldNotContain(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.LocalName == "style");
        page.Descendants("dd").ShouldContain(d => d.Value.Contains("<script>window.hacked=1", StringComparison.Ordinal));
        page.Descendants("tbody").Count(b => b.Attribute("data-s") is not null).ShouldBe(61);
    }

    [Fact]
    public async Task Report_WithHostileNames_IsWellFormed()
    {
        var evil = SampleRows.Hostile;
        var summary = SampleSummary.Of(Mixed);
        var page = Parse(await Write(Mixed, new ReportOptions(), summary with
        {
            RunName = evil,
            Experiment = evil,
            RunId = evil,
            Dataset = new DatasetReference(evil, evil, evil, evil),
            Settings = [new Param(evil, evil)],
            Warnings = [evil],
            Gates = [new Assay.Results.GateOutcome(evil, null, false)],
            Scorers = [.. summary.Scorers.Select(s => s with { Scorer = s.Scorer with { Name = evil, Summary = evil, Unit = evil } })],
        }));
        page.Descendants("script").Count().ShouldBe(1);
        page.Element("html")!.Element("head")!.Element("title")!.Value.ShouldStartWith("<script>");
    }

    [Fact]
    public async Task Report_OfAnyRows_NeedsNothingFromElsewhere()
    {
        var page = Parse(await Write(Mixed, new ReportOptions()));
        page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" or "action" or "srcset")
            .ShouldAllBe(a => a.Value.StartsWith('#'));
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants("style").Single().Value.ShouldNotContain("url(");
        page.Descendants("style").Single().Value.ShouldNotContain("@import");
        page.Descendants("script").Single().Value.ShouldNotContain("import");
    }

    [Fact]
    public async Task Policy_OfAReport_NamesTheDigestsOfItsStyleAndScriptAndNothingElse()
    {
        var page = Parse(await Write(Mixed, new ReportOptions()));
        var policy = page.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        policy.ShouldBe($"default-src 'none'; style-src 'sha256-{Digest(page, "style")}'; script-src 'sha256-{Digest(page, "script")}'; base-uri 'none'; form-action 'none'");
    }

    [Fact]
    public async Task Report_OfAThousandLongAnswers_StaysUnderTheLimitAndSaysWhatWasCut()
    {
        var padding = string.Concat(Enumerable.Range(0, 4000).Select(i => $" <w{i}>"));
        var html = await Write(new ListedRows(1000, i => SampleRows.Ordinary(i, padding)), new ReportOptions());
        Encoding.UTF8.GetByteCount(html).ShouldBeInRange(1_800_000, 2_000_000);
        var page = Parse(html);
        page.Descendants("p").ShouldContain(p => p.Value.StartsWith("To keep this file small, 6", StringComparison.Ordinal));
        page.Descendants("i").ShouldContain(i => Regex.IsMatch(i.Value, @"… [\d,]+ more characters are not in this report"));
    }

    [Fact]
    public async Task Report_OfARowThatFits_CutsNothing()
    {
        var answer = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" word{i}"));
        var html = await Write([SampleRows.Ordinary(1, answer)], new ReportOptions());
        html.ShouldContain(" word19999");
        html.ShouldNotContain("class=\"cut\"");
    }

    [Fact]
    public async Task Report_OfAHundredThousandRows_StatesItsSampleAndStaysSmall()
    {
        var html = await Write(new ListedRows(100_000, i => SampleRows.Ordinary(i)), new ReportOptions { Language = ReportLanguage.Pt });
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(2_000_000);
        var page = Parse(html);
        var shown = page.Descendants("tbody").Count(b => b.Attribute("data-s") is not null);
        shown.ShouldBeInRange(900, 1000);
        page.Descendants("p").ShouldContain(p => p.Value.Contains("100.000 linhas", StringComparison.Ordinal) && p.Value.Contains("com falha", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WithTooSmallALimit_LeavesRowsOutAndSaysSo()
    {
        var html = await Write(new ListedRows(500, i => SampleRows.Ordinary(i)), new ReportOptions { MaxBytes = 150_000 });
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(150_000);
        Parse(html).Descendants("p").ShouldContain(p => Regex.IsMatch(p.Value, @"^This table shows \d+ of 500 rows"));
    }

    [Fact]
    public async Task Report_OfTheSameRun_IsTheSameBytes() =>
        (await Write(Mixed, new ReportOptions())).ShouldBe(await Write(Mixed, new ReportOptions()));

    [Fact]
    public async Task Report_OfRunThatFailedBeforeItsFirstRow_SaysThatThereAreNoFigures()
    {
        var summary = SampleSummary.Of([]) with { Status = Assay.Tracking.RunStatus.Failed };
        var page = Parse(await Write([], new ReportOptions(), summary));
        page.ToString().ShouldContain("This run is not complete (failed)");
        page.ToString().ShouldContain("No row has a score.");
    }

    [Fact]
    public async Task Report_InAnotherLanguage_MarksTheProgramsOwnEnglish()
    {
        var page = Parse(await Write(Mixed, new ReportOptions { Language = ReportLanguage.Fr }));
        page.Root!.Attribute("lang")!.Value.ShouldBe("fr");
        var english = page.Descendants().Where(e => e.Attribute("lang")?.Value == "en").Select(e => e.Value).ToArray();
        english.ShouldContain("Every row sends the same prompt: does the template name a column?");
        english.ShouldContain("the row failed");
        page.Descendants("code").Select(c => c.Value).ShouldContain("toxicity/v1/mean");
    }

    [Fact]
    public async Task Tables_OfAReport_AreLabelled()
    {
        var page = Parse(await Write(Mixed, new ReportOptions()));
        page.Descendants("th").ShouldAllBe(t => t.Attribute("scope") != null);
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        ids.Distinct().Count().ShouldBe(ids.Length);
        page.Descendants().Attributes("aria-labelledby").ShouldAllBe(a => ids.Contains(a.Value));
    }

    private static async Task<string> Write(IReadOnlyList<EvaluationRow> rows, ReportOptions options, Assay.Results.EvaluationSummary? summary = null)
    {
        var output = new StringWriter();
        await HtmlReport.WriteAsync(summary ?? SampleSummary.Of(rows), new ListedRows(rows), output, options, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static async Task<string> Write(ListedRows rows, ReportOptions options)
    {
        var output = new StringWriter();
        await HtmlReport.WriteAsync(SampleSummary.Of(rows.All), rows, output, options, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    /// <summary>The page is HTML and XML at once, but for the script, which HTML takes as it is.</summary>
    private static XDocument Parse(string html) => XDocument.Parse(
        Regex.Replace(html, "(<script[^>]*>|<style>)(.*?)(</script>|</style>)", "$1<![CDATA[$2]]>$3", RegexOptions.Singleline), LoadOptions.PreserveWhitespace);

    private static string Digest(XDocument page, string element) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants(element).Single().Value)));
}
