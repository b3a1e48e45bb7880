using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;

namespace Assay.Reports.Html;

/// <summary>The gates, each with the figure it was held against, and whether it passed, in a word and a sign.</summary>
internal static class GateTable
{
    public static Markup Render(ReportContext context)
    {
        var (gates, texts) = (context.Summary.Gates, context.Texts.Figures);
        if (gates.Count == 0)
        {
            return Markup.None;
        }

        var passed = gates.Count(g => g.Passed);
        var table = new MarkupBuilder().Add($"""
            <section aria-labelledby="gates"><h2 id="gates">{texts.Gates}</h2>
            <p>{Outcome(passed == gates.Count, texts.GatesPassed(passed, gates.Count))}</p>
            <div class="wide" tabindex="0" role="group" aria-labelledby="gates"><table class="gates"><caption class="sr">{texts.Gates}</caption>
            <thead><tr><th scope="col">{texts.Gate}</th>
            <th scope="col" class="n">{texts.Found}</th><th scope="col">{texts.Outcome}</th></tr></thead><tbody>

            """);
        foreach (var gate in gates)
        {
            table.Add($"""<tr><th scope="row"><code>{gate.Gate}</code></th><td class="n">{Found(context, gate)}</td>""")
                .Add($"""<td>{Outcome(gate.Passed, gate.Passed ? texts.Passed : texts.Failed)}</td></tr>""").Add($"\n");
        }

        return table.Add($"</tbody></table></div></section>\n").ToMarkup();
    }

    // What is said of a comparison is the program's own, in English.
    private static Markup Found(ReportContext context, GateOutcome gate) => gate.Detail is { } detail
        ? context.English(detail)
        : Markup.Of($"{Figure(context, gate.Gate, gate.Value)}");

    private static string Figure(ReportContext context, string gate, double? value) =>
        value is { } figure ? GateBound.Of(gate).Beside(figure, context.Texts.Notation) : context.Texts.Figures.NoFigure;

    private static Markup Outcome(bool passed, string words) => passed
        ? Markup.Of($"""<span class="good">{ReportContext.Sign("✓")} {words}</span>""")
        : Markup.Of($"""<span class="bad">{ReportContext.Sign("✕")} {words}</span>""");
}
