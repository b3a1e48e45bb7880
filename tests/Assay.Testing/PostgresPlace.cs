using Assay.Artifacts;
using Assay.Storage;
using Assay.Storage.Artifacts;

namespace Assay.Tests;

/// <summary>A schema of a test's own in the tests' PostgreSQL (a database would take ten times as long), and a folder for its artifacts.</summary>
internal sealed class PostgresPlace : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Schema { get; } = $"test_{Guid.NewGuid():N}";

    public IArtifactStore Artifacts => new FileArtifactStore(folder.Path);

    /// <summary>The address of the test's store.</summary>
    public async Task<string> UrlAsync() => $"{(await PostgresServer.SharedAsync()).Url("postgres")}?schema={Schema}";

    /// <summary>Opens the test's store; each opening is as one more server.</summary>
    public async Task<SqlStore> OpenAsync(PostgresStoreOptions? options = null) =>
        await PostgresStore.OpenAsync(await UrlAsync(), (options ?? new()) with { Artifacts = options?.Artifacts ?? Artifacts });

    /// <summary>Runs SQL on the test's tables.</summary>
    public async Task RunSqlAsync(string sql) => await (await PostgresServer.SharedAsync()).RunSqlAsync($"SET search_path = {Schema}; {sql}");

    public async ValueTask DisposeAsync()
    {
        await RunSqlAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        folder.Dispose();
    }
}
