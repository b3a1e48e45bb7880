using System.Globalization;
using System.Text;

namespace Assay.Storage.Tracking;

/// <summary>MLflow's rules for the keys of metrics, parameters and tags, with its messages.</summary>
internal static class EntityKey
{
    private const int Longest = 250;

    /// <summary>Refuses a key that is missing, too long, of other characters, or would mean another name as a path.</summary>
    /// <param name="what">What it is the key of, as the message for a long one calls it: <c>Metric name</c>.</param>
    /// <param name="key">The key.</param>
    /// <param name="path">Where the caller sent it: <c>name</c>, <c>metrics[3].name</c>.</param>
    public static void Check(string what, string? key, string path)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw Missing("key");
        }

        if (!key.EnumerateRunes().All(IsAllowed))
        {
            throw Invalid(key, path, "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).");
        }

        var resolved = Resolve(key);
        if (resolved != key || resolved == "." || resolved.StartsWith("..", StringComparison.Ordinal) || resolved.StartsWith('/'))
        {
            throw Invalid(
                key, path,
                "Names may be treated as files in certain cases, and must not resolve to other names when treated as such. "
                + $"This name would resolve to '{resolved}'");
        }

        CheckLength(what, key, Longest);
    }

    /// <summary>Refuses a text of more than so many characters.</summary>
    public static void CheckLength(string what, string text, int longest)
    {
        if (text.Length > longest)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"'{what}' exceeds the maximum length of {longest} characters");
        }
    }

    public static AssayException Missing(string parameter) => new(
        ErrorCode.InvalidParameterValue,
        $"Missing value for required parameter '{parameter}'. See the API docs for more information about request parameters.");

    private static AssayException Invalid(string value, string path, string why) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid value \"{value}\" for parameter '{path}' supplied: {why}");

    private static bool IsAllowed(Rune rune) => rune.Value is '_' or '-' or '.' or ' ' or ':' or '/'
        || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>The path that a file system would make of a key: without empty parts, <c>.</c> and what <c>..</c> takes back.</summary>
    private static string Resolve(string key)
    {
        var rooted = key.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in key.Split('/'))
        {
            if (part == ".." && (parts.Count > 0 ? parts[^1] != ".." : rooted))
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        var path = (rooted ? "/" : "") + string.Join('/', parts);
        return path.Length == 0 ? "." : path;
    }
}
