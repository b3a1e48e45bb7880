using System.Diagnostics;

namespace Assay.Tests.Samples;

/// <summary>A sample, which is one runnable file, started as its reader would start it.</summary>
internal static class SampleProcess
{
    /// <summary>Runs <c>samples/NAME</c> without the machine's settings; it must end well. Gives what it printed.</summary>
    public static async Task<string> RunAsync(TemporaryFolder folder, string name, params string[] arguments)
    {
        var sample = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples", name));
        var start = new ProcessStartInfo("dotnet", ["run", sample, "--", .. arguments])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("AZURE_OPENAI_ENDPOINT");
        start.Environment.Remove("OPENAI_API_KEY");
        start.Environment.Remove("MLFLOW_TRACKING_URI");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output + await error);
        return output;
    }
}
