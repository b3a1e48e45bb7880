using System.Globalization;
using Assay.Charts;
using Assay.Evaluations;
using Assay.Reports.Rows;
using Assay.Scoring;

namespace Assay.Reports.Html;

/// <summary>One row of the table: a line with its beginning and its scores, and under it everything that is known of it.</summary>
internal sealed class RowMarkup(ReportContext context, RowColumns columns)
{
    private const int Excerpt = 120;
    private const int BarSteps = 20;

    private readonly RowDetails _details = new(context);

    /// <summary>The row with no text longer than <paramref name="limit"/> characters.</summary>
    public Markup Render(ReportRow row, int limit)
    {
        var number = row.Stored.Index + 1;
        var id = columns.HasRepeats ? $"{number}-{row.Stored.Repeat}" : number.ToString(CultureInfo.InvariantCulture);
        var html = new MarkupBuilder().Add($"""<tbody data-s="{row.Status.ToString().ToLowerInvariant()}">""")
            .Add($"""<tr><th scope="row" data-v="{number}">{number}{Repeat(row)}</th>""");
        if (columns.HasInput)
        {
            AddExcerpt(html, row.Input, limit);
        }

        AddExcerpt(html, row.Output ?? row.Refusal ?? row.Error, limit);
        if (columns.HasStatus)
        {
            html.Add($"""<td class="s">{Status(row.Status)}</td>""");
        }

        AddScores(html, row);
        html.Add($"""</tr><tr class="d" id="r{id}"><td colspan="{columns.Count}"><div>""");
        _details.AddTo(html, row, limit, columns);
        return html.Add($"</div></td></tr></tbody>\n").ToMarkup();
    }

    private Markup Repeat(ReportRow row) =>
        columns.HasRepeats ? Markup.Of($""" <small>{context.Texts.Rows.Repeat} {row.Stored.Repeat + 1}</small>""") : Markup.None;

    private static void AddExcerpt(MarkupBuilder html, ReportText? text, int limit)
    {
        if (text is not { } whole)
        {
            html.Add($"""<td class="t q">–</td>""");
            return;
        }

        var shown = whole.CutTo(Math.Min(Excerpt, limit));
        html.Add($"""<td class="t" dir="auto">{shown.Text}{(shown.Text.Length < whole.Length ? "…" : "")}</td>""");
    }

    private Markup Status(RowStatus status)
    {
        var texts = context.Texts.Rows;
        return status switch
        {
            RowStatus.Failed => Markup.Of($"""<span class="bad">{ReportContext.Sign("✕")} {texts.Failed}</span>"""),
            RowStatus.Refused => Markup.Of($"""<span class="heed">{ReportContext.Sign("⊘")} {texts.Refused}</span>"""),
            RowStatus.Filtered => Markup.Of($"""<span class="heed">{ReportContext.Sign("⊘")} {texts.Filtered}</span>"""),
            RowStatus.Truncated => Markup.Of($"""<span class="heed">{ReportContext.Sign("✂")} {texts.Truncated}</span>"""),
            _ => Markup.Of($"{texts.Answered}"),
        };
    }

    /// <summary>Each score as the column writes it, its whole value for sorting, and a bar for where it stands in the column.</summary>
    private void AddScores(MarkupBuilder html, ReportRow row)
    {
        for (var i = 0; i < columns.Scorers.Count; i++)
        {
            var name = columns.Scorers[i].Scorer.Name;
            if (row.Stored.Scores.FirstOrDefault(s => s.Scorer == name)?.Value is { } value && double.IsFinite(value))
            {
                var format = columns.Formats[i];
                var bar = columns.Scorers[i].Scorer.Kind == ScoreKind.PassFail ? "" : $" b{format.Position(value, BarSteps)}";
                html.Add($"""<td class="n{bar}" data-v="{value.ToString("G8", CultureInfo.InvariantCulture)}">{format.Text(value)}</td>""");
            }
            else
            {
                html.Add($"""<td class="n q">–</td>""");
            }
        }
    }
}
