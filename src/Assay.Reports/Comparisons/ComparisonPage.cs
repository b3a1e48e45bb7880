using Assay.Charts;
using Assay.Comparisons;
using Assay.Reports.Figures;
using Assay.Reports.Html;
using Assay.Reports.Languages;

namespace Assay.Reports.Comparisons;

/// <summary>The document: which runs, what to know, and the sections.</summary>
internal sealed class ComparisonPage(Comparison comparison, ReportLanguage language)
{
    private readonly ComparisonTexts _texts = ComparisonTexts.For(language);
    private readonly ReportTexts _common = ReportTexts.For(language);

    public Markup Render()
    {
        var names = string.Join(" · ", comparison.Runs.Select(run => run.Name));
        var metrics = new ComparedMetrics(_texts, _common, comparison);
        var confidence = new FigureFormat(_common.Notation).Confidence(comparison.Confidence);
        return new MarkupBuilder()
            .Add(PageFrame.Open(_common, _texts.Title, names, "run1", _texts.SkipToMetrics))
            .Add($"""<div class="head"><h1><bdi>{names}</bdi></h1></div>""").Add($"\n")
            .Add(Notes()).Add(Runs()).Add(metrics.Render()).Add(Rankings()).Add(new ChangedRowsSection(_texts, _common, comparison).Render())
            .Add(PageFrame.Close(_common, confidence)).ToMarkup();
    }

    private Markup Notes()
    {
        if (comparison.Notes.Count == 0) return Markup.None;
        var list = new MarkupBuilder().Add($"""<section class="warn" aria-labelledby="notes"><h2 id="notes">{_texts.Notes}</h2><ul>""");
        foreach (var note in comparison.Notes) list.Add($"""<li><bdi lang="en">{note}</bdi></li>""");
        return list.Add($"</ul></section>\n").ToMarkup();
    }

    private Markup Runs()
    {
        var table = new MarkupBuilder().Add($"""
            <div class="wide" tabindex="0" role="group" aria-label="{_texts.Run}"><table class="settings"><thead><tr><th scope="col">{_texts.Run}</th><th scope="col">{_texts.Name}</th>
            <th scope="col" class="n">{_texts.Rows}</th><th scope="col" class="n">{_texts.Unmatched}</th><th scope="col">{_texts.Settings}</th></tr></thead><tbody>

            """);
        foreach (var run in comparison.Runs)
        {
            table.Add($"""<tr><th scope="row"><code>{run.Id}</code></th><td><bdi>{run.Name}</bdi>""");
            if (run == comparison.Runs[0]) table.Add($""" <span class="q">{_texts.Baseline}</span>""");
            table.Add($"""</td><td class="n">{_common.Notation.Count(run.Rows)}</td><td class="n">{_common.Notation.Count(run.Unmatched)}</td><td class="value">""");
            foreach (var setting in run.Settings) table.Add($"""<div><span class="q">{setting.Key}</span> <bdi>{setting.Value}</bdi></div>""");
            table.Add($"</td></tr>\n");
        }

        return table.Add($"</tbody></table></div>\n").ToMarkup();
    }

    private Markup Rankings()
    {
        if (comparison.Rankings.Count == 0) return Markup.None;
        var section = new MarkupBuilder().Add($"""<section aria-labelledby="ranking"><h2 id="ranking">{_texts.Ranking}</h2>""");
        foreach (var ranking in comparison.Rankings)
        {
            section.Add($"""<h3>{ReportContext.Key(ranking.Metric)}</h3><table><thead><tr><th scope="col">{_texts.Run}</th><th scope="col" class="n">{_texts.Mean}</th>""")
                .Add($"""<th scope="col" class="n">{_texts.First}</th><th scope="col"></th></tr></thead><tbody>""");
            foreach (var run in ranking.Runs)
            {
                section.Add($"""<tr><th scope="row"><bdi>{comparison.Runs.First(of => of.Id == run.Run).Name}</bdi></th><td class="n">{_common.Notation.Significant(run.Mean)}</td>""")
                    .Add($"""<td class="n">{_common.Percent(run.FirstShare)}</td><td>{(run.MayBeBest ? _texts.MayBeBest : "")}</td></tr>""");
            }

            section.Add($"</tbody></table>\n");
        }

        return section.Add($"</section>\n").ToMarkup();
    }
}
