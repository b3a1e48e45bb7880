using System.Net.Http.Headers;
using System.Text;

namespace Assay.Client;

/// <summary>Who calls a server. Never part of a message, of a location, or of <see cref="object.ToString"/>.</summary>
public sealed class Credentials
{
    private Credentials(AuthenticationHeaderValue header) => Header = header;

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>A user and a password (HTTP basic).</summary>
    public static Credentials Basic(string user, string password) =>
        new(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));

    /// <summary>An API token (bearer).</summary>
    public static Credentials Token(string token) => new(new("Bearer", token));

    /// <summary>
    /// What the environment has: <c>MLFLOW_TRACKING_USERNAME</c> with <c>MLFLOW_TRACKING_PASSWORD</c>, else
    /// <c>MLFLOW_TRACKING_TOKEN</c>; null when neither is set.
    /// </summary>
    public static Credentials? FromEnvironment() =>
        Variable("MLFLOW_TRACKING_USERNAME") is { } user && Variable("MLFLOW_TRACKING_PASSWORD") is { } password ? Basic(user, password)
        : Variable("MLFLOW_TRACKING_TOKEN") is { } token ? Token(token)
        : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value.Trim() : null;
}
