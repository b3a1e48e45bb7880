using System.Diagnostics;

namespace Assay.Tests;

/// <summary>What a program said and how it ended.</summary>
internal sealed record ProgramRun(int Code, string Output, string Error)
{
    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramRun> RunAsync(ProcessStartInfo start, CancellationToken cancel = default)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
