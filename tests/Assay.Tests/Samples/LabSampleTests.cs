using System.Diagnostics;
using Assay.Tests.Loopback;

namespace Assay.Tests.Samples;

/// <summary>The lab as one C# file runs as its first lines say, on recorded answers and against a chat deployment.</summary>
public sealed class LabSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lab_RunsOnRecordedAnswers_AndAgainstADeployment()
    {
        var recorded = await RunAsync();
        recorded.ShouldContain("exact_match/v1");
        recorded.ShouldNotContain("latency/mean");

        await using var server = await ChatServer.StartAsync();
        var live = await RunAsync(
            ("AZURE_OPENAI_ENDPOINT", server.Address), ("AZURE_OPENAI_API_KEY", "key-1"), ("AZURE_OPENAI_API_VERSION", "2023-03-15-preview"));
        live.ShouldContain("latency/mean");
        server.Calls.Select(call => call.Prompt).Order().ShouldBe(["What is MLflow?", "What is Spark?"]);
        server.Calls.ShouldAllBe(call => call.Json.GetProperty("messages")[0].GetProperty("content").GetString() == "Please answer the following question in formal language.");
    }

    private async Task<string> RunAsync(params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", ["run", SamplePath(), "--", _folder["lab.db"]])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("AZURE_OPENAI_ENDPOINT");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output + await error);
        return output;
    }

    private static string SamplePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assay.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        }

        return Path.Combine(folder.FullName, "samples", "lab.cs");
    }
}
