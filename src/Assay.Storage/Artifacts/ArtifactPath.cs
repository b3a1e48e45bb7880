namespace Assay.Storage.Artifacts;

/// <summary>
/// Checks the relative paths that callers give. A path must name the same file on every platform and stay under its root, however it is
/// written: what percent-decoding makes of it is held to the same rules.
/// </summary>
internal static class ArtifactPath
{
    /// <summary>Files that are being written; not to be seen nor named by callers.</summary>
    public const string TemporaryPrefix = ".assay-writing-";

    private const int MostDecodings = 8;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"])],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The path's parts. Refuses one that leaves its root, is absolute or empty, or is no name on some platform.</summary>
    public static string[] Split(string path)
    {
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

    public static AssayException Invalid(string path, string fault) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid path: '{path.Replace('\0', ' ')}': {fault}");

    private static string? Fault(string path) => path switch
    {
        "" => "it is empty",
        _ when path.Contains('\\', StringComparison.Ordinal) => "parts are divided by '/', not by '\\'",
        _ when path.Any(char.IsControl) => "it holds control characters",
        _ when path.StartsWith('/') => "it must be relative",
        _ => path.Split('/').Select(FaultOfPart).FirstOrDefault(fault => fault is not null),
    };

    private static string? FaultOfPart(string part) => part switch
    {
        "" => "it has an empty part",
        "." or ".." => "it must not hold '.' or '..'",
        _ when part.EndsWith('.') || part.EndsWith(' ') => "a part must not end with a dot or a space",
        _ when part.StartsWith(TemporaryPrefix, StringComparison.OrdinalIgnoreCase) => $"names that begin with '{TemporaryPrefix}' are taken",
        _ when part.Length > 1 && part[1] == ':' && char.IsAsciiLetter(part[0]) => "it must be relative",
        _ when Reserved.Contains(part.Split('.')[0].TrimEnd()) => $"'{part}' is a reserved name",
        _ => null,
    };
}
