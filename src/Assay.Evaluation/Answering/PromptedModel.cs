using System.Globalization;
using System.Text.Json;
using Assay.Data;
using Assay.Models;
using Assay.Prompts;
using Assay.Scoring;
using Assay.Tracking;

namespace Assay;

/// <summary>A chat model that is asked by a prompt, filled per row.</summary>
internal sealed class PromptedModel(IModel model, string? prompt, string? system, CallParameters parameters, bool ownsModel) : Model
{
    /// <summary>Names under which a run keeps something else.</summary>
    private static readonly string[] Taken = ["model", "prompt", "system", "data", "data_digest", "scorers"];

    private PromptBuilder? _builder;

    public override string Name => model.Name;

    public override bool IsCalled => true;

    public override IReadOnlyList<Param> Settings
    {
        get
        {
            var settings = new List<Param> { new("prompt", prompt ?? "{{inputs}}, or messages") };
            Add(settings, "system", system);
            AddUnlessExtra(settings, "temperature", parameters.Temperature?.ToString(CultureInfo.InvariantCulture));
            AddUnlessExtra(settings, "max_tokens", parameters.MaxTokens?.ToString(CultureInfo.InvariantCulture));
            settings.AddRange(parameters.Extra.Select(extra => new Param(
                MetricKeys.Clean(Taken.Contains(extra.Key) ? $"param.{extra.Key}" : extra.Key),
                SecretNames.Match(extra.Key) ? SecretNames.Stars
                    : extra.Value.ValueKind == JsonValueKind.String ? extra.Value.GetString()! : extra.Value.GetRawText())));
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

    public override Task<Answer> AnswerAsync(Row row, CancellationToken cancellationToken) => AnswerAsync(row, repeat: 0, cancellationToken);

    internal override Task<Answer> AnswerAsync(Row row, int repeat, CancellationToken cancellationToken) =>
        model.AskAsync(Builder.Request(row, parameters, repeat), cancellationToken);

    public override ValueTask DisposeAsync() => ownsModel && model is IAsyncDisposable owned ? owned.DisposeAsync() : base.DisposeAsync();

    internal override Model WithTokens() => new PromptedModel(model, prompt, system, parameters.WithLogProbabilities(), ownsModel: false);

    private PromptBuilder Builder => _builder ?? throw new InvalidOperationException("CheckAsync comes before the first row");

    // The one of the request's other fields is what is sent.
    private void AddUnlessExtra(List<Param> settings, string key, string? value) => Add(settings, key, parameters.Extra.ContainsKey(key) ? null : value);

    private static void Add(List<Param> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings.Add(new Param(key, value));
        }
    }
}
