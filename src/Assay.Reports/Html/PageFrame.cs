using Assay.Charts;
using Assay.Reports.Languages;

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
        return Open(context.Texts, page.Report, $"{run.RunName} · {run.Experiment}", "rows", page.SkipToRows);
    }

    /// <param name="texts">The language.</param>
    /// <param name="report">What kind of report it is.</param>
    /// <param name="name">Of what: the beginning of the page's title.</param>
    /// <param name="main">The id of the part that a reader by keyboard may go to at once.</param>
    /// <param name="skip">The words for it.</param>
    public static Markup Open(ReportTexts texts, string report, string name, string main, string skip)
    {
        var policy = $"default-src 'none'; style-src 'sha256-{Asset.Style.Digest}'; script-src 'sha256-{Asset.Script.Digest}'; base-uri 'none'; form-action 'none'";
        return new MarkupBuilder()
            .Add($"""
                <!DOCTYPE html>
                <html lang="{texts.Tag}">
                <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content="{policy}"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="generator" content="Assay {ReportContext.Version}"/>
                <title>{name} · {report}</title>
                <style>{new Markup(Asset.Style.Text)}</style>
                </head>
                <body>
                <a class="skip" href="#{main}">{skip}</a>
                <header class="bar"><b>Assay</b> <span>{report}</span><button type="button" id="theme" hidden="">◐ {texts.Page.Theme}</button></header>
                <main>

                """)
            .ToMarkup();
    }

    public static Markup Close(ReportContext context) => Close(context.Texts, context.Format.Confidence(context.Summary));

    /// <param name="texts">The language.</param>
    /// <param name="confidence">How sure intervals are, as text.</param>
    public static Markup Close(ReportTexts texts, string confidence) => Markup.Of($"""
        </main>
        <footer><p>{texts.Page.MadeBy(ReportContext.Version, confidence)}</p></footer>
        <script type="module">{new Markup(Asset.Script.Text)}</script>
        </body>
        </html>

        """);
}
