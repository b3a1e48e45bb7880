using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Assay.Tests.Cli;

/// <summary>The real program, started as a user would start it.</summary>
internal static class AssayProcess
{
    // Its own output folder, not the tests': there the web framework's copies of some packages are left out.
    public static string Program { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "../../Assay.Cli/release/assay.dll"));

    /// <summary>Variables of the machine that would change what a test sees.</summary>
    private static readonly string[] Cleared =
    [
        "MLFLOW_TRACKING_URI", "MLFLOW_EXPERIMENT_NAME", "OPENAI_API_KEY", "OPENAI_BASE_URL",
        "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_API_VERSION", "ASSAY_DEBUG",
        "HF_ENDPOINT", "HF_DATASETS_SERVER", "HF_TOKEN", "HF_HOME", "HF_HUB_OFFLINE", "ASSAY_CACHE",
    ];

    public static async Task<ProcessResult> RunAsync(TemporaryFolder folder, string[] arguments, string? input = null, params (string Name, string Value)[] variables)
    {
        using var process = Start(folder, arguments, variables);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it in the folder, whose <c>data</c> folder is also the user's.</summary>
    public static Process Start(TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment["XDG_DATA_HOME"] = folder["data"];
        foreach (var name in Cleared)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    internal sealed record ProcessResult(int Code, string Output, string Error)
    {
        public JsonElement Json => JsonElement.Parse(Output);
    }
}
