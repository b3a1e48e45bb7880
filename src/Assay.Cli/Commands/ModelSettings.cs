using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary>The model that settings describe: recorded answers, or something that is asked.</summary>
internal static class ModelSettings
{
    public static (Model Model, IAsyncDisposable? Asked) Create(SettingBag settings)
    {
        if (settings.Last("predictions") is { } predictions)
        {
            RequireNoneOf(settings, predictions, "model", "prompt", "system", "record", "replay");
            return (Model.Recorded(predictions.Text), null);
        }

        throw new BadInputException("--predictions COL or --model MODEL is missing: say which column holds answers, or what to ask");
    }

    private static void RequireNoneOf(SettingBag settings, SettingValue given, params string[] others)
    {
        if (others.Select(settings.Last).FirstOrDefault(other => other is not null) is { } other)
        {
            throw new BadInputException($"{other.Origin}: recorded answers ({given.Origin}) are not asked for; give either --predictions or --model");
        }
    }
}
