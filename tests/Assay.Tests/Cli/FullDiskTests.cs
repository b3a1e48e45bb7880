using System.Diagnostics;

namespace Assay.Tests.Cli;

/// <summary>What is written to a disk that is full: the device /dev/full, on which every write fails as on one.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    public async Task OutputThatTakesNothing_IsOneLine_AndExitTwo(string option)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "the system has no /dev/full");
        var program = AssayProcess.Program;
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet exec '{program}' {option} >/dev/full"]) { RedirectStandardError = true })!;
        var error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        error.ShouldContain("No space left on device");
        error.TrimEnd('\n').ShouldNotContain('\n');
        shell.ExitCode.ShouldBe(2);
    }
}
