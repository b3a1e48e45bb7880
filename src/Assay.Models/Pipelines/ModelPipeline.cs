namespace Assay.Models;

/// <summary>
/// A model with all that asking it well needs, from the outside in: recording (the final outcome of each row), the row's time,
/// repetition, limits a minute (each try counts), the model. A replayed model needs none of these and stands alone. Ends all of them with
/// itself.
/// </summary>
public sealed class ModelPipeline : DelegatingModel
{
    private ModelPipeline(IModel inner)
        : base(inner)
    {
    }

    /// <summary>
    /// The pipeline of a model by its name. With <see cref="ModelOptions.ReplayFrom"/> the model itself is not made, so no key is needed.
    /// Throws as <see cref="ModelFactory.Create"/> does, and <see cref="BadInputException"/> for limits and recordings that cannot be.
    /// </summary>
    public static ModelPipeline Create(ModelSpec spec, ModelEnvironment environment, ModelOptions options, TimeProvider? time = null)
    {
        options.Check();
        if (options.ReplayFrom is { } cassette)
        {
            return new ModelPipeline(spec.Provider == ModelProvider.Replay
                ? throw new BadInputException($"model '{spec.Name}' is a recording already; give either it or a cassette to replay")
                : new ReplayingModel(spec.Name, Cassette.Open(cassette)));
        }

        var model = ModelFactory.Create(spec, environment, time);
        if (options.Budget is { } budget && spec.Provider != ModelProvider.Replay)
        {
            var clock = time ?? TimeProvider.System;
            budget.RequirePrice(spec, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            model = new BudgetedModel(model, spec, budget, clock);
        }

        return Create(model, options with { Secrets = environment.Secrets }, time);
    }

    /// <summary>
    /// The pipeline of a function, a chat client or any other model. With <see cref="ModelOptions.ReplayFrom"/> it lends only its name.
    /// </summary>
    public static ModelPipeline Create(IModel model, ModelOptions options, TimeProvider? time = null)
    {
        options.Check();
        if (options.ReplayFrom is { } cassette)
        {
            return new ModelPipeline(new ReplayingModel(model.Name, Cassette.Open(cassette)));
        }

        return new ModelPipeline(model is ReplayingModel ? Recorded(model, options, time) : Recorded(Limited(model, options, time ?? TimeProvider.System), options, time));
    }

    private static IModel Limited(IModel model, ModelOptions options, TimeProvider time)
    {
        var paced = options.RequestsPerMinute is null && options.TokensPerMinute is null
            ? model
            : new RateLimitedModel(model, options.RequestsPerMinute, options.TokensPerMinute, time);
        var repeated = options.Retries == 0 ? paced : new RetryingModel(paced, options.Retries, time);
        return options.Timeout is { } limit ? new TimeoutModel(repeated, limit, time) : repeated;
    }

    private static IModel Recorded(IModel model, ModelOptions options, TimeProvider? time) => options.RecordTo is not { } path ? model
        : new RecordingModel(model, CassetteWriter.Open(path, options.AppendRecording, options.Secrets), time ?? TimeProvider.System);
}
