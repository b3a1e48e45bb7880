using Assay.Charts;

namespace Assay.Reports.Grids;

/// <summary>What each option does, averaged over the others.</summary>
internal static class EffectsSection
{
    public static Markup Render(GridContext context)
    {
        var (effects, words) = (context.Summary.Effects, context.Words);
        if (effects.Count == 0)
        {
            return Markup.None;
        }

        var reach = effects.Select(effect => Math.Max(Math.Abs(effect.Interval?.Low ?? 0), Math.Abs(effect.Interval?.High ?? 0))).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var page = new MarkupBuilder().Add($"""<section aria-labelledby="effects"><h2 id="effects">{words.Effects}</h2><p class="note">{words.WhatEffectsAre}</p>""");
        GridContext.OpenTable(
            page, "effects", (words.Axis, false), (words.Option, false), (words.Mean, true), (words.Difference, true), (context.Texts.Figures.Interval(context.Confidence), false), ("", false));
        foreach (var effect in effects)
        {
            var difference = effect.Difference is { } value ? context.Signed(value) : "";
            page.Add($"""<tr><td>{GridContext.Data(effect.Axis)}</td><th scope="row">{GridContext.Data(effect.Option)}</th><td class="n">{context.Number(effect.Mean)}</td>""")
                .Add($"""<td class="n">{difference}</td><td>{context.Interval(effect.Interval)}</td><td class="scale">""");
            if (effect.Difference is { } shown && reach > 0)
            {
                page.Add(new Markup(IntervalChart.Render(new IntervalFigure
                {
                    Low = -reach, High = reach, Value = shown, Interval = GridContext.Ends(effect.Interval), Marks = [0],
                    Title = $"{effect.Axis} {effect.Option}: {difference} {context.Interval(effect.Interval)}",
                })));
            }

            page.Add($"</td></tr>");
        }

        return page.Add($"</tbody></table></div></section>\n").ToMarkup();
    }
}
