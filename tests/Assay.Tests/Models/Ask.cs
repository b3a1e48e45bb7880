using System.Text.Json;
using Assay.Models;

namespace Assay.Tests.Models;

/// <summary>Requests and models for tests.</summary>
internal static class Ask
{
    public static ModelRequest User(string prompt, string row = "1", string? system = null) => new()
    {
        Messages = system is null ? [new Message("user", prompt)] : [new Message("system", system), new Message("user", prompt)],
        RowId = row,
    };

    public static ModelEnvironment Environment(params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return new ModelEnvironment(name => values.GetValueOrDefault(name));
    }

    public static CallParameters Extra(params string[] assignments) =>
        new() { Extra = new Dictionary<string, JsonElement>(assignments.Select(CallParameter.Parse)) };

    /// <summary>A model that gives these outcomes in order, exceptions thrown, and the last one for ever.</summary>
    public static FunctionModel Script(params object[] outcomes)
    {
        var next = 0;
        return new FunctionModel("script:model", (_, _) =>
            outcomes[Math.Min(Interlocked.Increment(ref next), outcomes.Length) - 1] is Exception exception
                ? Task.FromException<Answer>(exception)
                : Task.FromResult((Answer)outcomes[Math.Min(next, outcomes.Length) - 1]));
    }

    public static Task<Answer> AskAsync(this IModel model, ModelRequest request) => model.AskAsync(request, TestContext.Current.CancellationToken);

    public static Task<ModelException> FailAsync(this IModel model, ModelRequest request) =>
        Should.ThrowAsync<ModelException>(() => model.AskAsync(request, TestContext.Current.CancellationToken));
}
