using System.Text.RegularExpressions;

namespace Assay.Models;

/// <summary>Tells by its name that a field or a variable holds a secret.</summary>
internal static partial class SecretNames
{
    public const string Stars = "***";

    /// <summary>
    /// True for <c>api_key</c>, <c>Authorization</c>, <c>access_token</c>, <c>password</c> …; false for <c>max_tokens</c>.
    /// </summary>
    public static bool Match(string name) => SecretName().IsMatch(name);

    /// <summary>
    /// The command with stars in place of values that are assigned to variables of secret names: <c>API_KEY=*** python model.py</c>.
    /// </summary>
    public static string ScrubAssignments(string command) => Assignment().Replace(command, "$1=" + Stars);

    [GeneratedRegex(@"(?:api[_-]?key|secret|password|passwd|authorization|credentials?|(?:access|auth|bearer|refresh)[_-]?token|^key|^token)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("""\b([A-Za-z_]*(?:KEY|TOKEN|SECRET|PASSWORD))=("[^"]*"|'[^']*'|\S+)""")]
    private static partial Regex Assignment();
}
