using Assay.Models;
using Microsoft.Extensions.AI;

namespace Assay;

public abstract partial class Model
{
    /// <summary>A model that is asked by a prompt.</summary>
    /// <param name="model">Its name: <c>azure:DEPLOYMENT</c>, <c>openai:MODEL</c>, <c>local:stories260K</c>, <c>exec:COMMAND</c> or
    /// <c>replay:FILE</c>; addresses and keys come from the environment.</param>
    /// <param name="prompt">What to ask, <c>{{column}}</c> filled per row; null for the column <c>inputs</c>, or the row's own
    /// <c>messages</c>.</param>
    /// <param name="system">The system message, a template too; null for none.</param>
    /// <param name="parameters">How to answer; null for the service's defaults.</param>
    /// <param name="options">Retries, limits, time-out, recording; null for the defaults.</param>
    /// <exception cref="BadInputException">The name, a variable or an option cannot be used.</exception>
    /// <exception cref="ModelException">The key is missing.</exception>
    public static Model Ask(
        string model, string? prompt = null, string? system = null, CallParameters? parameters = null, ModelOptions? options = null) => new PromptedModel(
            ModelPipeline.Create(ModelSpec.Parse(model), ModelEnvironment.OfProcess, options ?? new ModelOptions()),
            prompt, system, parameters ?? new CallParameters(), ownsModel: true);

    /// <summary>A model of your own, or one that is wrapped already, asked by a prompt. It stays yours to dispose.</summary>
    /// <param name="model">Answers.</param>
    /// <param name="prompt">What to ask, <c>{{column}}</c> filled per row; null for the column <c>inputs</c>, or the row's own
    /// <c>messages</c>.</param>
    /// <param name="system">The system message, a template too; null for none.</param>
    /// <param name="parameters">How to answer; null for the model's defaults.</param>
    public static Model Ask(IModel model, string? prompt = null, string? system = null, CallParameters? parameters = null) =>
        new PromptedModel(model, prompt, system, parameters ?? new CallParameters(), ownsModel: false);

    /// <summary>Any chat client, asked by a prompt. It stays yours to dispose.</summary>
    /// <param name="client">Answers.</param>
    /// <param name="prompt">What to ask, <c>{{column}}</c> filled per row; null for the column <c>inputs</c>, or the row's own
    /// <c>messages</c>.</param>
    /// <param name="system">The system message, a template too; null for none.</param>
    /// <param name="parameters">How to answer; null for the client's defaults.</param>
    public static Model Ask(IChatClient client, string? prompt = null, string? system = null, CallParameters? parameters = null) =>
        Ask(new ChatClientModel(client), prompt, system, parameters);
}
