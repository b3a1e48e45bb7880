using Assay.Charts;
using Assay.Reports.Rows;

namespace Assay.Reports.Html;

/// <summary>
/// Everything that is known of a row: its texts, with the words marked that reference and output do not share, reasons, and the call.
/// </summary>
internal sealed class RowDetails(ReportContext context)
{
    private const int MostFields = 20;

    public void AddTo(MarkupBuilder html, ReportRow row, int limit, RowColumns columns)
    {
        var texts = context.Texts.Rows;
        html.Add($"<dl>");
        AddText(html, texts.Error, row.Error, limit);
        AddText(html, texts.Input, row.Input, limit);
        AddComparison(html, row, limit);
        AddText(html, texts.Refusal, row.Refusal, limit);
        foreach (var call in row.Stored.Answer?.ToolCalls ?? [])
        {
            AddText(html, texts.ToolCall, ReportText.Of($"{call.Name} {call.Arguments}", limit), limit);
        }

        foreach (var (scorer, reason) in row.Reasons)
        {
            html.Add($"""<div><dt><code>{scorer}</code></dt><dd>{Cut(reason, limit, english: true)}</dd></div>""");
        }

        foreach (var (name, value) in row.Fields.Take(MostFields))
        {
            html.Add($"""<div><dt><code>{name}</code></dt><dd dir="auto">{Cut(value, limit)}</dd></div>""");
        }

        if (row.Fields.Count > MostFields)
        {
            html.Add($"<div><dt>{context.Texts.Page.AndMore(context.Count(row.Fields.Count - MostFields))}</dt></div>");
        }

        html.Add($"</dl>");
        AddFacts(html, row, columns);
    }

    private void AddText(MarkupBuilder html, string name, ReportText? text, int limit)
    {
        if (text is { } known)
        {
            html.Add($"""<div><dt>{name}</dt><dd dir="auto">{Cut(known, limit)}</dd></div>""");
        }
    }

    private Markup Cut(ReportText text, int limit, bool english = false)
    {
        var shown = text.CutTo(limit);
        return english && context.Texts.Tag != "en"
            ? Markup.Of($"""<span lang="en">{shown.Text}</span>{context.CutNote(shown)}""")
            : Markup.Of($"{shown.Text}{context.CutNote(shown)}");
    }

    /// <summary>Reference beside output. Marks need words in common; without them, a sentence says why there are none.</summary>
    private void AddComparison(MarkupBuilder html, ReportRow row, int limit)
    {
        var texts = context.Texts.Rows;
        if (row.Reference is not { } reference || row.Output is not { } output)
        {
            AddText(html, texts.Reference, row.Reference, limit);
            AddText(html, texts.Output, row.Output, limit);
            return;
        }

        var (was, now) = (reference.CutTo(limit), output.CutTo(limit));
        if (was == now)
        {
            AddText(html, texts.Reference, reference, limit);
            html.Add($"""<div><dt>{texts.Output}</dt><dd>{texts.SameAsReference}</dd></div>""");
            return;
        }

        var pieces = WordDiff.Compare(was.Text, now.Text);
        html.Add($"""<div class="half"><dt>{texts.Reference}</dt><dd dir="auto">""");
        AddPieces(html, pieces?.Old, was.Text, added: false);
        html.Add($"""{context.CutNote(was)}</dd></div><div class="half"><dt>{texts.Output}</dt><dd dir="auto">""");
        AddPieces(html, pieces?.New, now.Text, added: true);
        html.Add($"{context.CutNote(now)}</dd></div>");
        if (pieces is null)
        {
            html.Add($"""<div class="note">{texts.LittleInCommon}</div>""");
        }
    }

    private static void AddPieces(MarkupBuilder html, IReadOnlyList<DiffPiece>? pieces, string whole, bool added)
    {
        foreach (var piece in pieces ?? [new DiffPiece(whole, false)])
        {
            _ = (piece.Changed, added) switch
            {
                (true, true) => html.Add($"<ins>{piece.Text}</ins>"),
                (true, false) => html.Add($"<del>{piece.Text}</del>"),
                _ => html.AddText(piece.Text),
            };
        }
    }

    /// <summary>One line: id, why the row is shown, the call.</summary>
    private void AddFacts(MarkupBuilder html, ReportRow row, RowColumns columns)
    {
        var (texts, stored, notation) = (context.Texts.Rows, row.Stored, context.Texts.Notation);
        html.Add($"""<p class="facts">{texts.Id} <code>{ReportText.Of(stored.RowId, 100)!.Value.Text}</code>""");
        if (columns.Sampled)
        {
            var why = row.Choice switch { { Failed: true } => texts.WhyFailed, { Scorer: { } scorer } => texts.WhyWorst(scorer), _ => texts.WhyEven };
            html.Add($" · {texts.Why}: {why}");
        }

        if (stored.LatencySeconds is { } seconds)
        {
            html.Add($" · {texts.Latency} {notation.Duration(seconds)}");
        }

        if (stored.Answer?.Usage is { } usage)
        {
            html.Add($" · {texts.Tokens} {context.Texts.Counts.TokensInOut(context.Count(usage.Input ?? 0), context.Count(usage.Output ?? 0))}");
        }

        if (stored.Answer?.Model is { } model)
        {
            html.Add($" · {texts.Model} {context.Data(model, 100)}");
        }

        if (stored.TraceId is { } trace)
        {
            html.Add($" · {texts.Trace} <code>{trace}</code>");
        }

        html.Add($"</p>");
    }
}
