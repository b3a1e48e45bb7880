using Assay.Evaluations;
using Assay.Reports;
using Assay.Reports.Markdown;
using Assay.Results;

namespace Assay.Tests.Reports;

public sealed class MarkdownSummaryTests
{
    private static readonly EvaluationRow[] Rows = [.. Enumerable.Range(0, 60).Select(i => SampleRows.Ordinary(i))];

    [Fact]
    public async Task Summary_OfARun_HasGatesFiguresAndCounts()
    {
        var text = await Write(SampleSummary.Of(Rows), ReportLanguage.En);
        text.ShouldStartWith("## capitals / heron-7\n\ncapitals.jsonl · 60 rows · 4 March 2026, 15:16 UTC · Took 1 min 23 s · Status: finished");
        text.ShouldContain("> ⚠ Every row sends the same prompt: does the template name a column?".Replace(":", "&#58;", StringComparison.Ordinal));
        text.ShouldContain("| `exact_match/v1 >= 0.8` | 0.333 | ✕ **failed** |");
        text.ShouldContain("| ▲ | `exact_match/v1` | 0.34 | \\[0.22, 0.46\\] | 59 of 60 |");
        text.ShouldContain("All rows: 60 · Failed: 1 · Refused: 1");
        text.ShouldContain("- Not scored: `toxicity` × 3, there is no text to score");
    }

    [Fact]
    public async Task Summary_InPortuguese_HasDecimalCommas()
    {
        var text = await Write(SampleSummary.Of(Rows), ReportLanguage.Pt);
        text.ShouldContain("| ▲ | `exact_match/v1` | 0,34 | \\[0,22; 0,46\\] | 59 de 60 |");
        text.ShouldContain("1 de 2 critérios não cumpridos");
    }

    [Fact]
    public async Task Tables_OfASummary_KeepTheirColumnsWhateverTheDataHolds()
    {
        var evil = SampleRows.Hostile + "\n| a | b |\n# x";
        var summary = SampleSummary.Of(Rows);
        var text = await Write(summary with
        {
            Experiment = evil,
            Warnings = [evil],
            Gates = [new GateOutcome(evil, 1, true)],
            Scorers = [.. summary.Scorers.Select(s => s with { Scorer = s.Scorer with { Unit = evil }, NotScored = [new ReasonCount(evil, 1)] })],
        }, ReportLanguage.En);
        var lines = text.Split('\n');
        lines.Where(l => l.StartsWith('|')).ShouldAllBe(l => Bars(l) == 4 || Bars(l) == 6);
        lines.Count(l => l.StartsWith('#')).ShouldBe(1);
        lines.Where(l => !l.Contains('`', StringComparison.Ordinal)).ShouldAllBe(l => !l.Contains('<', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a|b*c_d`e[f](g)\\", "a\\|b\\*c\\_d\\`e\\[f\\](g)\\\\")]
    [InlineData("<b>&\nhttps://x.example @me", "&lt;b&gt;&amp; https&#58;//x.example &#64;me")]
    public void Escape_OfText_LeavesNoMarkup(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    private static int Bars(string line) => line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');

    private static async Task<string> Write(EvaluationSummary summary, ReportLanguage language)
    {
        var output = new StringWriter();
        await MarkdownSummary.WriteAsync(summary, output, new ReportOptions { Language = language }, TestContext.Current.CancellationToken);
        return output.ToString();
    }
}
