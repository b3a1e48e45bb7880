using System.Text;
using Assay.Charts;
using Assay.Reports.Rows;

namespace Assay.Reports.Html;

/// <summary>
/// The table of rows, made to fit into so many bytes: long texts are cut to one length, the longest that fits; then, if it must be, rows
/// are left out.
/// </summary>
internal sealed class RowsSection(ReportContext context, RowSample sample)
{
    private const int ShortestCut = 100;
    private const int Overhead = 4096;

    /// <summary>The section in parts, so that the whole need not be one string.</summary>
    public IReadOnlyList<Markup> Render(long bytes)
    {
        var shown = sample;
        var lengths = new TextLengths(shown.Rows.SelectMany(r => r.Texts));
        var limit = Math.Max(ShortestCut, lengths.Fit(bytes));
        while (true)
        {
            var columns = new RowColumns(context, shown);
            var row = new RowMarkup(context, columns);
            var parts = shown.Rows.Select(r => row.Render(r, limit)).ToList();
            var size = parts.Sum(p => (long)Encoding.UTF8.GetByteCount(p.Text)) + Overhead;
            if (size <= bytes || (shown.Rows.Count <= 1 && limit <= ShortestCut))
            {
                return [Head(columns, shown, limit), .. parts, Foot];
            }

            if (limit > ShortestCut)
            {
                var allButTexts = size - lengths.BytesAt(limit);
                limit = Math.Clamp(lengths.Fit(bytes - (long)(1.01 * allButTexts)), ShortestCut, Math.Max(ShortestCut, (int)(0.98 * limit)));
            }
            else
            {
                shown = shown.Thin(Math.Max(1, (int)(shown.Rows.Count * Math.Min(0.95, 0.98 * bytes / size))));
            }
        }
    }

    private static Markup Foot { get; } = new("</table></div></section>\n");

    private Markup Head(RowColumns columns, RowSample shown, int limit)
    {
        var texts = context.Texts.Rows;
        var head = new MarkupBuilder().Add($"""<section aria-labelledby="rows"><h2 id="rows">{texts.Heading}</h2>""").Add($"\n");
        if (!shown.IsWhole)
        {
            var sentence = texts.Sample(
                context.Count(shown.Rows.Count), context.Count(shown.Total), context.Count(shown.Even), context.Count(shown.Failed), context.Count(shown.Worst));
            head.Add($"""<p class="note">{sentence}</p>""");
        }

        var cut = shown.Rows.Sum(r => (long)r.Texts.Count(t => t.Length > limit));
        if (cut > 0)
        {
            head.Add($"""<p class="note">{texts.TextsCut(context.Count(cut), context.Count(limit))}</p>""");
        }

        head.Add(RowControls.Render(context, columns, shown));
        AddLegend(head, shown);
        head.Add($"""
            <div class="grid" tabindex="0" role="group" aria-labelledby="rows"><table id="table" data-details="{texts.Details}">
            <caption class="sr">{texts.Caption}</caption><thead><tr><th scope="col">{texts.Row}</th>
            """);
        if (columns.HasInput)
        {
            head.Add($"""<th scope="col">{texts.Input}</th>""");
        }

        head.Add($"""<th scope="col">{texts.Output}</th>""");
        if (columns.HasStatus)
        {
            head.Add($"""<th scope="col">{texts.Status}</th>""");
        }

        foreach (var scorer in columns.Scorers)
        {
            var known = scorer.Scorer;
            head.Add($"""<th scope="col" class="n" data-scorer="{known.Name}">""")
                .Add($"""{HeadlineTable.Direction(context, known.Direction)}{ReportContext.Key(known.Name)}{Unit(known.Unit)}</th>""");
        }

        return head.Add($"</tr></thead>\n").ToMarkup();
    }

    private static Markup Unit(string? unit) => unit is null ? Markup.None : Markup.Of($""" <span class="unit">{unit}</span>""");

    private void AddLegend(MarkupBuilder head, RowSample shown)
    {
        if (shown.Rows.Any(r => r.Reference is not null && r.Output is not null))
        {
            head.Add($"""<p class="legend"><del>{context.Texts.Rows.OnlyInReference}</del> <ins>{context.Texts.Rows.OnlyInOutput}</ins></p>""");
        }
    }
}
