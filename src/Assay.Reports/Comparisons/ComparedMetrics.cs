using Assay.Charts;
using Assay.Comparisons;
using Assay.Reports.Figures;
using Assay.Reports.Html;
using Assay.Reports.Languages;

namespace Assay.Reports.Comparisons;

/// <summary>For each run beside the baseline: a picture of its differences, and the figures behind it.</summary>
internal sealed class ComparedMetrics(ComparisonTexts texts, ReportTexts common, Comparison comparison)
{
    private readonly DifferenceFormat _format = new(common.Notation);

    public Markup Render()
    {
        var sections = new MarkupBuilder();
        for (var i = 1; i < comparison.Runs.Count; i++)
        {
            var run = comparison.Runs[i];
            var metrics = comparison.Metrics.Where(metric => metric.RunB == run.Id).ToList();
            sections.Add($"""<section aria-labelledby="run{i}"><h2 id="run{i}"><bdi>{run.Name}</bdi> <span class="q">− <bdi>{comparison.Runs[0].Name}</bdi></span></h2>""")
                .Add($"""<p class="note">{texts.Picture}</p><div class="wide" tabindex="0" role="group" aria-labelledby="run{i}">""")
                .Add(new Markup(DifferenceChart.Render(Figure(run, metrics)))).Add($"</div>");
            AddTable(sections, texts.Metrics, [.. metrics.Where(metric => metric.IsPrimary)]);
            AddTable(sections, texts.Exploratory, [.. metrics.Where(metric => !metric.IsPrimary)]);
            sections.Add($"</section>\n");
        }

        return sections.ToMarkup();
    }

    private DifferenceFigure Figure(ComparedRun run, IReadOnlyList<MetricComparison> metrics) => new()
    {
        Title = $"{texts.Title}: {run.Name}",
        Description = texts.Picture,
        Lines = [.. metrics.Where(metric => double.IsFinite(metric.Difference)).Select(metric => new DifferenceLine(
            metric.Metric, metric.Difference, metric.Interval.Interval is { } ends ? (ends.Low, ends.High) : null,
            $"{_format.Signed(metric)} {_format.Interval(metric)}", comparison.Margin))],
    };

    private void AddTable(MarkupBuilder html, string caption, IReadOnlyList<MetricComparison> metrics)
    {
        if (metrics.Count == 0) return;
        html.Add($"""<div class="wide" tabindex="0" role="group" aria-label="{caption}"><table><caption class="note">{caption}</caption><thead><tr><th scope="col">{texts.Metric}</th><th scope="col" class="n">a</th>""")
            .Add($"""<th scope="col" class="n">b</th><th scope="col" class="n">{texts.Difference}</th><th scope="col">{texts.Interval}</th><th scope="col" class="n">{texts.PValue}</th>""")
            .Add($"""<th scope="col" class="n">{texts.Rows}</th><th scope="col">{texts.Verdict}</th><th scope="col">{texts.Effect}</th></tr></thead><tbody>""").Add($"\n");
        foreach (var metric in metrics)
        {
            var words = common.Direction(metric.Direction);
            html.Add($"""<tr><th scope="row"><span class="dir" title="{words}"><span aria-hidden="true">{FigureFormat.Sign(metric.Direction)}</span><span class="sr">{words}</span></span> """)
                .Add(ReportContext.Key(metric.Metric))
                .Add($"""</th><td class="n">{_format.Value(metric.A, metric)}</td><td class="n">{_format.Value(metric.B, metric)}</td>""")
                .Add($"""<td class="n">{_format.Signed(metric)}</td><td class="i">{_format.Interval(metric)}</td><td class="n">{_format.PValue(metric.PAdjusted)}</td>""")
                .Add($"""<td class="n">{common.Notation.Count(metric.Rows)}</td><td>""").Add(Verdict(metric)).Add($"</td><td>").Add($"{_format.Effects(metric)}</td></tr>\n");
            AddNotes(html, metric);
        }

        html.Add($"</tbody></table></div>\n");
    }

    private void AddNotes(MarkupBuilder html, MetricComparison metric)
    {
        var notes = new List<Markup> { Markup.Of($"""<span lang="en">{metric.Test}{(metric.Interval.Method is { } method ? ", " + method : "")}</span>""") };
        if (metric.Interval.Reason is { } reason) notes.Add(Markup.Of($"""{texts.NoInterval}: <bdi lang="en">{reason}</bdi>"""));
        if (metric.IntervalConfidence > comparison.Confidence + 1e-9) notes.Add(Markup.Of($"{texts.Corrected(common.Percent(metric.IntervalConfidence))}"));
        if (metric.SmallestDifference is { } smallest) notes.Add(Markup.Of($"{texts.Smallest(common.Notation.Significant(smallest, 2))}"));
        notes.AddRange(metric.Notes.Select(note => Markup.Of($"""<bdi lang="en">{note}</bdi>""")));
        html.Add($"""<tr><td></td><td colspan="8" class="q">""");
        for (var i = 0; i < notes.Count; i++) html.Add($"{(i == 0 ? "" : "; ")}").Add(notes[i]);
        html.Add($"</td></tr>\n");
    }

    private Markup Verdict(MetricComparison metric)
    {
        var word = texts.VerdictWord(metric.Verdict);
        return metric.Verdict switch
        {
            Assay.Comparisons.Verdict.Better => Markup.Of($"""<span class="good">▲ {word}</span>"""),
            Assay.Comparisons.Verdict.Worse => Markup.Of($"""<span class="bad">▼ {word}</span>"""),
            _ => Markup.Of($"{word}"),
        };
    }
}
