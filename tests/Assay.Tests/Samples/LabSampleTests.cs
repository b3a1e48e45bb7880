using System.Diagnostics;

namespace Assay.Tests.Samples;

/// <summary>The lab as one runnable file, started as its reader would start it.</summary>
public sealed class LabSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lab_Runs_AndPrintsTheFiguresOfTheRun()
    {
        var sample = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/lab.cs"));
        var start = new ProcessStartInfo("dotnet", ["run", sample, "--", _folder["lab.db"]])
        {
            WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("AZURE_OPENAI_ENDPOINT");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output + await error);
        output.ShouldContain("toxicity/v1/mean");
        output.ShouldContain("flesch_kincaid_grade_level/v1/mean");
        output.ShouldContain("ari_grade_level/v1/mean");
        output.ShouldContain(_folder["lab.db"]);
    }
}
