namespace Assay.Models;

/// <summary>
/// Makes the model that a name means. It tries each call once: retry, limits and recordings are added by <see cref="ModelPipeline"/>.
/// </summary>
public static class ModelFactory
{
    /// <summary>
    /// The model of a spec. Throws <see cref="BadInputException"/> when a variable is missing or malformed or a recording cannot be read,
    /// and <see cref="ModelException"/> (<see cref="ModelFailure.Unauthorized"/>) when the key is missing. Calls nobody.
    /// </summary>
    /// <param name="spec">The model.</param>
    /// <param name="environment">Its addresses and keys.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public static IModel Create(ModelSpec spec, ModelEnvironment environment, TimeProvider? time = null) => spec.Provider switch
    {
        ModelProvider.OpenAI => OverHttp(spec, OpenAIServices.OpenAI(spec, environment), time ?? TimeProvider.System),
        ModelProvider.Azure => OverHttp(spec, OpenAIServices.Azure(spec, environment), time ?? TimeProvider.System),
        ModelProvider.Exec => new ExecModel(spec.Name, spec.Target),
        ModelProvider.Replay => ReplayingModel.Open(spec.Target),
        ModelProvider.Local => Local.LocalModel.Open(spec.Target),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Provider, "unknown provider"),
    };

    // The SDK is loaded by the chat model only.
    private static IModel OverHttp(ModelSpec spec, OpenAIService service, TimeProvider time) =>
        spec.Completions ? new OpenAICompletionsModel(service, time) : new OpenAIChatModel(service, time);
}
