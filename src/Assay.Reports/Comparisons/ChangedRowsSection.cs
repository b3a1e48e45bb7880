using Assay.Charts;
using Assay.Comparisons;
using Assay.Reports.Html;
using Assay.Reports.Languages;
using Assay.Reports.Rows;

namespace Assay.Reports.Comparisons;

/// <summary>The rows that changed most, with both answers side by side.</summary>
internal sealed class ChangedRowsSection(ComparisonTexts texts, ReportTexts common, Comparison comparison)
{
    private const int LongestText = 1500;

    public Markup Render()
    {
        var changed = comparison.Metrics.Where(metric => metric.Changed.Count > 0).ToList();
        if (changed.Count == 0) return Markup.None;
        var section = new MarkupBuilder().Add($"""<section aria-labelledby="changed"><h2 id="changed">{texts.Changed}</h2>""");
        foreach (var metric in changed)
        {
            var (a, b) = (Name(metric.RunA), Name(metric.RunB));
            section.Add($"<details{new Markup(metric == changed[0] ? """ open="" """ : "")}><summary>").Add(ReportContext.Key(metric.Metric)).Add($" <bdi>{b}</bdi></summary>")
                .Add($"""<div class="wide" tabindex="0" role="group" aria-label="{metric.Metric}"><table><thead><tr><th scope="col">{texts.Row}</th><th scope="col" class="n">a → b</th>""")
                .Add($"""<th scope="col">{texts.Asked}</th><th scope="col">{texts.AnswerOf} <bdi>{a}</bdi></th><th scope="col">{texts.AnswerOf} <bdi>{b}</bdi></th></tr></thead><tbody>""");
            foreach (var row in metric.Changed)
            {
                section.Add($"""<tr><th scope="row"><code>{(row.RowId.Length <= 20 ? row.RowId : row.RowId[..19] + "…")}</code></th>""")
                    .Add($"""<td class="n">{common.Notation.Place(row.A)} → {common.Notation.Place(row.B)}</td>""")
                    .Add(Text(row.Input)).Add(Text(row.OutputA)).Add(Text(row.OutputB)).Add($"</tr>\n");
            }

            section.Add($"</tbody></table></div></details>\n");
        }

        return section.Add($"</section>\n").ToMarkup();
    }

    private string Name(string run) => comparison.Runs.First(of => of.Id == run).Name;

    private static Markup Text(string? text)
    {
        if (ReportText.Of(text, LongestText) is not { } shown) return Markup.Of($"""<td class="q">–</td>""");
        return Markup.Of($"""<td class="t" dir="auto">{shown.Text}{(shown.Length > shown.Text.Length ? "…" : "")}</td>""");
    }
}
