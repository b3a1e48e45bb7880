using System.Diagnostics;
using System.Globalization;
using Assay.Storage;
using Assay.Tests.Loopback;
using Assay.Tracking;

namespace Assay.Tests.Cli;

/// <summary>An evaluation that ends early, by Ctrl-C or by kill -9, loses no row that was saved, and is taken up again.</summary>
public sealed class InterruptedEvaluationTests : IDisposable
{
    private const int Rows = 400;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Interrupted_EndsCleanly_AndIsTakenUp()
    {
        await using var server = await StartServerAsync();
        using var process = StartEvaluation(server);
        await SavedRowsAsync(10, process);
        (await SendAsync(process, "INT")).ShouldBe(130);
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("--resume");

        var kept = await SavedRowsAsync(10);
        (await StatusAsync()).ShouldBe(RunStatus.Killed);
        await ResumeAndCheckAsync(server, kept);
    }

    [Fact]
    public async Task KilledAtAnyMoment_LosesNoSavedRow_AndIsTakenUp()
    {
        await using var server = await StartServerAsync();
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = StartEvaluation(server, kill == 0 ? [] : ["--resume", "last"]);
            await SavedRowsAsync(40 * (kill + 1), process);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var kept = await SavedRowsAsync(1);
        await ResumeAndCheckAsync(server, kept);
    }

    private static async Task<ChatServer> StartServerAsync()
    {
        var server = await ChatServer.StartAsync();
        server.Otherwise = call => ScriptedReply.Text("echo: " + call.Prompt) with { Delay = TimeSpan.FromMilliseconds(20) };
        return server;
    }

    private Process StartEvaluation(ChatServer server, params string[] more)
    {
        var lines = Enumerable.Range(0, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{\"inputs\":\"question {i}\"}}"));
        _folder.Write("rows.jsonl", string.Join('\n', lines));
        return AssayProcess.Start(
            _folder,
            ["evaluate", "--data", "rows.jsonl", "--model", "openai:gpt-4o", "--scorer", "text", "--tracking-uri", "x.db", "--concurrency", "4", "--json", .. more],
            ("OPENAI_BASE_URL", server.BaseUrl), ("OPENAI_API_KEY", "sk-1"));
    }

    /// <summary>The rows that are saved, once there are that many.</summary>
    private async Task<HashSet<string>> SavedRowsAsync(int atLeast, Process? process = null)
    {
        while (true)
        {
            if (process is { HasExited: true })
            {
                throw new InvalidOperationException($"the evaluation ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
            }

            if (File.Exists(_folder["x.db"]) && await ReadRowsAsync() is { } rows && rows.Count >= atLeast)
            {
                return rows;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HashSet<string>?> ReadRowsAsync()
    {
        await using var store = await EmbeddedStore.OpenAsync(_folder["x.db"], cancellationToken: TestContext.Current.CancellationToken);
        var runs = await store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }, TestContext.Current.CancellationToken);
        return runs.Items is not [var run] ? null : await store.Evaluations.ReadKeysAsync(run.RunId, TestContext.Current.CancellationToken)
            .Select(key => key.RowId).ToHashSetAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private async Task<RunStatus> StatusAsync()
    {
        await using var store = await EmbeddedStore.OpenAsync(_folder["x.db"], cancellationToken: TestContext.Current.CancellationToken);
        return (await store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }, TestContext.Current.CancellationToken)).Items.Single().Status;
    }

    private async Task ResumeAndCheckAsync(ChatServer server, HashSet<string> kept)
    {
        var before = server.Calls.Count;
        using var process = StartEvaluation(server, "--resume", "last");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0);
        System.Text.Json.JsonElement.Parse(output).GetProperty("rows").GetProperty("resumed").GetInt32().ShouldBe(kept.Count);
        (server.Calls.Count - before).ShouldBe(Rows - kept.Count);
        var all = await SavedRowsAsync(Rows);
        all.Count.ShouldBe(Rows);
        all.IsSupersetOf(kept).ShouldBeTrue();
    }

    private static async Task<int> SendAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
