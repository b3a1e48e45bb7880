using System.Globalization;
using Assay.Cli.Settings;
using Assay.Models;

namespace Assay.Cli.Commands;

/// <summary>What calls cost and may cost, as settings say it.</summary>
internal static class PriceSettings
{
    /// <summary>The bundled prices, with those that were given before them.</summary>
    public static PriceTable Prices(SettingBag settings) => settings.Has("price")
        ? PriceTable.Bundled.With(settings.All("price").Select(Read).GroupBy(price => price.Model).ToDictionary(price => price.Key, price => price.Last().Price))
        : PriceTable.Bundled;

    /// <summary>The money that calls may cost; null for no limit.</summary>
    public static Budget? Budget(SettingBag settings) =>
        settings.Number("max-cost", 0.000001, 1e9) is { } most ? new Budget(most, Prices(settings)) : null;

    private static (string Model, ModelPrice Price) Read(SettingValue given)
    {
        var equals = given.Text.LastIndexOf('=');
        var numbers = equals < 1 ? [] : given.Text[(equals + 1)..].Split('/').Select(Number).ToList();
        return numbers.Count is 2 or 3 && numbers.TrueForAll(number => number is not null)
            ? (given.Text[..equals].Trim(), new ModelPrice(numbers[0]!.Value, numbers[1]!.Value, numbers.Count == 3 ? numbers[2] : null))
            : throw new BadInputException(
                $"{given.Origin}: '{given.Text}' is not MODEL=INPUT/OUTPUT, in US dollars a million tokens, as in azure:my-deployment=0.15/0.60");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
