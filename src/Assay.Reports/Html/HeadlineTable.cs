using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Html;

/// <summary>One line a scorer: its first figure, how sure it is, where it stands on its scale, how many rows it is about.</summary>
internal static class HeadlineTable
{
    public static Markup Render(ReportContext context)
    {
        var texts = context.Texts.Figures;
        var table = new MarkupBuilder().Add($"""
            <section aria-labelledby="figures"><h2 id="figures">{texts.Heading}</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="figures"><table class="figures">
            <thead><tr><th scope="col">{texts.Metric}</th><th scope="col" class="n">{texts.Figure}</th><th scope="col">{context.IntervalHeading}</th>
            <th scope="col">{texts.OnItsScale}</th><th scope="col" class="n">{texts.Scored}</th></tr></thead><tbody>

            """);
        foreach (var scorer in context.Summary.Scorers)
        {
            AddLines(table, context, scorer);
        }

        return table.Add($"""</tbody></table></div><p class="key">{Key(context)}</p></section>""").Add($"\n").ToMarkup();
    }

    /// <summary>What the signs mean, of those that occur.</summary>
    private static string Key(ReportContext context) => string.Join(" \u2003", context.Summary.Scorers
        .SelectMany(s => s.Aggregates.Select(figure => s.Scorer.DirectionOf(figure.Key)).DefaultIfEmpty(s.Scorer.Direction)).Distinct().Order()
        .Select(direction => $"{FigureFormat.Sign(direction)} {context.Texts.Direction(direction)}"));

    /// <summary>A scorer's first figure; of a scorer whose figures are of all rows together, each of those.</summary>
    private static void AddLines(MarkupBuilder table, ReportContext context, ScorerSummary scorer)
    {
        var (texts, description, total) = (context.Texts.Figures, scorer.Scorer, scorer.Scored + scorer.NotScored.Sum(r => r.Rows));
        var scored = texts.ScoredOf(context.Count(scorer.Scored), context.Count(total));
        if (scorer.Aggregates.Count == 0 && description.Aggregates.Count > 0)
        {
            table.Add($"""<tr><th scope="row">{Direction(context, description.Direction)}{ReportContext.Key(description.Aggregates[0].Key)}</th>""")
                .Add($"""<td class="n">{texts.NoFigure}</td><td colspan="2">{texts.NoScores}</td><td class="n">{scored}</td></tr>""").Add($"\n");
        }

        var corpus = scorer.Aggregates.Where(figure => figure.Kind == AggregateKind.Corpus).ToList();
        foreach (var figure in corpus.Count > 0 ? corpus : scorer.Aggregates.Take(1))
        {
            table.Add($"""<tr><th scope="row">{Direction(context, description.DirectionOf(figure.Key))}{ReportContext.Key(figure.Key)}</th>""")
                .Add($"""<td class="n big">{context.Format.Value(figure)}{UnitOf(figure, description)}</td><td>{IntervalOf(context, figure)}</td>""")
                .Add($"""<td class="scale">{Chart(context, scorer, figure)}</td><td class="n">{scored}</td></tr>""").Add($"\n");
        }
    }

    /// <summary>The sign for eyes, the words for the pointer and for ears.</summary>
    public static Markup Direction(ReportContext context, ScoreDirection direction)
    {
        var words = context.Texts.Direction(direction);
        var sign = FigureFormat.Sign(direction);
        return Markup.Of($"""<span class="dir" title="{words}"><span aria-hidden="true">{sign}</span><span class="sr">{words}</span></span> """);
    }

    public static Markup UnitOf(AggregateResult figure, ScorerDescription scorer) =>
        FigureFormat.Unit(figure, scorer) is { } unit ? Markup.Of($""" <span class="unit">{unit}</span>""") : Markup.None;

    public static Markup IntervalOf(ReportContext context, AggregateResult figure)
    {
        if (context.Format.Interval(figure) is { } interval)
        {
            var method = figure.Method is { } name ? Markup.Of($""" <span class="q">{context.English(name)}</span>""") : Markup.None;
            var open = figure.WhyNoInterval is { } end ? Markup.Of($""" <span class="q">{context.English(end)}</span>""") : Markup.None;
            return Markup.Of($"""<span class="i">{interval}</span>{method}{open}""");
        }

        return figure.WhyNoInterval is { } why
            ? Markup.Of($"""<span class="q">{context.Texts.Figures.NoInterval}: {context.English(why)}</span>""")
            : Markup.Of($"""<span class="q" aria-label="{context.Texts.Figures.NoInterval}" role="img">–</span>""");
    }

    private static Markup Chart(ReportContext context, ScorerSummary scorer, AggregateResult figure)
    {
        var bounded = scorer.Scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval;
        if (!bounded && scorer.Histogram is null)
        {
            return Markup.None;
        }

        var (low, high) = bounded ? (0, 1) : (scorer.Histogram!.Low, scorer.Histogram.High);
        if (figure.Kind == AggregateKind.Corpus && !(figure.Value >= low && figure.Value <= high))
        {
            return Markup.None;
        }

        var (from, to) = (context.Texts.Notation.Place(low), context.Texts.Notation.Place(high));
        var svg = IntervalChart.Render(new IntervalFigure
        {
            Low = low,
            High = high,
            Value = figure.Value,
            Interval = figure.Interval is { } i
                ? (double.IsInfinity(i.Low) ? low : i.Low, double.IsInfinity(i.High) ? high : i.High) : null,
            Marks = [.. context.Summary.Gates.Select(g => GateBound.Of(g.Gate)).Where(g => g.Key == figure.Key).Select(g => g.Value).OfType<double>()],
            Title = $"{figure.Key}: {context.Format.Value(figure)} {context.Format.Interval(figure)} ({from} – {to})",
        });
        return Markup.Of($"""<span class="q">{from}</span>{new Markup(svg)}<span class="q">{to}</span>""");
    }
}
