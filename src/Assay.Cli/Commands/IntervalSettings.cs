using System.Globalization;
using Assay.Cli.Settings;
using Assay.Naming;
using Assay.Statistics;

namespace Assay.Cli.Commands;

/// <summary>What the settings say of confidence intervals; the same for every command that gives them.</summary>
internal static class IntervalSettings
{
    private static readonly Dictionary<string, IntervalMethod> Methods = new()
    {
        ["wilson"] = IntervalMethod.Wilson,
        ["clopper-pearson"] = IntervalMethod.ClopperPearson,
        ["logit-t"] = IntervalMethod.LogitT,
        ["student"] = IntervalMethod.Student,
        ["bootstrap"] = IntervalMethod.Bootstrap,
        ["bca"] = IntervalMethod.Bca,
    };

    public static IReadOnlyList<string> Names => [.. Methods.Keys];

    public static double Confidence(SettingBag settings)
    {
        if (settings.Last("confidence") is not { } given)
        {
            return 0.95;
        }

        return double.TryParse(given.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var confidence) && confidence is > 0 and < 1
            ? confidence
            : throw new BadInputException($"{given.Origin}: '{given.Text}' is not a number between 0 and 1; an example: 0.95");
    }

    /// <summary>Null for the method that suits the scores.</summary>
    public static IntervalMethod? Method(SettingBag settings) => settings.Last("interval") is not { } given ? null
        : Methods.TryGetValue(given.Text, out var method) ? method
        : throw new BadInputException(
            $"{given.Origin}: no method '{given.Text}'; there are {string.Join(", ", Names)}{NameSuggestion.Ending(given.Text, Names)}");
}
