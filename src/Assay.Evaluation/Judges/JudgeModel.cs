using System.Text.Json;
using Assay.Models;

namespace Assay.Judges;

/// <summary>
/// A model that judges: asked for structured output where the service takes it, for plain JSON where it refuses; at temperature 0 unless
/// told. Counts what it costs. Safe for concurrent use.
/// </summary>
/// <param name="model">The model, with its limits and recordings; ended with this one.</param>
/// <param name="parameters">How it shall answer, beside the form.</param>
public sealed class JudgeModel(IModel model, CallParameters? parameters = null) : IAsyncDisposable
{
    private const string ResponseFormat = "response_format";

    private readonly CallParameters _parameters = parameters ?? new CallParameters();
    private long _calls;
    private long _repairs;
    private long _input;
    private long _output;
    private volatile bool _usageKnown;
    private volatile bool _refusesSchemas;

    /// <summary>Its name, followed by the parameters that were set: a judge at another temperature is another judge.</summary>
    public string Name { get; } = string.Join(' ', (parameters?.Extra ?? new Dictionary<string, JsonElement>())
        .OrderBy(extra => extra.Key, StringComparer.Ordinal).Select(extra => $"{extra.Key}={(SecretNames.Match(extra.Key) ? SecretNames.Stars : extra.Value.GetRawText())}").Prepend(model.Name));

    /// <summary>What it has cost so far.</summary>
    public JudgeSpending Spent => new(
        Interlocked.Read(ref _calls), Interlocked.Read(ref _repairs),
        _usageKnown ? new TokenUsage(Interlocked.Read(ref _input), Interlocked.Read(ref _output)) : null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (model is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (model as IDisposable)?.Dispose();
        }
    }

    /// <summary>Asks for an answer in a form. Throws <see cref="ModelException"/> when there is none.</summary>
    internal async Task<Answer> AskAsync(
        IReadOnlyList<Message> messages, JsonElement form, string rowId, bool isRepair, CancellationToken cancellationToken)
    {
        var plain = new ModelRequest
        {
            Messages = messages,
            RowId = rowId,
            Parameters = _parameters with { Temperature = _parameters.Temperature ?? 0 },
        };
        var answer = await AskAsync(plain, form, cancellationToken).ConfigureAwait(false);
        Count(answer, isRepair);
        return answer;
    }

    private async Task<Answer> AskAsync(ModelRequest plain, JsonElement form, CancellationToken cancellationToken)
    {
        if (_refusesSchemas || _parameters.Extra.ContainsKey(ResponseFormat))
        {
            return await model.AskAsync(plain, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var extra = new Dictionary<string, JsonElement>(plain.Parameters.Extra) { [ResponseFormat] = form };
            return await model.AskAsync(plain with { Parameters = plain.Parameters with { Extra = extra } }, cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException refused) when (refused.Failure is ModelFailure.Rejected or ModelFailure.NotRecorded)
        {
            return await WithoutSchemaAsync(plain, refused, cancellationToken).ConfigureAwait(false);
        }
    }

    // Which calls of a recording still tried the schema depends on the order in which they came: a replay takes whichever is there.
    private async Task<Answer> WithoutSchemaAsync(ModelRequest plain, ModelException refused, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await model.AskAsync(plain, cancellationToken).ConfigureAwait(false);
            _refusesSchemas |= refused.Failure == ModelFailure.Rejected;
            return answer;
        }
        catch (ModelException failure) when (failure.Failure is ModelFailure.Rejected or ModelFailure.NotRecorded)
        {
            // The form was not what the service minded.
            throw refused;
        }
    }

    private void Count(Answer answer, bool isRepair)
    {
        Interlocked.Increment(ref _calls);
        if (isRepair)
        {
            Interlocked.Increment(ref _repairs);
        }

        if (answer.Usage is { } usage)
        {
            Interlocked.Add(ref _input, usage.Input ?? 0);
            Interlocked.Add(ref _output, usage.Output ?? 0);
            _usageKnown = true;
        }
    }
}
