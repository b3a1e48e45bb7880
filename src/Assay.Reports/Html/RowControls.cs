using Assay.Charts;
using Assay.Evaluations;
using Assay.Reports.Rows;

namespace Assay.Reports.Html;

/// <summary>What the table of rows is filtered by. Hidden until the script that makes it work is there.</summary>
internal static class RowControls
{
    public static Markup Render(ReportContext context, RowColumns columns, RowSample sample)
    {
        var texts = context.Texts.Rows;
        var form = new MarkupBuilder().Add($"""
            <form id="filter" role="search" hidden=""><label>{texts.Search} <input type="search" id="q" autocomplete="off" spellcheck="false"/></label>

            """);
        if (columns.HasStatus)
        {
            AddStatus(form, context, sample);
        }

        if (columns.Scorers.Count > 0)
        {
            form.Add($"""<fieldset><legend class="sr">{texts.Score}</legend><label>{texts.Score} <select id="by">""");
            foreach (var scorer in columns.Scorers)
            {
                form.Add($"""<option value="{scorer.Scorer.Name}">{scorer.Scorer.Name}</option>""");
            }

            form.Add($"""
                </select></label><label>{texts.AtLeast} <input type="number" step="any" id="low"/></label>
                <label>{texts.AtMost} <input type="number" step="any" id="high"/></label>
                <label><input type="checkbox" id="none"/> {texts.NoScore}</label></fieldset>

                """);
        }

        return form.Add($"""
            <button type="reset">{texts.Clear}</button>
            <button type="button" id="open" data-open="{texts.OpenAll}" data-close="{texts.CloseAll}">{texts.OpenAll}</button>
            <output id="shown" role="status" data-text="{texts.Shown}"></output></form>

            """).ToMarkup();
    }

    private static void AddStatus(MarkupBuilder form, ReportContext context, RowSample sample)
    {
        var texts = context.Texts.Rows;
        form.Add($"""<label>{texts.Status} <select id="status"><option value="">{texts.All}</option>""");
        foreach (var (status, name) in new[]
        {
            (RowStatus.Answered, texts.Answered), (RowStatus.Failed, texts.Failed), (RowStatus.Refused, texts.Refused),
            (RowStatus.Filtered, texts.Filtered), (RowStatus.Truncated, texts.Truncated),
        })
        {
            if (sample.Rows.Any(r => r.Status == status))
            {
                form.Add($"""<option value="{status.ToString().ToLowerInvariant()}">{name}</option>""");
            }
        }

        form.Add($"</select></label>\n");
    }
}
