using System.Text.Json;
using Assay.Cli.Settings;
using Assay.Models;

namespace Assay.Cli.Commands;

/// <summary>The model that settings describe: recorded answers, or something that is asked.</summary>
internal static class ModelSettings
{
    private static readonly string[] OnlyWhenAsked =
        ["model", "prompt", "system", "temperature", "max-tokens", "param", "rpm", "tpm", "timeout", "record", "replay"];

    public static Model Create(SettingBag settings)
    {
        if (settings.Last("predictions") is { } predictions)
        {
            var other = OnlyWhenAsked.Select(settings.Last).FirstOrDefault(given => given is not null);
            return other is null ? Model.Recorded(predictions.Text) : throw new BadInputException(
                $"{other.Value.Origin}: makes no sense with {predictions.Origin}, whose answers are recorded; give either --predictions or --model");
        }

        // A cassette alone answers for the model that it recorded.
        var model = settings.Text("model") ?? (settings.Text("replay") is { } cassette ? "replay:" + cassette : null)
            ?? throw new BadInputException("--predictions COL or --model MODEL is missing: say which column holds answers, or what to ask");
        return Model.Ask(model, settings.Text("prompt"), settings.Text("system"), Parameters(settings), Options(settings));
    }

    public static CallParameters Parameters(SettingBag settings) => new()
    {
        Temperature = settings.Number("temperature", 0, 2),
        MaxTokens = settings.Integer("max-tokens", 1),
        Extra = Extra(settings),
    };

    private static Dictionary<string, JsonElement> Extra(SettingBag settings)
    {
        var extra = new Dictionary<string, JsonElement>();
        foreach (var parameter in settings.All("param"))
        {
            var (name, value) = CallParameter.Parse(parameter.Text);
            if (TypedOption(name) is { } option && settings.Has(option))
            {
                throw new BadInputException($"{parameter.Origin}: '{name}' is given by --{option} too; give it once");
            }

            if (!extra.TryAdd(name, value))
            {
                throw new BadInputException($"{parameter.Origin}: '{name}' is given twice; give it once");
            }
        }

        return extra;
    }

    /// <summary>The option that sets this field of the request.</summary>
    private static string? TypedOption(string name) => name switch { "temperature" => "temperature", "max_tokens" => "max-tokens", _ => null };

    public static ModelOptions Options(SettingBag settings)
    {
        var defaults = new ModelOptions();
        return defaults with
        {
            Timeout = settings.Number("timeout", 0.001, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.Timeout,
            RequestsPerMinute = settings.Number("rpm", 0.001, 1e9),
            TokensPerMinute = settings.Number("tpm", 0.001, 1e12),
            Budget = PriceSettings.Budget(settings),
            RecordTo = settings.Text("record"),
            AppendRecording = settings.Has("resume"),
            ReplayFrom = settings.Has("model") ? settings.Text("replay") : null,
        };
    }
}
