using System.Collections.Concurrent;
using Assay.Models;

namespace Assay.Judges;

/// <summary>
/// The models that the judges of an evaluation ask: one for all of them, and others where a scorer names its own. All share the options;
/// each is made once. Ends them with itself.
/// </summary>
/// <param name="create">Makes the model of a name, with its limits and recordings.</param>
/// <param name="model">The name of the model for judges that name none; null when there is none.</param>
/// <param name="parameters">How judges shall answer.</param>
public sealed class JudgeModels(Func<string, IModel> create, string? model = null, CallParameters? parameters = null) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<JudgeModel>> _models = [];

    /// <summary>The name of the model for judges that name none.</summary>
    public string? Default => model;

    /// <summary>The models of the environment's services, as the command line names them.</summary>
    /// <exception cref="BadInputException">A limit or a recording cannot be.</exception>
    public static JudgeModels FromEnvironment(string? model, ModelOptions options, CallParameters? parameters = null) => new(
        name => ModelPipeline.Create(ModelSpec.Parse(name), ModelEnvironment.OfProcess, options), model, parameters);

    /// <summary>The model of a name, or the one for all.</summary>
    /// <param name="name">The name; null for the one for all.</param>
    /// <param name="asker">Who asks, for the message.</param>
    /// <exception cref="BadInputException">No model was named.</exception>
    /// <exception cref="ModelException">Its key is missing.</exception>
    public JudgeModel Get(string? name, string asker) => (name ?? Default) is { } wanted
        ? _models.GetOrAdd(wanted, key => new Lazy<JudgeModel>(() => new JudgeModel(create(key), parameters))).Value
        : throw Missing(asker);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var made in _models.Values.Where(made => made.IsValueCreated))
        {
            await made.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal static BadInputException Missing(string asker) =>
        new($"{asker}: a judge needs a model to ask; give --judge MODEL, such as --judge openai:gpt-4o-mini, or the scorer's own model=MODEL");
}
