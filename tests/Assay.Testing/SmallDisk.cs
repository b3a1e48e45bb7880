using System.Diagnostics;
using System.Globalization;

namespace Assay.Tests;

/// <summary>A folder that is a small file system in memory, so that a test can fill it; where the machine does not let one be mounted, the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int bytes)
    {
        Folder = new();
        var mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", Folder.Path);
        if (!mounted)
        {
            Folder.Dispose();
            Assert.Skip("needs the right to mount a file system");
        }
    }

    public TemporaryFolder Folder { get; }

    public void Dispose()
    {
        Run("umount", Folder.Path);
        Folder.Dispose();
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
