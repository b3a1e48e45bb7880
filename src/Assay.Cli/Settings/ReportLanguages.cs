using Assay.Reports;

namespace Assay.Cli.Settings;

/// <summary>The languages of reports by their codes.</summary>
internal static class ReportLanguages
{
    public static ReportLanguage Parse(SettingValue? given) => given?.Text switch
    {
        null or "en" => ReportLanguage.En,
        "pt" or "pt-BR" => ReportLanguage.Pt,
        "fr" => ReportLanguage.Fr,
        var other => throw new BadInputException($"{given!.Value.Origin}: no report in '{other}'; there are en, pt and fr"),
    };
}
