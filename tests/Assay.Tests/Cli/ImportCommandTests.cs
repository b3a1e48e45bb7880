using System.Diagnostics;
using System.Globalization;
using Assay.Tests.Import;

namespace Assay.Tests.Cli;

/// <summary><c>assay import mlflow</c>, started as a user would.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MlrunsFolder _mlruns;

    public ImportCommandTests() => _mlruns = new MlrunsFolder(_folder["mlruns"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_Folder_TellsWhatItCopied_AndRunsAreListed()
    {
        _mlruns.Small();

        var result = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--tracking-uri", "a.db"]);

        result.Error.ShouldBeEmpty();
        result.Code.ShouldBe(0);
        result.Output.ShouldMatch(@"runs\s+3\s+0\s+0\s+0\s+0");
        result.Output.ShouldContain("90 points of metrics and 6 files (39 B)");
        var runs = await AssayProcess.RunAsync(_folder, ["runs", "--experiment", "lab", "--tracking-uri", "a.db", "--json"]);
        runs.Json.GetArrayLength().ShouldBe(3);
        var again = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--tracking-uri", "a.db", "--json"]);
        again.Json.GetProperty("runs").GetProperty("already_there").GetInt32().ShouldBe(3);
        again.Json.GetProperty("metric_points").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Import_DamagedRun_IsNamed_AndExitOne()
    {
        _mlruns.Small().Write($"7/{MlrunsFolder.Run2}/meta.yaml", "[");

        var result = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--store", "a.db", "--artifacts", "files", "--json"]);

        result.Code.ShouldBe(1);
        result.Json.GetProperty("runs").GetProperty("skipped").GetInt32().ShouldBe(1);
        result.Json.GetProperty("omissions")[0].GetProperty("what").GetString().ShouldBe($"run 7/{MlrunsFolder.Run2}");
        Directory.GetFiles(_folder["files"], "MLmodel", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Import_FromAServer_CopiesWhatItServes()
    {
        _mlruns.Small();
        (await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--store", "served.db"])).Code.ShouldBe(0);
        using var server = AssayProcess.Start(_folder, ["serve", "--port", "0", "--store", "served.db", "--log-format", "none"]);
        try
        {
            var ready = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var url = ready!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));

            var result = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", url, "--tracking-uri", "copy.db", "--json"]);

            result.Error.ShouldBeEmpty();
            result.Code.ShouldBe(0);
            result.Json.GetProperty("runs").GetProperty("copied").GetInt32().ShouldBe(3);
            (result.Json.GetProperty("metric_points").GetInt32(), result.Json.GetProperty("artifact_files").GetInt32()).ShouldBe((90, 6));
            var again = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", url, "--tracking-uri", "copy.db", "--json"]);
            again.Json.GetProperty("runs").GetProperty("already_there").GetInt32().ShouldBe(3);
            again.Json.GetProperty("metric_points").GetInt32().ShouldBe(0);
        }
        finally
        {
            server.Kill();
        }
    }

    [Fact]
    public async Task Import_DryRun_MakesNoStore()
    {
        _mlruns.Small();

        var result = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--tracking-uri", "a.db", "--dry-run"]);

        result.Code.ShouldBe(0);
        result.Output.ShouldMatch(@"runs\s+3\s+0\s+0\s+0\s+0");
        File.Exists(_folder["a.db"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("import mlflow", 2, "--from is missing")]
    [InlineData("import mlflow --from nothing", 2, "nothing: there is no such folder")]
    [InlineData("import mlflow --from .", 2, "name that")]
    [InlineData("import mlflow --from sqlite:///mlflow.db", 2, "mlflow server --backend-store-uri sqlite:///mlflow.db")]
    [InlineData("import mlflow --from mlruns --experiment Lab", 2, "did you mean \"lab\"?")]
    [InlineData("import mlflow --from mlruns --store a.db --tracking-uri b.db", 2, "leave one away")]
    [InlineData("import mlflow --from mlruns --artifacts x", 2, "--artifacts needs --store")]
    [InlineData("import mlflow --form mlruns", 2, "assay import mlflow: unknown option --form; did you mean \"--from\"?")]
    [InlineData("import mlfow", 2, "assay import: unknown command 'mlfow'; did you mean \"mlflow\"?")]
    [InlineData("import mlflow --from http://127.0.0.1:9", 3, "127.0.0.1:9")]
    public async Task Import_BadInput_IsOneLine(string call, int code, string message)
    {
        _mlruns.Small();

        var result = await AssayProcess.RunAsync(_folder, call.Split(' '), variables: ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0"));

        result.Error.ShouldContain(message);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Code.ShouldBe(code);
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_StoppedByCtrlC_KeepsWhatIsDone_AndGoesOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are of Unix");
        _mlruns.Experiment("7", "lab");
        var line = string.Concat(Enumerable.Range(0, 2000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000_000 + i} {i} {i}\n")));
        for (var i = 0; i < 300; i++)
        {
            _mlruns.Run("7", $"{i:x32}").Write($"7/{i:x32}/metrics/m", line);
        }

        using var process = AssayProcess.Start(_folder, ["import", "mlflow", "--from", "mlruns", "--tracking-uri", "a.db"]);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(_folder["a.db-wal"]) || new FileInfo(_folder["a.db-wal"]).Length < 1 << 20)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(130);
        (await error).ShouldContain("the same command goes on");
        var again = await AssayProcess.RunAsync(_folder, ["import", "mlflow", "--from", "mlruns", "--tracking-uri", "a.db", "--json"]);
        again.Code.ShouldBe(0);
        var runs = again.Json.GetProperty("runs");
        runs.GetProperty("already_there").GetInt32().ShouldBeGreaterThan(0);
        (runs.GetProperty("already_there").GetInt32() + runs.GetProperty("copied").GetInt32() + runs.GetProperty("updated").GetInt32()).ShouldBe(300);
    }
}
