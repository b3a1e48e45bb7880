using Microsoft.Win32.SafeHandles;

namespace Assay.Filters;

/// <summary>
/// Standard output for a filter. The console's own stream says nothing when the reader of a pipe has gone, so that a filter would work on
/// for nobody; a file stream says so, but on a file keeps a position of its own, so that the next program of a shell's group would write
/// over the first one's lines.
/// </summary>
public static class StandardOutput
{
    /// <summary>Opens it: without a buffer, and closing it leaves standard output open.</summary>
    public static Stream Open()
    {
        if (!OperatingSystem.IsWindows())
        {
            var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!file.CanSeek)
            {
                return file;
            }
        }

        return Console.OpenStandardOutput();
    }
}
