using Assay.Charts;

namespace Assay.Reports.Html;

/// <summary>
/// What became of the rows, and why rows have no score. Kinds that did not occur are left out, but failures are always counted.
/// </summary>
internal static class CountsSection
{
    private const int MostReasons = 10;

    public static Markup Render(ReportContext context)
    {
        var (rows, texts) = (context.Summary.Rows, context.Texts.Counts);
        var section = new MarkupBuilder().Add($"""
            <section aria-labelledby="counts"><h2 id="counts">{texts.Heading}</h2><table class="counts"><caption class="sr">{texts.Heading}</caption><tbody>
            <tr><th scope="row">{texts.Total}</th><td class="n">{context.Count(rows.Total)}</td><td></td></tr>
            <tr><th scope="row">{texts.Failed}</th><td class="n">{context.Count(rows.Failed)}</td><td class="q">{texts.FailedMeans}</td></tr>

            """);
        foreach (var (name, count, meaning) in new[]
        {
            (texts.Refused, rows.Refused, texts.RefusedMeans),
            (texts.Filtered, rows.Filtered, texts.FilteredMeans),
            (texts.Truncated, rows.Truncated, texts.TruncatedMeans),
            (texts.Resumed, rows.Resumed, texts.ResumedMeans),
        })
        {
            if (count > 0)
            {
                section.Add($"""<tr><th scope="row">{name}</th><td class="n">{context.Count(count)}</td><td class="q">{meaning}</td></tr>""").Add($"\n");
            }
        }

        if (context.Summary.Usage is { } usage)
        {
            section.Add($"""<tr><th scope="row">{texts.Tokens}</th><td class="n">{context.Count(usage.Total ?? 0)}</td>""")
                .Add($"""<td class="q">{texts.TokensInOut(context.Count(usage.Input ?? 0), context.Count(usage.Output ?? 0))}</td></tr>""");
        }

        if (context.Summary is { CostUsd: { } cost, PricesOf: { } day })
        {
            section.Add($"""<tr><th scope="row">{texts.Cost}</th><td class="n">{context.Texts.Notation.Significant(cost)}</td>""")
                .Add($"""<td class="q">{context.Texts.Grid.PricesOf(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}</td></tr>""");
        }

        section.Add($"</tbody></table>\n");
        AddReasons(section, context);
        return section.Add($"</section>\n").ToMarkup();
    }

    private static void AddReasons(MarkupBuilder section, ReportContext context)
    {
        var texts = context.Texts.Counts;
        var scorers = context.Summary.Scorers.Where(s => s.NotScored.Count > 0).ToArray();
        if (scorers.Length == 0)
        {
            return;
        }

        section.Add($"""
            <h3 id="unscored">{texts.NotScored}</h3>
            <div class="wide" tabindex="0" role="group" aria-labelledby="unscored"><table class="reasons"><caption class="sr">{texts.NotScored}</caption>
            <thead><tr><th scope="col">{context.Texts.Figures.Metric}</th>
            <th scope="col" class="n">{context.Texts.Figures.Rows}</th><th scope="col">{texts.Reason}</th></tr></thead><tbody>

            """);
        foreach (var scorer in scorers)
        {
            foreach (var reason in scorer.NotScored.Take(MostReasons))
            {
                var name = scorer.Scorer.Name;
                section.Add($"""<tr><th scope="row"><a href="#rows" class="missing" data-scorer="{name}">{ReportContext.Key(name)}</a></th>""")
                    .Add($"""<td class="n">{context.Count(reason.Rows)}</td><td>{context.English(reason.Reason, 300)}</td></tr>""").Add($"\n");
            }

            if (scorer.NotScored.Count > MostReasons)
            {
                var more = scorer.NotScored.Skip(MostReasons).ToArray();
                section.Add($"""<tr><th scope="row">{ReportContext.Key(scorer.Scorer.Name)}</th><td class="n">{context.Count(more.Sum(r => r.Rows))}</td>""")
                    .Add($"""<td>{context.Texts.Page.AndMore(context.Count(more.Length))}</td></tr>""");
            }
        }

        section.Add($"</tbody></table></div>\n");
    }
}
