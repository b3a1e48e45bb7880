using System.Globalization;
using Assay.Data;
using Assay.Models;
using Assay.Prompts;
using Assay.Tracking;

namespace Assay;

/// <summary>A chat model that is asked by a prompt, filled per row.</summary>
internal sealed class PromptedModel(IModel model, string? prompt, string? system, CallParameters parameters, bool ownsModel) : Model
{
    private PromptBuilder? _builder;

    public override string Name => model.Name;

    public override bool IsCalled => true;

    public override IReadOnlyList<Param> Settings
    {
        get
        {
            var settings = new List<Param> { new("prompt", prompt ?? "{{inputs}}, or messages") };
            Add(settings, "system", system);
            Add(settings, "temperature", parameters.Temperature?.ToString(CultureInfo.InvariantCulture));
            Add(settings, "max_tokens", parameters.MaxTokens?.ToString(CultureInfo.InvariantCulture));
            settings.AddRange(parameters.Extra.Select(extra => new Param(extra.Key, extra.Value.GetRawText())));
            return settings;
        }
    }

    public override async Task<IReadOnlyList<string>> CheckAsync(
        Dataset dataset, DatasetProfile profile, string? referenceColumn, CancellationToken cancellationToken = default)
    {
        _builder = PromptBuilder.Create(profile, dataset.Name, system, prompt);
        return await PromptChecks.RunAsync(dataset, profile, _builder, referenceColumn ?? "ground_truth", cancellationToken)
            .ConfigureAwait(false);
    }

    public override string? Question(Row row, string? inputColumn) => inputColumn is null ? Builder.Request(row, parameters).Prompt : row[inputColumn];

    public override Task<Answer> AnswerAsync(Row row, CancellationToken cancellationToken) => model.AskAsync(Builder.Request(row, parameters), cancellationToken);

    public override ValueTask DisposeAsync() => ownsModel && model is IAsyncDisposable owned ? owned.DisposeAsync() : base.DisposeAsync();

    private PromptBuilder Builder => _builder ?? throw new InvalidOperationException("CheckAsync comes before the first row");

    private static void Add(List<Param> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings.Add(new Param(key, value));
        }
    }
}
