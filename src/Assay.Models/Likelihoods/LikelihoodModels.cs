using Assay.Models.Local;

namespace Assay.Models.Likelihoods;

/// <summary>Makes the model that says how probable a given text is.</summary>
public static class LikelihoodModels
{
    /// <summary>
    /// The model of a spec: <c>local:…</c>, or <c>openai:completions:…</c> and <c>azure:completions:…</c> at a service that echoes prompts with
    /// their log probabilities. Calls nobody.
    /// </summary>
    /// <param name="spec">The model.</param>
    /// <param name="environment">Its addresses and keys.</param>
    /// <param name="context">The tokens that a service's model reads at once; a local model knows its own.</param>
    /// <param name="options">How a service is asked: retries, limits, time-out, recording.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="BadInputException">The model can say no such thing, or a variable or file cannot be used.</exception>
    /// <exception cref="ModelException">The key is missing.</exception>
    public static ILikelihoodModel Create(
        ModelSpec spec, ModelEnvironment environment, int? context = null, ModelOptions? options = null, TimeProvider? time = null) => spec switch
    {
        { Provider: ModelProvider.Local } when options is { RecordTo: not null } or { ReplayFrom: not null } =>
            throw new BadInputException($"model '{spec.Name}' makes no calls that could be recorded; leave record and replay away"),
        { Provider: ModelProvider.Local } when context is null => LocalModel.Open(spec.Target),
        { Provider: ModelProvider.Local } => throw new BadInputException($"model '{spec.Name}' knows its own context; leave context away"),
        { Completions: true } => new EchoLikelihoodModel(
            ModelPipeline.Create(spec, environment, options ?? new ModelOptions(), time), context ?? EchoLikelihoodModel.DefaultContext),
        { Provider: ModelProvider.OpenAI or ModelProvider.Azure } => throw new BadInputException(
            $"model '{spec.Name}' is asked by chat, which gives no log probabilities of a given text; use {spec.Provider.ToString().ToLowerInvariant()}:completions:{spec.Target} where the service offers it, or local:stories260K"),
        _ => throw new BadInputException($"model '{spec.Name}' gives no log probabilities of a given text; use local:stories260K or openai:completions:MODEL"),
    };
}
