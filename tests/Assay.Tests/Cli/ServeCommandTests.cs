using System.Net;
using System.Net.Sockets;
using Assay.Storage;

namespace Assay.Tests.Cli;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Serve_IsReady_Answers_AndEndsWellWhenTold(string signal)
    {
        await using var server = await ServingProcess.StartAsync(folder);

        server.Ready.ShouldMatch(@"^Assay \d+\.\d+\.\d+ listens at http://127\.0\.0\.1:\d+ \(store .+served\.db, SQLite 3\.\d+\.\d+ \(.+\)\)\. Its pages are there too\. Stop it with Ctrl-C\.$");
        (await server.Http.GetStringAsync("/health", TestContext.Current.CancellationToken)).ShouldBe("OK");
        (await server.EndAsync(signal)).ShouldBe((0, "", ""));
    }

    [Theory]
    [InlineData("TERM", 0)]
    [InlineData("KILL", 137)]
    public async Task Serve_EndedWhileClientsWrite_KeepsEverythingItAcknowledged(string signal, int code)
    {
        await using var server = await ServingProcess.StartAsync(folder);
        var run = await server.NewRunAsync();
        var acknowledged = 0;
        var enough = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            var kept = new List<string>();
            for (var i = 0; ; i++)
            {
                var key = $"w{writer}-{i}";
                if (await server.PostAsync("runs/log-parameter", new { run_id = run, key, value = "x" }) is not { Status: 200 })
                {
                    return kept;
                }

                kept.Add(key);
                if (Interlocked.Increment(ref acknowledged) == 50)
                {
                    enough.SetResult();
                }
            }
        })).ToList();
        await enough.Task;

        (await server.EndAsync(signal)).Code.ShouldBe(code);
        var keys = (await Task.WhenAll(writers)).SelectMany(kept => kept).ToList();

        keys.Count.ShouldBeGreaterThanOrEqualTo(50);
        await using (var again = await ServingProcess.StartAsync(folder))
        {
            (await again.PostAsync("runs/log-parameter", new { run_id = run, key = "after", value = "x" }))!.Value.Status.ShouldBe(200);
        }

        await using var store = await EmbeddedStore.OpenAsync(folder["served.db"]);
        var found = (await store.Tracking.GetRunAsync(run, TestContext.Current.CancellationToken)).Params.Select(param => param.Key).ToHashSet();
        keys.ShouldBeSubsetOf(found);
        found.ShouldContain("after");
    }

    [Fact]
    public async Task Serve_OptionBeforeVariableBeforeFile()
    {
        var file = folder.Write("serve.yaml", "port: 1\nlog-format: json\nlog-level: debug\nhost: 127.0.0.1\n");
        await using var server = await ServingProcess.StartAsync(folder, ("ASSAY_CONFIG", file), ("ASSAY_PORT", "2"), ("ASSAY_LOG_LEVEL", "debug"));
        await server.Http.GetStringAsync("/health?secret=1", TestContext.Current.CancellationToken);

        var (_, _, error) = await server.EndAsync("TERM");

        error.ShouldContain("\"Path\":\"/health\"", Case.Sensitive, "the file's format and level hold");
        error.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("--port: 'x' is not a whole number from 0 to 65535", "--port", "x")]
    [InlineData("--host: 'http://x' is no address", "--host", "http://x")]
    [InlineData("--host 0.0.0.0: others than this machine's users could reach the server", "--host", "0.0.0.0")]
    [InlineData("--host: 203.0.113.7 is no address of this machine", "--host", "203.0.113.7", "--no-auth")]
    [InlineData("--store: ", "--store", "/dev/null/x.db")]
    [InlineData("--store: mysql:// is not a store", "--store", "mysql://x")]
    [InlineData("--artifacts: Artifacts cannot be kept at 'ftp://x': name a folder or s3://", "--artifacts", "ftp://x")]
    [InlineData("--artifacts: Artifacts cannot be kept in the folder /dev/null/x", "--artifacts", "/dev/null/x")]
    [InlineData("--max-body: '0' is not a whole number from 1 to 1024", "--max-body", "0")]
    [InlineData("--max-artifact: '0' is not a whole number of at least 1", "--max-artifact", "0")]
    [InlineData("--query-timeout: 'soon' is not a number", "--query-timeout", "soon")]
    [InlineData("--log-format: 'xml' is not known; there are none, console, json", "--log-format", "xml")]
    [InlineData("nope.yaml: no such file", "--config", "nope.yaml")]
    public async Task Serve_WithASettingThatCannotBe_NamesIt(string message, params string[] arguments)
    {
        string[] port = arguments[0] == "--port" ? [] : ["--port", "0"];
        var result = await AssayProcess.RunAsync(folder, ["serve", .. port, .. arguments]);

        result.Code.ShouldBe(2, result.Error);
        result.Error.ShouldContain(message);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Serve_OverADatabaseThatDoesNotAnswer_SaysThatAServiceIsMissing()
    {
        var result = await AssayProcess.RunAsync(folder, ["serve", "--port", "0", "--store", "postgresql://ana:s3cret@127.0.0.1:1/lab"]);

        result.Code.ShouldBe(3, result.Error);
        result.Error.ShouldContain("--store: postgresql://127.0.0.1:1/lab does not answer");
        result.Error.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Serve_WithABadVariableOrKey_NamesThem()
    {
        (await AssayProcess.RunAsync(folder, ["serve"], null, ("ASSAY_PORT", "x"))).Error.ShouldContain("ASSAY_PORT: 'x' is not a whole number");
        var file = folder.Write("serve.yaml", "host: 127.0.0.1\nprot: 1\n");
        (await AssayProcess.RunAsync(folder, ["serve", "--config", file])).Error.ShouldContain("line 2, column 1: unknown key 'prot'; did you mean \"port\"?");
        var empty = folder.Write("empty.yaml", "");
        (await AssayProcess.RunAsync(folder, ["serve", "--config", empty])).Error.ShouldEndWith("empty; an example: store: assay.db\n");
    }

    [Fact]
    public async Task Serve_OnAPortInUse_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var result = await AssayProcess.RunAsync(folder, ["serve", "--port", $"{port}", "--store", folder["s.db"]]);

        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith($"assay: --port: {port} on 127.0.0.1 is in use by another program");
    }
}
