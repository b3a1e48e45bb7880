using System.Text;

namespace Assay.Storage.Artifacts;

/// <summary>
/// Checks the relative paths that callers give. A path must name the same file on every platform and stay under its root, however it is
/// written: what percent-decoding makes of it is held to the same rules, but for control characters. A name keeps them as it spells them,
/// and MLflow's clients name images so: <c>dogs%step%3%timestamp%1795292389969%…</c>.
/// </summary>
internal static class ArtifactPath
{
    /// <summary>Files that are being written; not to be seen nor named by callers.</summary>
    public const string TemporaryPrefix = ".assay-writing-";

    private const int MostDecodings = 8;

    // What file systems take as a name, and what S3 takes as a key.
    private const int MostBytesOfPart = 255;
    private const int MostBytes = 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"])],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The path's parts. Refuses one that leaves its root, is absolute or empty, or is no name on some platform.</summary>
    public static string[] Split(string path)
    {
        if (path.Any(char.IsControl))
        {
            throw Invalid(path, "it holds control characters");
        }

        var form = path;
        for (var i = 0; i < MostDecodings; i++)
        {
            if (Fault(form) is { } fault)
            {
                throw Invalid(path, fault);
            }

            var decoded = Uri.UnescapeDataString(form);
            if (decoded == form)
            {
                return path.Split('/');
            }

            form = decoded;
        }

        throw Invalid(path, "it is encoded too often");
    }

    /// <summary>A path that is no path: the message shows it cut and without control characters.</summary>
    public static AssayException Invalid(string path, string fault)
    {
        var shown = path.Length > 100 ? path[..100] + "…" : path;
        return new(ErrorCode.InvalidParameterValue, $"Invalid path: '{string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c))}': {fault}");
    }

    private static string? Fault(string path) => path switch
    {
        "" => "it is empty",
        _ when path.Length > MostBytes => "it is too long",
        _ when path.Contains('\\', StringComparison.Ordinal) => "parts are divided by '/', not by '\\'",
        _ when path.StartsWith('/') => "it must be relative",
        _ when Bytes(path) is null => "it is no valid Unicode",
        _ when Bytes(path) > MostBytes => "it is too long",
        _ => path.Split('/').Select(FaultOfPart).FirstOrDefault(fault => fault is not null),
    };

    private static string? FaultOfPart(string part) => part switch
    {
        "" => "it has an empty part",
        "." or ".." => "it must not hold '.' or '..'",
        _ when Bytes(part) > MostBytesOfPart => "it is too long",
        _ when part.EndsWith('.') || part.EndsWith(' ') => "a part must not end with a dot or a space",
        _ when part.StartsWith(TemporaryPrefix, StringComparison.OrdinalIgnoreCase) => $"names that begin with '{TemporaryPrefix}' are taken",
        _ when part.Length > 1 && part[1] == ':' && char.IsAsciiLetter(part[0]) => "it must be relative",
        _ when Reserved.Contains(part.Split('.')[0].TrimEnd()) => $"'{part}' is a reserved name",
        _ => null,
    };

    /// <summary>Bytes in UTF-8; null when half of a pair stands alone, which would be written as another character.</summary>
    private static int? Bytes(string text)
    {
        try
        {
            return Utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
