using System.Diagnostics;
using System.Text.Json.Nodes;
using Assay.Tests;

namespace Assay.Conformance.Tests.Clients;

/// <summary>What a real server answered to the npm package <c>mlflow</c>, a client that somebody else wrote years ago. The calls are in mlflow-client.cjs.</summary>
public sealed class NpmClientSession : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public JsonNode Answers { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var client = Repository.Tool("ASSAY_MLFLOW_CLIENT", "mlflow/index.js");
        await using var server = new ServerProcess(folder, folder["assay.db"]);
        await server.StartAsync();
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "mlflow-client.cjs");

        var run = await ProgramRun.RunAsync(new ProcessStartInfo("node", [script, server.Address.AbsoluteUri.TrimEnd('/'), client]));

        run.Code.ShouldBe(0, run.Error);
        Answers = JsonNode.Parse(run.Output)!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return default;
    }
}
