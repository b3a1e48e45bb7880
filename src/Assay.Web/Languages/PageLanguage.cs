using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Reports.Languages;

namespace Assay.Web.Languages;

/// <summary>A language that the pages speak: its texts, and how it writes numbers and dates.</summary>
public sealed class PageLanguage
{
    private PageLanguage(string tag, string name, ReportLanguage report)
    {
        (Tag, Name, Report) = (tag, name, report);
        Texts = Texts.Load(tag);
        Shared = ReportTexts.For(report);
        Figures = FigureFormat.For(report);
    }

    /// <summary>English: what is spoken where nothing else is asked for.</summary>
    public static PageLanguage English { get; } = new("en", "English", ReportLanguage.En);

    /// <summary>All, in the order of the menu.</summary>
    public static IReadOnlyList<PageLanguage> All { get; } =
        [English, new("pt-BR", "Português (Brasil)", ReportLanguage.Pt), new("fr", "Français", ReportLanguage.Fr)];

    /// <summary>The tag, for <c>lang</c>.</summary>
    public string Tag { get; }

    /// <summary>The name in the language itself.</summary>
    public string Name { get; }

    /// <summary>The same of reports.</summary>
    public ReportLanguage Report { get; }

    /// <summary>The pages' own texts.</summary>
    public Texts Texts { get; }

    /// <summary>Texts that pages share with reports.</summary>
    public ReportTexts Shared { get; }

    /// <summary>How figures are written.</summary>
    public FigureFormat Figures { get; }

    /// <summary>How numbers and dates are written.</summary>
    public Notation Notation => Shared.Notation;

    /// <summary>The language of a tag, or of its beginning (<c>pt</c>, <c>fr-CA</c>); null when it is not spoken.</summary>
    public static PageLanguage? Find(string? tag)
    {
        var primary = tag?.Split('-', 2)[0];
        return primary is null ? null
            : All.FirstOrDefault(language => language.Tag.Split('-', 2)[0].Equals(primary, StringComparison.OrdinalIgnoreCase));
    }
}
