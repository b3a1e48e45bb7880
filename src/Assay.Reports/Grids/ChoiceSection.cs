using System.Globalization;
using Assay.Charts;
using Assay.Grids;

namespace Assay.Reports.Grids;

/// <summary>Which setting is best, what that is worth, and which others cannot be told from it.</summary>
internal static class ChoiceSection
{
    public static Markup Render(GridContext context)
    {
        var (summary, words) = (context.Summary, context.Words);
        var page = new MarkupBuilder().Add($"""
            <div class="head"><p class="where"><span class="q">{context.Texts.Page.Experiment}</span> {GridContext.Data(summary.Experiment)}</p>
            <h1>{GridContext.Data(summary.RunName)}</h1>
            <p class="facts"><span class="q">{context.Texts.Page.RunId}</span> <code>{summary.RunId}</code> · {context.Texts.Page.Took} {context.Texts.Notation.Duration(summary.DurationSeconds)}</p></div>

            """);
        AddWarnings(page, context);
        page.Add($"""<section aria-labelledby="best"><h2 id="best">{words.Best}</h2>""");
        if (summary.Choice is not { } choice)
        {
            return page.Add($"<p>{words.NoChoice}: <span lang=\"en\">{summary.WhyNoChoice}</span></p></section>\n").ToMarkup();
        }

        var count = choice.Ranks.Count.ToString(CultureInfo.InvariantCulture);
        page.Add($"""<p><strong>★ {GridContext.Data(choice.Name)}</strong></p>""")
            .Add($"""<p>{GridContext.Data(summary.ChosenBy)}: {words.Apparent(context.Number(choice.Apparent), context.Texts.Notation.Count(choice.Rows))}</p>""")
            .Add($"""<p>{words.Corrected(context.Number(choice.Corrected), context.Interval(choice.Interval), count)}</p><p class="key">{words.WhatCorrectedIs}</p></section>""");
        AddRanks(page, context, choice);
        return page.ToMarkup();
    }

    private static void AddRanks(MarkupBuilder page, GridContext context, GridChoice choice)
    {
        var words = context.Words;
        page.Add($"""<section aria-labelledby="settings"><h2 id="settings">{words.Settings}</h2>""");
        GridContext.OpenTable(
            page, "settings", (words.Setting, false), (words.Mean, true), (words.ShareFirst, true), (words.PAdjusted, true), (words.Verdict, false));
        foreach (var rank in choice.Ranks)
        {
            var verdict = rank.Setting == choice.Setting ? words.IsBest : rank.IsTied ? words.IsTied : words.IsWorse;
            page.Add($"""<tr><th scope="row">{GridContext.Data(rank.Name)}</th><td class="n">{context.Number(rank.Mean)}</td>""")
                .Add($"""<td class="n">{context.Texts.Percent(rank.ShareFirst)}</td><td class="n">{(rank.PAdjusted is { } p ? context.Number(p) : "")}</td><td>{verdict}</td></tr>""");
        }

        page.Add($"</tbody></table></div></section>\n");
    }

    private static void AddWarnings(MarkupBuilder page, GridContext context)
    {
        if (context.Summary.Warnings.Count == 0)
        {
            return;
        }

        page.Add($"""<section class="warn" aria-labelledby="warnings"><h2 id="warnings">⚠ {context.Texts.Page.Warnings}</h2><ul>""");
        foreach (var warning in context.Summary.Warnings)
        {
            page.Add($"""<li lang="en">{warning}</li>""");
        }

        page.Add($"</ul></section>\n");
    }
}
