using System.Globalization;
using Assay.Charts;
using Assay.Tracking;

namespace Assay.Reports.Html;

/// <summary>What was run, when, whether it is complete, and what to know before believing it.</summary>
internal static class RunHead
{
    private const int MostWarnings = 50;

    public static Markup Render(ReportContext context)
    {
        var (run, page) = (context.Summary, context.Texts.Page);
        var time = context.Texts.Notation;
        var head = new MarkupBuilder().Add($"""
            <div class="head">
            <p class="where"><span class="q">{page.Experiment}</span> {context.Data(run.Experiment)}</p>
            <h1>{context.Data(run.RunName)}</h1>
            <p class="facts">{context.Data(run.Dataset.Name)} · {context.Texts.Counts.Rows(run.Rows.Total, context.Count(run.Rows.Total))}{Model(context)}
            · <time datetime="{run.StartTime.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z">{time.Date(run.StartTime)}</time>
            · {page.Took} {time.Duration(run.DurationSeconds)} · {page.Status}: {page.StatusWord(run.Status)}</p>
            <p class="facts"><span class="q">{page.RunId}</span> <code>{run.RunId}</code></p>
            </div>

            """);
        AddContents(head, context);
        AddWarnings(head, context);
        return head.ToMarkup();
    }

    private static Markup Model(ReportContext context) =>
        context.Summary.Settings.FirstOrDefault(s => s.Key == "model") is { } model ? Markup.Of($" · {context.Data(model.Value, 100)}") : Markup.None;

    private static void AddContents(MarkupBuilder head, ReportContext context)
    {
        var (texts, run) = (context.Texts, context.Summary);
        head.Add($"""<nav aria-label="{texts.Page.Contents}"><a href="#figures">{texts.Figures.Heading}</a>""");
        if (run.Gates.Count > 0)
        {
            head.Add($"""<a href="#gates">{texts.Figures.Gates}</a>""");
        }

        head.Add($"""<a href="#scores">{texts.Figures.Distributions}</a>""");
        if (ConfusionSection.IsThere(context))
        {
            head.Add($"""<a href="#confusion">{texts.Pictures.Confusion}</a>""");
        }

        if (FlakySection.IsThere(context))
        {
            head.Add($"""<a href="#flaky">{texts.Pictures.Flaky}</a>""");
        }

        head.Add($"""<a href="#counts">{texts.Counts.Heading}</a>""")
            .Add($"""<a href="#rows">{texts.Rows.Heading}</a><a href="#settings">{texts.Page.Settings}</a></nav>""");
    }

    private static void AddWarnings(MarkupBuilder head, ReportContext context)
    {
        var (run, page) = (context.Summary, context.Texts.Page);
        var complete = run.Status == RunStatus.Finished;
        if (complete && run.Warnings.Count == 0)
        {
            return;
        }

        head.Add($"""<section class="warn" aria-labelledby="warnings"><h2 id="warnings">{ReportContext.Sign("⚠")} {page.Warnings}</h2><ul>""");
        if (!complete)
        {
            head.Add($"<li>{page.NotFinished(page.StatusWord(run.Status))}</li>");
        }

        foreach (var warning in run.Warnings.Take(MostWarnings))
        {
            head.Add($"<li>{context.English(warning)}</li>");
        }

        if (run.Warnings.Count > MostWarnings)
        {
            head.Add($"<li>{page.AndMore(context.Count(run.Warnings.Count - MostWarnings))}</li>");
        }

        head.Add($"</ul></section>\n");
    }
}
