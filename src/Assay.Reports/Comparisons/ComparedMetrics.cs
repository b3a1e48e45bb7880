using Assay.Charts;
using Assay.Comparisons;
using Assay.Reports.Figures;
using Assay.Reports.Html;
using Assay.Reports.Languages;

namespace Assay.Reports.Comparisons;

/// <summary>For each run beside the baseline: a picture of its differences, and the figures behind it.</summary>
internal sealed class ComparedMetrics(ComparisonTexts texts, ReportTexts common, Comparison comparison)
{
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

    public static string Interval(MetricComparison metric, Notation notation) => metric.Interval.Interval is { } interval
        ? $"[{notation.Number(interval.Low, Decimals(metric))}{notation.ListSeparator}{notation.Number(interval.High, Decimals(metric))}]"
        : "–";

    private DifferenceFigure Figure(ComparedRun run, IReadOnlyList<MetricComparison> metrics) => new()
    {
        Title = $"{texts.Title}: {run.Name}",
        Description = texts.Picture,
        Lines = [.. metrics.Where(metric => double.IsFinite(metric.Difference)).Select(metric => new DifferenceLine(
            metric.Metric, metric.Difference, metric.Interval.Interval is { } ends ? (ends.Low, ends.High) : null,
            $"{Signed(metric)} {Interval(metric, common.Notation)}", comparison.Margin))],
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
                .Add($"""</th><td class="n">{common.Notation.Number(metric.A, Decimals(metric))}</td><td class="n">{common.Notation.Number(metric.B, Decimals(metric))}</td>""")
                .Add($"""<td class="n">{Signed(metric)}</td><td class="i">{Interval(metric, common.Notation)}</td><td class="n">{PValue(metric.PAdjusted)}</td>""")
                .Add($"""<td class="n">{common.Notation.Count(metric.Rows)}</td><td>""").Add(Verdict(metric)).Add($"</td><td>").Add(Effects(metric)).Add($"</td></tr>\n");
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

    private Markup Effects(MetricComparison metric) =>
        Markup.Of($"{string.Join(", ", metric.EffectSizes.Select(effect => $"{effect.Name} {common.Notation.Significant(effect.Value, 2)}"))}");

    private string Signed(MetricComparison metric) => (metric.Difference > 0 ? "+" : "") + common.Notation.Number(metric.Difference, Decimals(metric));

    private string PValue(double p) => double.IsNaN(p) ? "–" : p < 0.0001 ? "<" + common.Notation.Number(0.0001, 4) : common.Notation.Number(p, p < 0.1 ? 4 : 2);

    // Two digits of the interval's half width.
    private static int Decimals(MetricComparison metric)
    {
        var size = metric.Interval.Interval is { } interval && interval.High > interval.Low ? (interval.High - interval.Low) / 20
            : Math.Max(Math.Abs(metric.A), Math.Abs(metric.B)) / 100;
        return size > 0 && double.IsFinite(size) ? Math.Clamp((int)Math.Ceiling(-Math.Log10(size)), 0, 6) : 3;
    }
}
