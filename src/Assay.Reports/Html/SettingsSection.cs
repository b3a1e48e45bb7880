using Assay.Charts;

namespace Assay.Reports.Html;

/// <summary>What was set, and which data it was about, so that it can be done again.</summary>
internal static class SettingsSection
{
    private const int MostSettings = 200, LongestValue = 2000;

    public static Markup Render(ReportContext context)
    {
        var (run, texts) = (context.Summary, context.Texts.Page);
        var section = new MarkupBuilder().Add($"""
            <section aria-labelledby="settings"><h2 id="settings">{texts.Settings}</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="settings"><table class="settings"><caption class="sr">{texts.Settings}</caption>
            <thead><tr><th scope="col">{texts.Setting}</th><th scope="col">{texts.Value}</th></tr></thead><tbody>
            <tr><th scope="row">{texts.Dataset}</th><td>{context.Data(run.Dataset.Name)}</td></tr>
            <tr><th scope="row">{texts.Digest}</th><td><code>{run.Dataset.Digest}</code></td></tr>
            <tr><th scope="row">{texts.Source}</th><td>{context.Data(run.Dataset.SourceType)} {context.Data(run.Dataset.Source)}</td></tr>

            """);
        foreach (var setting in run.Settings.Take(MostSettings))
        {
            section.Add($"""<tr><th scope="row"><code>{setting.Key}</code></th><td class="value" dir="auto">{context.Data(setting.Value, LongestValue)}</td></tr>""")
                .Add($"\n");
        }

        if (run.Settings.Count > MostSettings)
        {
            section.Add($"""<tr><td colspan="2">{texts.AndMore(context.Count(run.Settings.Count - MostSettings))}</td></tr>""");
        }

        return section.Add($"</tbody></table></div></section>\n").ToMarkup();
    }
}
