using Assay.Charts;
using Assay.Classification;
using Assay.Reports.Figures;

namespace Assay.Reports.Html;

/// <summary>For scorers of labels: which was taken for which, as a picture and a table, and each label's figures. A matrix that several share comes once.</summary>
internal static class ConfusionSection
{
    private const int MostMatrices = 6;

    public static bool IsThere(ReportContext context) => context.Summary.Scorers.Any(scorer => scorer.Confusion is not null);

    public static Markup Render(ReportContext context)
    {
        if (!IsThere(context))
        {
            return Markup.None;
        }

        var texts = context.Texts.Pictures;
        var section = new MarkupBuilder().Add($"""
            <section aria-labelledby="confusion"><h2 id="confusion">{texts.Confusion}</h2><p class="key">{texts.WhatConfusionIs}</p>

            """);
        var groups = Groups(context);
        for (var i = 0; i < Math.Min(groups.Count, MostMatrices); i++)
        {
            AddMatrix(section, context, groups[i].Matrix, groups[i].Scorers, $"confusion{i + 1}");
        }

        if (groups.Count > MostMatrices)
        {
            section.Add($"<p>{context.Texts.Page.AndMore(context.Count(groups.Count - MostMatrices))}</p>");
        }

        return section.Add($"</section>\n").ToMarkup();
    }

    private static List<(ConfusionMatrix Matrix, List<string> Scorers)> Groups(ReportContext context)
    {
        var groups = new List<(ConfusionMatrix Matrix, List<string> Scorers)>();
        foreach (var scorer in context.Summary.Scorers.Where(scorer => scorer.Confusion is not null))
        {
            var same = groups.Find(group => IsSame(group.Matrix, scorer.Confusion!));
            if (same.Scorers is null)
            {
                groups.Add((scorer.Confusion!, [scorer.Scorer.Name]));
            }
            else
            {
                same.Scorers.Add(scorer.Scorer.Name);
            }
        }

        return groups;
    }

    private static bool IsSame(ConfusionMatrix a, ConfusionMatrix b) =>
        a.Labels.SequenceEqual(b.Labels) && a.Counts.Count == b.Counts.Count && a.Counts.Zip(b.Counts).All(rows => rows.First.SequenceEqual(rows.Second));

    private static void AddMatrix(MarkupBuilder section, ReportContext context, ConfusionMatrix matrix, List<string> scorers, string id)
    {
        var texts = context.Texts.Pictures;
        section.Add($"""<h3 id="{id}">""");
        for (var i = 0; i < scorers.Count; i++)
        {
            section.Add($"{(i == 0 ? "" : ", ")}").Add(ReportContext.Key(scorers[i]));
        }

        var svg = ConfusionChart.Render(ConfusionPicture.Of(
            matrix, $"{texts.Confusion}: {string.Join(", ", scorers)}", texts.WhatConfusionIs, texts.Reference, texts.Answer, texts.Others,
            (count, share) => texts.OfTheRow(context.Count(count), context.Texts.Percent(share))));
        section.Add($"""</h3><div class="wide" tabindex="0" role="group" aria-labelledby="{id}">{new Markup(svg)}</div>""").Add($"\n");
        AddTable(section, context, matrix, scorers, id);
        AddFigures(section, context, matrix, scorers, id);
    }

    private static void AddTable(MarkupBuilder section, ReportContext context, ConfusionMatrix matrix, List<string> scorers, string id)
    {
        var texts = context.Texts.Pictures;
        section.Add($"""<details><summary>{context.Texts.Figures.AsTable}<span class="sr">: {string.Join(", ", scorers)}</span></summary><div class="wide" tabindex="0" role="group" aria-labelledby="{id}">""")
            .Add($"""<table class="matrix"><thead><tr><th scope="col">{texts.Reference} ↓ {texts.Answer} →</th>""");
        for (var i = 0; i < matrix.Labels.Count; i++)
        {
            section.Add($"""<th scope="col" class="n"><bdi>{ConfusionPicture.LabelOf(matrix, i, texts.Others)}</bdi></th>""");
        }

        section.Add($"</tr></thead><tbody>\n");
        for (var i = 0; i < matrix.Labels.Count; i++)
        {
            section.Add($"""<tr><th scope="row"><bdi>{ConfusionPicture.LabelOf(matrix, i, texts.Others)}</bdi></th>""");
            foreach (var count in matrix.Counts[i])
            {
                section.Add($"""<td class="n">{context.Count(count)}</td>""");
            }

            section.Add($"</tr>\n");
        }

        section.Add($"</tbody></table></div></details>\n");
    }

    private static void AddFigures(MarkupBuilder section, ReportContext context, ConfusionMatrix matrix, List<string> scorers, string id)
    {
        var texts = context.Texts.Pictures;
        section.Add($"""<div class="wide" tabindex="0" role="group" aria-labelledby="{id}"><table><caption class="sr">{texts.Label}: {string.Join(", ", scorers)}</caption><thead><tr>""")
            .Add($"""<th scope="col">{texts.Label}</th><th scope="col" class="n">{texts.Precision}</th><th scope="col" class="n">{texts.Recall}</th><th scope="col" class="n">F1</th>""")
            .Add($"""<th scope="col" class="n">{context.Texts.Figures.Rows}</th><th scope="col" class="n">{texts.Given}</th></tr></thead><tbody>""").Add($"\n");
        foreach (var label in matrix.Figures)
        {
            section.Add($"""<tr><th scope="row"><bdi>{ConfusionPicture.Shown(label.Label)}</bdi></th><td class="n">{Share(context, label.Precision)}</td>""")
                .Add($"""<td class="n">{Share(context, label.Recall)}</td><td class="n">{Share(context, label.F1)}</td>""")
                .Add($"""<td class="n">{context.Count(label.Support)}</td><td class="n">{context.Count(label.Predicted)}</td></tr>""").Add($"\n");
        }

        section.Add($"</tbody></table></div>\n");
    }

    private static string Share(ReportContext context, double? value) => value is { } known ? context.Texts.Notation.Number(known, 3) : "–";
}
