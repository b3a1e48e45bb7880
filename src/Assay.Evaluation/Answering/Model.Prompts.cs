using Assay.Models;

namespace Assay;

public abstract partial class Model
{
    /// <summary>A model that is asked by a prompt.</summary>
    /// <param name="model">Answers: a provider of <c>Assay.Models</c>, or a model of your own.</param>
    /// <param name="prompt">What to ask, <c>{{column}}</c> filled per row; null for the column <c>inputs</c>, or the row's own <c>messages</c>.</param>
    /// <param name="system">The system message, a template too; null for none.</param>
    /// <param name="parameters">How to answer; null for the service's defaults.</param>
    public static Model Ask(IModel model, string? prompt = null, string? system = null, CallParameters? parameters = null) =>
        new PromptedModel(model, prompt, system, parameters ?? new CallParameters());
}
