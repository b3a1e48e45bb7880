using System.Text.RegularExpressions;

namespace Assay.Data.Hub;

/// <summary>Names of data sets, as the hub allows them: <c>imdb</c>, <c>stanfordnlp/imdb</c>.</summary>
internal static partial class HubName
{
    public static bool IsValid(string name) => Form().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    public static string Require(string name) => IsValid(name) ? name : throw new BadInputException(
        $"hf:{name}: \"{name}\" is no name of a data set; write hf:NAME or hf:OWNER/NAME, such as hf:stanfordnlp/imdb?split=test");

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
