using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Html;

/// <summary>For each scorer, what it measures, the distribution of its scores and all its figures.</summary>
internal static class ScorePanels
{
    public static Markup Render(ReportContext context)
    {
        var panels = new MarkupBuilder().Add($"""
            <section aria-labelledby="scores"><h2 id="scores">{context.Texts.Figures.Distributions}</h2><div class="panels">

            """);
        foreach (var scorer in context.Summary.Scorers)
        {
            AddPanel(panels, context, scorer);
        }

        return panels.Add($"</div></section>\n").ToMarkup();
    }

    private static void AddPanel(MarkupBuilder panels, ReportContext context, ScorerSummary scorer)
    {
        var (texts, description) = (context.Texts.Figures, scorer.Scorer);
        panels.Add($"""
            <article class="panel"><h3>{HeadlineTable.Direction(context, description.Direction)}{ReportContext.Key(description.Name)}</h3>
            <p class="q">{context.English(description.Summary)}</p>

            """);
        if (CalibrationLine.Of(scorer, texts, context.Texts.Notation) is { } calibration)
        {
            panels.Add($"""<p class="q">{calibration}</p>""").Add($"\n");
        }

        panels.Add(scorer.Histogram is { } histogram ? Distribution.Render(context, scorer, histogram) : Markup.Of($"<p>{texts.NoScores}</p>"));
        AddFigures(panels, context, scorer);
        panels.Add($"</article>\n");
    }

    private static void AddFigures(MarkupBuilder panels, ReportContext context, ScorerSummary scorer)
    {
        if (scorer.Aggregates.Count == 0)
        {
            return;
        }

        var texts = context.Texts.Figures;
        panels.Add($"""
            <table class="small"><caption class="sr">{texts.Heading}: {scorer.Scorer.Name}</caption>
            <thead class="sr"><tr><th scope="col">{texts.Metric}</th><th scope="col">{texts.Figure}</th><th scope="col">{context.IntervalHeading}</th></tr></thead><tbody>

            """);
        foreach (var figure in scorer.Aggregates)
        {
            panels.Add($"""<tr><th scope="row" title="{Meaning(context, scorer.Scorer, figure)}">{ReportContext.Key(figure.Key)}</th>""")
                .Add($"""<td class="n">{context.Format.Value(figure)}{HeadlineTable.UnitOf(figure, scorer.Scorer)}</td>""")
                .Add($"""<td>{HeadlineTable.IntervalOf(context, figure)}</td></tr>""");
        }

        panels.Add($"</tbody></table>\n");
        if (scorer.Repeats is { } repeats)
        {
            panels.Add($"""<p class="q">{context.English(repeats.Advice)}</p>""").Add($"\n");
        }
    }

    private static string Meaning(ReportContext context, ScorerDescription scorer, AggregateResult figure)
    {
        var kind = context.Texts.Figures.Kind(figure.Kind);
        return figure.Kind == AggregateKind.Ratio ? $"{kind} ({context.Texts.Notation.Place(scorer.Threshold)})" : kind;
    }
}
