using Assay.Charts;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Html;

/// <summary>The distribution of a scorer's scores: a picture, and its table behind a disclosure.</summary>
internal static class Distribution
{
    public static Markup Render(ReportContext context, ScorerSummary scorer, Histogram histogram) =>
        scorer.Scorer.Kind == ScoreKind.PassFail ? Outcomes(context, scorer, histogram) : Bins(context, scorer, histogram);

    /// <summary>A pass is 1, so that it lies in the last bin.</summary>
    private static Markup Outcomes(ReportContext context, ScorerSummary scorer, Histogram histogram)
    {
        var texts = context.Texts.Figures;
        var all = histogram.Counts.Sum();
        var passed = histogram.High >= 1 ? histogram.Counts[^1] : 0;
        var svg = CategoryChart.Render(new CategoryFigure
        {
            Categories = [(texts.Pass, passed), (texts.Fail, all - passed)],
            Title = texts.DistributionOf(scorer.Scorer.Name),
            Description = $"{texts.Pass}: {context.Count(passed)}; {texts.Fail}: {context.Count(all - passed)}",
            Label = (count, share) => $"{context.Count(count)} · {context.Texts.Percent(share)}",
        });
        var table = new MarkupBuilder().Add($"""
            {new Markup(svg)}
            <details><summary>{texts.AsTable}<span class="sr">: {scorer.Scorer.Name}</span></summary><table class="small"><thead><tr>
            <th scope="col">{texts.Outcome}</th><th scope="col" class="n">{texts.Rows}</th><th scope="col" class="n">{texts.Share}</th></tr></thead><tbody>

            """);
        foreach (var (name, count) in new[] { (texts.Pass, passed), (texts.Fail, all - passed) })
        {
            table.Add($"""<tr><th scope="row">{name}</th><td class="n">{context.Count(count)}</td><td class="n">{Share(context, count, all)}</td></tr>""");
        }

        return table.Add($"</tbody></table></details>\n").ToMarkup();
    }

    private static Markup Bins(ReportContext context, ScorerSummary scorer, Histogram histogram)
    {
        var texts = context.Texts.Figures;
        var figure = Figure(context, scorer, histogram);
        var all = histogram.Counts.Sum();
        var decimals = EdgeDecimals(figure);
        var table = new MarkupBuilder().Add($"""
            {new Markup(HistogramChart.Render(figure))}
            <details><summary>{texts.AsTable}<span class="sr">: {scorer.Scorer.Name}</span></summary><table class="small"><thead><tr>
            <th scope="col" class="n">{texts.From}</th><th scope="col" class="n">{texts.To}</th>
            <th scope="col" class="n">{texts.Rows}</th><th scope="col" class="n">{texts.Share}</th></tr></thead><tbody>

            """);
        for (var i = 0; i < histogram.Counts.Count; i++)
        {
            var (low, high) = figure.Bin(i);
            table.Add($"""<tr><th scope="row" class="n">{figure.Number(low, decimals)}</th><td class="n">{figure.Number(high, decimals)}</td>""")
                .Add($"""<td class="n">{context.Count(histogram.Counts[i])}</td><td class="n">{Share(context, histogram.Counts[i], all)}</td></tr>""");
        }

        return table.Add($"</tbody></table></details>\n").ToMarkup();
    }

    private static HistogramFigure Figure(ReportContext context, ScorerSummary scorer, Histogram histogram)
    {
        var (texts, notation) = (context.Texts.Figures, context.Texts.Notation);
        var figure = new HistogramFigure
        {
            Low = histogram.Low,
            High = histogram.High,
            Counts = histogram.Counts,
            Title = texts.DistributionOf(scorer.Scorer.Name),
            Description = texts.Spread(context.Count(histogram.Counts.Sum()), notation.Place(histogram.Low), notation.Place(histogram.High)),
            Unit = scorer.Scorer.Unit,
            Number = notation.Number,
            BinLabel = (_, _, _) => "",
            Threshold = scorer.Scorer.Aggregates.Any(a => a.Kind == AggregateKind.Ratio)
                ? (scorer.Scorer.Threshold, $"{texts.Threshold} {notation.Place(scorer.Scorer.Threshold)}")
                : null,
        };
        var decimals = EdgeDecimals(figure);
        return figure with
        {
            BinLabel = (low, high, count) => texts.Bin(notation.Number(low, decimals), notation.Number(high, decimals), count, context.Count(count)),
        };
    }

    /// <summary>Decimals that tell the edges of the bins apart.</summary>
    private static int EdgeDecimals(HistogramFigure figure)
    {
        var width = (figure.High - figure.Low) / Math.Max(1, figure.Counts.Count);
        return width > 0 && double.IsFinite(width) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(width)), 0, 9) : 3;
    }

    private static string Share(ReportContext context, long count, long all) => context.Texts.Percent(all == 0 ? 0 : (double)count / all);
}
