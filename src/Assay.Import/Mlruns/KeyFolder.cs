using System.Text;

namespace Assay.Import.Mlruns;

/// <summary>A folder in which each file is named by a key, whose slashes are subfolders: <c>params</c>, <c>tags</c>, <c>metrics</c>.</summary>
/// <param name="path">The folder; it need not exist.</param>
/// <param name="what">What the keys are of, for messages: <c>parameter</c>.</param>
/// <param name="parts">Where what cannot be read is named.</param>
internal sealed class KeyFolder(string path, string what, PartLog parts)
{
    private const int Deepest = 64;
    private const long LargestValue = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The keys with their files, ordered by key.</summary>
    public List<(string Key, FileInfo File)> Files()
    {
        var files = new List<(string Key, FileInfo File)>();
        Collect(path, "", 0, files);
        files.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return files;
    }

    /// <summary>The keys with what their files hold, to the last character.</summary>
    public IEnumerable<(string Key, string Value)> Values()
    {
        foreach (var (key, file) in Files())
        {
            if (Value(key, file) is { } value)
            {
                yield return (key, value);
            }
        }
    }

    private void Collect(string folder, string prefix, int depth, List<(string Key, FileInfo File)> files)
    {
        try
        {
            foreach (var entry in SafeFolder.Entries(folder))
            {
                var key = prefix + entry.Name;
                if (SafeFolder.IsLink(entry))
                {
                    parts.LeaveOut($"{what} '{key}'", "it is a link; links are not followed");
                }
                else if (entry is FileInfo file)
                {
                    files.Add((key, file));
                }
                else if (depth < Deepest)
                {
                    Collect(entry.FullName, key + "/", depth + 1, files);
                }
                else
                {
                    parts.LeaveOut($"{what} '{key}'", $"folders lie in one another more than {Deepest} deep");
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            parts.LeaveOut($"{what}s in {Path.GetFileName(folder)}", fault.Message);
        }
    }

    private string? Value(string key, FileInfo file)
    {
        try
        {
            using var stream = SafeFolder.Open(file.FullName, LargestValue);
            var bytes = new byte[stream.Length];
            return Strict.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (DecoderFallbackException)
        {
            parts.LeaveOut($"{what} '{key}'", "its file is not UTF-8");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DamagedException)
        {
            parts.LeaveOut($"{what} '{key}'", fault.Message);
        }

        return null;
    }
}
