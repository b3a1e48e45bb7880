using Assay.Charts;
using Assay.Results;

namespace Assay.Reports.Html;

/// <summary>Rows whose answers were scored differently when they were asked several times, for each scorer the ones that differ most.</summary>
internal static class FlakySection
{
    private const int MostRows = 20, MostScores = 20;

    public static bool IsThere(ReportContext context) => Scorers(context).Any();

    public static Markup Render(ReportContext context)
    {
        if (!IsThere(context))
        {
            return Markup.None;
        }

        var texts = context.Texts.Pictures;
        var section = new MarkupBuilder().Add($"""<section aria-labelledby="flaky"><h2 id="flaky">{texts.Flaky}</h2>""").Add($"\n");
        var number = 0;
        foreach (var scorer in Scorers(context))
        {
            AddScorer(section, context, scorer, $"flaky{++number}");
        }

        return section.Add($"</section>\n").ToMarkup();
    }

    private static IEnumerable<ScorerSummary> Scorers(ReportContext context) => context.Summary.Scorers.Where(scorer => scorer.Repeats is { Flaky: > 0 });

    private static void AddScorer(MarkupBuilder section, ReportContext context, ScorerSummary scorer, string id)
    {
        var (texts, repeats) = (context.Texts.Pictures, scorer.Repeats!);
        var listed = repeats.FlakyRows.Take(MostRows).ToList();
        section.Add($"""<h3 id="{id}">""").Add(ReportContext.Key(scorer.Scorer.Name))
            .Add($"""</h3><p class="q">{texts.WhatFlakyIs(context.Count(repeats.Flaky), context.Count(listed.Count))}</p>""").Add($"\n")
            .Add($"""<div class="wide" tabindex="0" role="group" aria-labelledby="{id}"><table><thead><tr><th scope="col">{context.Texts.Rows.Row}</th><th scope="col">{texts.Scores}</th></tr></thead><tbody>""").Add($"\n");
        foreach (var row in listed)
        {
            var scores = string.Join(context.Texts.Notation.ListSeparator, row.Scores.Take(MostScores).Select(score => context.Texts.Notation.Place(score)));
            section.Add($"""<tr><th scope="row"><code>{context.Data(row.RowId, 80)}</code></th><td>{scores}{(row.Scores.Count > MostScores ? " …" : "")}</td></tr>""").Add($"\n");
        }

        section.Add($"</tbody></table></div>\n");
    }
}
