using System.Diagnostics;
using System.Text.RegularExpressions;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Cli;

public sealed class UiCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ui_ShowsAFile_OnThisMachine_AndTakesNoRuns()
    {
        await using (var store = await EmbeddedStore.OpenAsync(folder["lab.db"], cancellationToken: Cancel))
        {
            await store.Tracking.CreateRunAsync(new NewRun("0", "in the file"), Cancel);
        }

        var start = AssayProgram.Start(folder, "ui", "--tracking-uri", folder["lab.db"], "--port", "0");
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        try
        {
            var ready = await process.StandardOutput.ReadLineAsync(Cancel);
            var address = Regex.Match(ready!, "http://127\\.0\\.0\\.1:\\d+/").Value;
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            (await http.GetStringAsync("/", Cancel)).ShouldContain("in the file");
            using var call = await http.GetAsync("/api/2.0/mlflow/experiments/get?experiment_id=0", Cancel);
            ((int)call.StatusCode).ShouldBe(404);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Ui_OfNoStore_SaysSo_AndMakesNone()
    {
        var run = await ProgramRun.RunAsync(AssayProgram.Start(folder, "ui", "--tracking-uri", folder["none.db"]), Cancel);

        run.Code.ShouldBe(2);
        run.Error.ShouldContain("no store at");
        File.Exists(folder["none.db"]).ShouldBeFalse();
    }
}
