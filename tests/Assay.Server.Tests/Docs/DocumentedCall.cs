using System.Text.RegularExpressions;

namespace Assay.Server.Tests.Docs;

/// <summary>A method and a path that a document promises something of.</summary>
internal sealed partial record DocumentedCall(string Method, string Path, string State)
{
    /// <summary>The method and the path, whatever its parameters are called.</summary>
    public string Pattern => PatternOf(Method, Path);

    /// <summary>An address that the path fits.</summary>
    public string Address => Parameter().Replace(Path, "x");

    public static string PatternOf(string method, string path) => $"{method} {Parameter().Replace(path, "{}")}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
