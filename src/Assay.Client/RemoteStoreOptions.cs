using System.Globalization;
using Assay.Evaluations;

namespace Assay.Client;

/// <summary>How a server is called. The defaults read the environment variables that MLflow's own client has.</summary>
public sealed record RemoteStoreOptions
{
    /// <summary>Who calls; null for what the URL says, else for <see cref="Client.Credentials.FromEnvironment"/>.</summary>
    public Credentials? Credentials { get; init; }

    /// <summary>
    /// How often a call is repeated that may succeed later (429, 5xx, a broken connection): 0 for never; by default
    /// <c>MLFLOW_HTTP_REQUEST_MAX_RETRIES</c>, else 5.
    /// </summary>
    public int MaxRetries { get; init; } = Number("MLFLOW_HTTP_REQUEST_MAX_RETRIES", 0) ?? 5;

    /// <summary>
    /// The longest silence of the server: until it answers, and between two pieces of a file. By default
    /// <c>MLFLOW_HTTP_REQUEST_TIMEOUT</c> in seconds, else 120 s.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(Number("MLFLOW_HTTP_REQUEST_TIMEOUT", 1) ?? 120);

    /// <summary>Whether the server's certificate is taken unseen; by default as <c>MLFLOW_TRACKING_INSECURE_TLS</c> says. Not for open networks.</summary>
    public bool InsecureTls { get; init; } = Environment.GetEnvironmentVariable("MLFLOW_TRACKING_INSECURE_TLS") is "true" or "1";

    /// <summary>
    /// Where the rows of evaluations are kept when the server has no place for them, as a plain MLflow server has not; null to refuse them
    /// there. It stays open when the store that uses it is disposed.
    /// </summary>
    public IEvaluationStore? LocalRows { get; init; }

    /// <summary>The clock of waits and time limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Sends the requests; null for connections of the store's own. Tests and programs with a handler of theirs set it; they dispose it.</summary>
    public HttpMessageHandler? Handler { get; init; }

    private static int? Number(string variable, int least) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : null;
}
