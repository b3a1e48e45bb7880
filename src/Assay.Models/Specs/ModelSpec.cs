using System.Diagnostics.CodeAnalysis;
using Assay.Formats;
using Assay.Naming;

namespace Assay.Models;

/// <summary>
/// A model as the user names it: <c>azure:gpt-35-turbo</c>, <c>openai:completions:davinci-002</c>, <c>exec:python model.py</c>,
/// <c>local:stories260K</c>, <c>replay:calls.jsonl</c>.
/// </summary>
/// <param name="Provider">Who answers.</param>
/// <param name="Target">The deployment, the model, the command or the file.</param>
public sealed record ModelSpec(ModelProvider Provider, string Target)
{
    private const string CompletionsPrefix = "completions:";

    private static readonly Dictionary<string, (ModelProvider Provider, string Wants)> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["azure"] = (ModelProvider.Azure, "a deployment, as in azure:gpt-35-turbo"),
        ["openai"] = (ModelProvider.OpenAI, "a model, as in openai:gpt-4o-mini"),
        ["local"] = (ModelProvider.Local, "a model, as in local:stories260K"),
        ["exec"] = (ModelProvider.Exec, "a command, as in exec:'python model.py'"),
        ["replay"] = (ModelProvider.Replay, "a file, as in replay:calls.jsonl"),
    };

    /// <summary>Whether the legacy completions protocol is spoken instead of chat.</summary>
    public bool Completions { get; init; }

    /// <summary>The name that runs and recordings hold: what the user gave, without the values of secrets that a command assigns.</summary>
    public string Name => Provider.ToString().ToLowerInvariant() + ":" + (Completions ? CompletionsPrefix : "")
        + (Provider == ModelProvider.Exec ? SecretNames.ScrubAssignments(Target) : Target);

    /// <summary>Reads a model's name. Throws <see cref="BadInputException"/> when the provider is unknown or nothing follows it.</summary>
    public static ModelSpec Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? text : text[..colon];
        if (colon < 0 || !Providers.TryGetValue(prefix, out var known))
        {
            throw new BadInputException(Unknown(text, prefix, colon));
        }

        var target = text[(colon + 1)..].Trim();
        var completions = known.Provider is ModelProvider.OpenAI or ModelProvider.Azure && target.StartsWith(CompletionsPrefix, StringComparison.OrdinalIgnoreCase);
        target = completions ? target[CompletionsPrefix.Length..].Trim() : target;
        return target.Length > 0
            ? new ModelSpec(known.Provider, target) { Completions = completions }
            : throw new BadInputException($"model '{OneLine.Of(text)}' lacks {known.Wants}");
    }

    /// <summary>Reads a model's name; false when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ModelSpec? spec)
    {
        try
        {
            spec = Parse(text);
        }
        catch (BadInputException)
        {
            spec = null;
        }

        return spec is not null;
    }

    private static string Unknown(string text, string prefix, int colon)
    {
        var list = $"a model is named PROVIDER:NAME, with one of the providers {string.Join(", ", Providers.Keys)}";
        var nearest = NameSuggestion.Nearest(prefix, Providers.Keys);
        return (colon, nearest) switch
        {
            (< 0, null) => $"model '{OneLine.Of(text)}' names no provider; {list}, as in openai:{OneLine.Of(text)}",
            (< 0, _) => $"model '{OneLine.Of(text)}' lacks {Providers[nearest].Wants}",
            (_, null) => $"model '{OneLine.Of(text)}' has an unknown provider '{OneLine.Of(prefix)}'; {list}",
            _ => $"model '{OneLine.Of(text)}' has an unknown provider '{OneLine.Of(prefix)}': did you mean {nearest}:? {list}",
        };
    }
}
