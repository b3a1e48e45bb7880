using System.Collections;
using System.Globalization;
using Assay.Tracking;

namespace Assay.Client;

/// <summary>
/// A run that goes on. Metrics, parameters and tags are sent in the background; <see cref="FlushAsync"/> waits for them and throws what could not
/// be logged. Files are sent at once. Disposing sends what waits and ends the run as finished, unless it was ended otherwise: C# does not tell an
/// object why it is disposed, so work that may throw belongs into <see cref="TrackingClient.RunAsync(string?, Func{ActiveRun, Task}, CancellationToken)"/>,
/// or calls <see cref="FailAsync"/>. Safe for concurrent use.
/// </summary>
public sealed partial class ActiveRun : IAsyncDisposable
{
    private readonly TrackingClient _client;
    private readonly TrackingClientOptions _options;
    private readonly LogQueue _queue;
    private int _isEnded;

    internal ActiveRun(TrackingClient client, Run run, TrackingClientOptions options)
    {
        (_client, Start, _options) = (client, run, options);
        _queue = new LogQueue(client.Store.Tracking, run.RunId, options.QueueLength);
    }

    /// <summary>The run as it was when it was started or taken up.</summary>
    public Run Start { get; }

    /// <summary>32 hexadecimal digits.</summary>
    public string RunId => Start.RunId;

    /// <summary>The experiment it belongs to.</summary>
    public string ExperimentId => Start.ExperimentId;

    /// <summary>Starts a run within this one (<c>mlflow.parentRunId</c>).</summary>
    public Task<ActiveRun> StartChildAsync(
        string? name = null, IReadOnlyDictionary<string, string>? tags = null, CancellationToken cancellationToken = default) =>
        _client.StartRunAsync(name, this, tags, cancellationToken);

    /// <summary>Logs a setting; a list becomes <c>[1, 2]</c>, numbers are written with a point. It keeps its first value: another is refused.</summary>
    public ValueTask LogParamAsync(string key, object? value, CancellationToken cancellationToken = default) =>
        _queue.AddAsync(new Param(key, Text(value)), cancellationToken);

    /// <summary>Logs several settings.</summary>
    public async ValueTask LogParamsAsync(IEnumerable<KeyValuePair<string, object?>> values, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in values)
        {
            await LogParamAsync(key, value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Logs a point of a metric, at the time of the call.</summary>
    public ValueTask LogMetricAsync(string key, double value, long step = 0, CancellationToken cancellationToken = default) =>
        _queue.AddAsync(new Metric(key, value, Now, step), cancellationToken);

    /// <summary>Logs points of several metrics, at one time and step.</summary>
    public async ValueTask LogMetricsAsync(IEnumerable<KeyValuePair<string, double>> values, long step = 0, CancellationToken cancellationToken = default)
    {
        var now = Now;
        foreach (var (key, value) in values)
        {
            await _queue.AddAsync(new Metric(key, value, now, step), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a note; an older one of that key is replaced.</summary>
    public ValueTask SetTagAsync(string key, string value, CancellationToken cancellationToken = default) =>
        _queue.AddAsync(new Tag(key, value), cancellationToken);

    /// <summary>Says in what role the run read a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="context">Its role: <c>training</c>, <c>evaluation</c> …; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task LogDatasetAsync(DatasetReference dataset, string? context = null, CancellationToken cancellationToken = default) =>
        _client.Store.Tracking.LogInputsAsync(
            RunId, [new DatasetInput(dataset, context is null ? [] : [new Tag("mlflow.data.context", context)])], cancellationToken);

    /// <summary>Returns when all that was logged so far is stored.</summary>
    /// <exception cref="AssayException">What could not be logged since the last flush; with several, the first, and the others inside.</exception>
    public Task FlushAsync(CancellationToken cancellationToken = default) => _queue.FlushAsync(cancellationToken);

    /// <summary>Sends what waits and ends the run as finished.</summary>
    public Task FinishAsync(CancellationToken cancellationToken = default) => EndAsync(RunStatus.Finished, cancellationToken);

    /// <summary>Sends what waits and ends the run as failed.</summary>
    public Task FailAsync(CancellationToken cancellationToken = default) => EndAsync(RunStatus.Failed, cancellationToken);

    /// <summary>Sends what waits and ends the run as ended by its user.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => EndAsync(RunStatus.Killed, cancellationToken);

    /// <summary>Sends what waits and ends the run as finished, unless it has ended.</summary>
    public async ValueTask DisposeAsync() => await EndAsync(RunStatus.Finished, CancellationToken.None).ConfigureAwait(false);

    internal async Task EndAsync(RunStatus status, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 1)
        {
            return;
        }

        try
        {
            await _queue.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            // A run whose log has a gap has ended all the same: whoever waits hears of the gap.
            await _client.Store.Tracking.UpdateRunAsync(RunId, new RunUpdate(status, Now), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the run because something else went wrong, which says more than any failure of this.</summary>
    internal async Task AbandonAsync(RunStatus status)
    {
        try
        {
            await EndAsync(status, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AssayException)
        {
        }
    }

    private long Now => _options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => value.ToString() ?? "",
    };
}
