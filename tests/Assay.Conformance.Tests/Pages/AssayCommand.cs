using System.Diagnostics;
using Assay.Tests;

namespace Assay.Conformance.Tests.Pages;

/// <summary>A command of the built program, run to its end.</summary>
internal static class AssayCommand
{
    /// <summary>Runs it; gives the exit code.</summary>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="arguments">The command and its options.</param>
    public static async Task<int> RunAsync(string? input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var start = AssayProgram.Start(folder, arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage("{0}{1}", await output, await errors);
        return process.ExitCode;
    }

    /// <summary>Adds a user to a store.</summary>
    public static async Task AddUserAsync(string store, string name, string password, string role) =>
        (await RunAsync(password + "\n", "users", "add", name, "--role", role, "--password-stdin", "--store", store)).ShouldBe(0);
}
