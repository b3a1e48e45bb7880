using Assay.Cli.Settings;
using Assay.Judges;
using Assay.Models;

namespace Assay.Cli.Commands;

/// <summary>The models that judges ask, as settings describe them.</summary>
internal static class JudgeSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new("judge", "MODEL", "the model that judges: openai:MODEL, azure:DEPLOYMENT, exec:COMMAND …"),
        new("judge-param", "NAME=VALUE", "a field of the judge's requests: temperature=1 (default: 0), max_tokens=500", IsRepeatable: true),
        new("judge-rpm", "N", "the judge's requests a minute, at most"),
        new("judge-tpm", "N", "the judge's tokens a minute, at most"),
        new("judge-timeout", "SECONDS", "time for a judgement, tries included (default: 300)"),
        new("judge-record", "FILE", "write every call of the judge to a cassette", IsPath: true),
        new("judge-replay", "FILE", "judge from a cassette, offline", IsPath: true),
    ];

    /// <summary>Makes no model yet: the first judge that asks for one does.</summary>
    public static JudgeModels From(SettingBag settings)
    {
        var defaults = new ModelOptions();
        var named = settings.Text("judge");
        var options = defaults with
        {
            Timeout = settings.Number("judge-timeout", 0.001, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.Timeout,
            RequestsPerMinute = settings.Number("judge-rpm", 0.001, 1e9),
            TokensPerMinute = settings.Number("judge-tpm", 0.001, 1e12),
            RecordTo = settings.Text("judge-record"),
            AppendRecording = settings.Has("resume"),
            ReplayFrom = named is null ? null : settings.Text("judge-replay"),
        };

        // A cassette alone answers for the judge that it recorded.
        var model = named ?? (settings.Text("judge-replay") is { } cassette ? "replay:" + cassette : null);
        return JudgeModels.FromEnvironment(model, options, new CallParameters { Extra = Parameters(settings) });
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Parameters(SettingBag settings)
    {
        var extra = new Dictionary<string, System.Text.Json.JsonElement>();
        foreach (var given in settings.All("judge-param"))
        {
            var (name, value) = given.Read("--judge-param", CallParameter.Parse);
            if (!extra.TryAdd(name, value))
            {
                throw new BadInputException($"{given.Origin}: '{name}' is given twice; give it once");
            }
        }

        return extra;
    }
}
