using System.Text.RegularExpressions;
using Assay.Tests;

namespace Assay.Server.Tests.Docs;

/// <summary>The tables of docs/mlflow.md. A heading gives the prefix of the paths below it, as <c>`/api/2.0/mlflow/…`</c>.</summary>
internal static partial class MlflowTable
{
    private const string Api = "/api/";

    /// <summary>Each call of a row: one for each of its methods, and for both roots where there are two.</summary>
    public static IReadOnlyList<DocumentedCall> Read()
    {
        var calls = new List<DocumentedCall>();
        var prefix = "";
        foreach (var line in File.ReadLines(Repository.File("docs/mlflow.md")))
        {
            if (line.StartsWith('#'))
            {
                prefix = Prefix().Match(line).Groups[1].Value;
            }
            else if (Row().Match(line) is { Success: true } row)
            {
                var path = prefix + row.Groups["path"].Value;
                string[] paths = path.StartsWith(Api, StringComparison.Ordinal) ? [path, "/ajax-api/" + path[Api.Length..]] : [path];
                calls.AddRange(
                    from method in row.Groups["methods"].Value.Split(", ")
                    from one in paths
                    select new DocumentedCall(method, one, row.Groups["state"].Value));
            }
        }

        return calls;
    }

    [GeneratedRegex("`(/[^`]*)…`")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\| (?<methods>[A-Z, ]+) \| `(?<path>[^`]+)` \| (?<state>[^|]+?) \|")]
    private static partial Regex Row();
}
