using Assay.Charts;

namespace Assay.Reports.Html;

/// <summary>
/// The document around the sections. Its policy lets nothing in from elsewhere and runs no script but the report's own, known by its
/// digest.
/// </summary>
internal static class PageFrame
{
    public static Markup Open(ReportContext context)
    {
        var (page, run) = (context.Texts.Page, context.Summary);
        var policy = $"default-src 'none'; style-src 'sha256-{Asset.Style.Digest}'; script-src 'sha256-{Asset.Script.Digest}'; base-uri 'none'; form-action 'none'";
        return new MarkupBuilder()
            .Add($"""
                <!DOCTYPE html>
                <html lang="{context.Texts.Tag}">
                <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content="{policy}"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="generator" content="Assay {ReportContext.Version}"/>
                <title>{run.RunName} · {run.Experiment} · {page.Report}</title>
                <style>{new Markup(Asset.Style.Text)}</style>
                </head>
                <body>
                <a class="skip" href="#rows">{page.SkipToRows}</a>
                <header class="bar"><b>Assay</b> <span>{page.Report}</span><button type="button" id="theme" hidden="">◐ {page.Theme}</button></header>
                <main>

                """)
            .ToMarkup();
    }

    public static Markup Close(ReportContext context) => Markup.Of($"""
        </main>
        <footer><p>{context.Texts.Page.MadeBy(ReportContext.Version, context.Format.Confidence(context.Summary))}</p></footer>
        <script type="module">{new Markup(Asset.Script.Text)}</script>
        </body>
        </html>

        """);
}
