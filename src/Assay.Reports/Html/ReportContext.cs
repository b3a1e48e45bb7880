using System.Reflection;
using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Assay.Reports.Rows;
using Assay.Results;

namespace Assay.Reports.Html;

/// <summary>What every part of a page needs: the evaluation, the language's texts, and how foreign text gets into the page.</summary>
internal sealed class ReportContext(EvaluationSummary summary, ReportLanguage language)
{
    public EvaluationSummary Summary { get; } = summary;

    public ReportTexts Texts { get; } = ReportTexts.For(language);

    public FigureFormat Format { get; } = FigureFormat.For(language);

    public static string Version { get; } = typeof(ReportContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public string IntervalHeading => Texts.Figures.Interval(Format.Confidence(Summary));

    public string Count(long count) => Texts.Notation.Count(count);

    /// <summary>Text from the data: isolated, so that its direction of writing does not spill, and cut when long.</summary>
    public Markup Data(string? text, int limit = 500)
    {
        var shown = ReportText.Of(text ?? "", int.MaxValue)!.Value.CutTo(limit);
        return Markup.Of($"<bdi>{shown.Text}</bdi>{CutNote(shown)}");
    }

    /// <summary>A sentence of the program's own, which is in English in every report; metric keys and counts in it stay readable.</summary>
    public Markup English(string? text, int limit = 1000)
    {
        var shown = ReportText.Of(text ?? "", int.MaxValue)!.Value.CutTo(limit);
        return Texts.Tag == "en"
            ? Markup.Of($"<bdi>{shown.Text}</bdi>{CutNote(shown)}")
            : Markup.Of($"""<bdi lang="en">{shown.Text}</bdi>{CutNote(shown)}""");
    }

    /// <summary>A metric key or a scorer's name, which may break after its strokes.</summary>
    public static Markup Key(string key)
    {
        var parts = SafeText.Escape(key).Replace("/", "/<wbr/>", StringComparison.Ordinal).Replace("_", "_<wbr/>", StringComparison.Ordinal);
        return new Markup($"<code>{parts}</code>");
    }

    /// <summary>Beside a cut text, how much is missing; nothing beside a whole one.</summary>
    public Markup CutNote(ReportText shown) => shown.Length == shown.Text.Length
        ? Markup.None
        : Markup.Of($""" <i class="cut">… {Texts.Page.Cut(Count(shown.Length - shown.Text.Length))}</i>""");

    /// <summary>A sign that a screen reader passes over, because words say the same.</summary>
    public static Markup Sign(string sign, string name = "sign") => Markup.Of($"""<span class="{name}" aria-hidden="true">{sign}</span>""");
}
